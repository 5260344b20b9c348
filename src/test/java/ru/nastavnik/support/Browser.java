package ru.nastavnik.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser under the hand of somebody who sends what no page of ours would send. Follows no redirect by itself. */
public class Browser {

    public static final String API = "/camunda/api/engine/engine/default";
    private static final Pattern CSRF_FIELD = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern PROBLEM = Pattern.compile("class=\"message problem\"[^>]*>([^<]+)<");
    private static final Pattern REFUSAL_PAGE = Pattern.compile("<h1>[^<]*</h1>\\s*<p>([^<]+)</p>");
    private static final Pattern SENTENCE = Pattern.compile("[А-ЯЁ«][^<>]*[а-яё»)][^<>]*\\.");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Patience.TIME)
            .build();

    public Browser(int port) {
        this.address = "http://localhost:" + port;
    }

    /** @return a browser in which that person of the school has logged in */
    public static Browser of(TestSchool school, String key, int port) {
        Browser browser = new Browser(port);
        HttpResponse<String> answer = browser.logIn(school.login(key), TestSchool.PASSWORD);
        assertThat(answer.headers().firstValue("Location"))
                .as("%s is logged in", key)
                .hasValueSatisfying(page -> assertThat(page).doesNotContain("/login"));
        return browser;
    }

    /** @return the same browser before another node: cookies do not care about ports */
    public Browser movedTo(int otherPort) {
        Browser moved = new Browser(otherPort);
        cookies.getCookieStore().getCookies().forEach(moved::put);
        return moved;
    }

    public HttpResponse<String> logIn(String login, String password, String... headers) {
        return form("/login", "/login", Map.of("login", login, "password", password), headers);
    }

    /** @param headers names and values by turns */
    public HttpResponse<String> send(String method, String path, Object body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).timeout(Patience.TIME);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        request.method(
                method,
                body == null
                        ? BodyPublishers.noBody()
                        : body instanceof byte[] bytes
                                ? BodyPublishers.ofByteArray(bytes)
                                : BodyPublishers.ofString(text(body)));
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    /** A page, as a browser asks for it. */
    public HttpResponse<String> page(String path) {
        return get(path, "Accept", "text/html");
    }

    /** A call of the engine's REST API with the token that its scripts send. */
    public HttpResponse<String> api(String method, String path, Object body, String... headers) {
        return script(method, API + path, body, headers);
    }

    /** The same with a whole path. */
    public HttpResponse<String> script(String method, String path, Object body, String... headers) {
        List<String> all = new ArrayList<>(List.of("Content-Type", "application/json", "Accept", "application/json"));
        all.addAll(List.of("X-XSRF-TOKEN", engineToken()));
        all.addAll(List.of(headers));
        return send(method, path, body, all.toArray(String[]::new));
    }

    /** @return the token of the engine's applications, fetched with the first page of Tasklist */
    public String engineToken() {
        if (cookie("XSRF-TOKEN").isEmpty()) {
            page("/camunda/app/tasklist/default/");
        }
        return cookie("XSRF-TOKEN").map(HttpCookie::getValue).orElse("none");
    }

    /** Sends a form of one of our pages, with the token of a page that everybody may open. */
    public HttpResponse<String> form(String path, Map<String, String> fields, String... headers) {
        return form("/password", path, fields, headers);
    }

    private HttpResponse<String> form(String page, String path, Map<String, String> fields, String... headers) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", csrfToken(page));
        List<String> allHeaders =
                new ArrayList<>(List.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "text/html"));
        allHeaders.addAll(List.of(headers));
        return send("POST", path, encoded(all), allHeaders.toArray(String[]::new));
    }

    public String csrfToken() {
        return csrfToken("/password");
    }

    private String csrfToken(String page) {
        HttpResponse<String> answer = page(page);
        Matcher field = CSRF_FIELD.matcher(answer.body());
        assertThat(field.find())
                .as("%s has a CSRF field: %s %s %s", page, answer, answer.headers(), answer.body())
                .isTrue();
        return field.group(1);
    }

    public Optional<HttpCookie> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst();
    }

    /** Puts a cookie as somebody else would who got hold of it. */
    public void put(HttpCookie cookie) {
        cookies.getCookieStore().add(URI.create(address), cookie);
    }

    /**
     * What a person is told: the message of a script's answer, the refusal of a page, or the problem on the page to which
     * a refused form leads back.
     *
     * @return empty when that is no Russian sentence, or none at all
     */
    public Optional<String> sentence(HttpResponse<String> answer) {
        String said = answer.statusCode() / 100 == 3
                ? onPage(followed(answer).body())
                : answer.body().startsWith("{") ? inJson(answer.body()) : onPage(answer.body());
        return Optional.ofNullable(said)
                .map(String::strip)
                .filter(text -> SENTENCE.matcher(text).matches());
    }

    /** @return the page to which this answer leads */
    public HttpResponse<String> followed(HttpResponse<String> answer) {
        HttpResponse<String> at = answer;
        for (int i = 0; i < 5 && at.statusCode() / 100 == 3; i++) {
            URI page = at.uri().resolve(at.headers().firstValue("Location").orElseThrow());
            assertThat(page.getAuthority())
                    .as("leads nowhere else")
                    .isEqualTo(at.uri().getAuthority());
            at = page(page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery()));
        }
        return at;
    }

    private static String onPage(String html) {
        for (Pattern place : List.of(PROBLEM, REFUSAL_PAGE)) {
            Matcher matcher = place.matcher(html);
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        return null;
    }

    private static String inJson(String body) {
        try {
            return JSON.readTree(body).path("message").asText(null);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static String text(Object body) {
        try {
            return body instanceof String text ? text : JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(Map<String, String> fields) {
        StringBuilder body = new StringBuilder();
        fields.forEach((key, value) -> body.append(body.isEmpty() ? "" : "&")
                .append(key)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return body.toString();
    }
}
