package ru.nastavnik;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import ru.nastavnik.support.Browser;
import ru.nastavnik.support.Patience;
import ru.nastavnik.support.SchoolTest;
import ru.nastavnik.support.TestSchool;

/** What browsers are told about our answers. */
class HeadersTest extends SchoolTest {

    private static final Pattern HEADER_NONCE = Pattern.compile("'nonce-([^']+)'");
    private static final Pattern BODY_NONCE = Pattern.compile("nonce=\"([^\"]+)\"");
    private static final String[] OVER_TLS = {"X-Forwarded-Proto", "https", "X-Forwarded-Port", "443"};

    @Test
    @DisplayName("240 start pages loaded at once each hold the nonce that stands in their header")
    void parallelLoads_haveTheirOwnNonce() throws Exception {
        List<Browser> people = List.of(
                Browser.of(school, "curator", port),
                Browser.of(school, "director", port),
                Browser.of(school, "clerk", port));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<CompletableFuture<HttpResponse<String>>> loads = new ArrayList<>();
            for (int i = 0; i < 240; i++) {
                Browser browser = people.get(i % people.size());
                String page = i % 6 == 0 ? "/camunda/app/welcome/default/" : "/camunda/app/tasklist/default/";
                loads.add(CompletableFuture.supplyAsync(() -> browser.page(page), threads));
            }
            int mismatches = 0;
            List<String> nonces = new ArrayList<>();
            for (CompletableFuture<HttpResponse<String>> load : loads) {
                HttpResponse<String> answer = load.get(Patience.MILLIS, TimeUnit.MILLISECONDS);
                assertThat(answer.statusCode()).isEqualTo(200);
                String header = found(
                        HEADER_NONCE,
                        answer.headers().firstValue("Content-Security-Policy").orElse(""));
                List<String> inPage = BODY_NONCE
                        .matcher(answer.body())
                        .results()
                        .map(match -> match.group(1))
                        .distinct()
                        .toList();
                nonces.add(header);
                mismatches += header.isEmpty() || !inPage.equals(List.of(header)) ? 1 : 0;
            }
            assertThat(mismatches)
                    .as("pages whose scripts a browser would not run")
                    .isZero();
            assertThat(nonces.stream().distinct().count())
                    .as("nonces are not reused for long")
                    .isGreaterThan(100);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    @DisplayName("on plain localhost cookies are kept from scripts and other sites, and nothing demands TLS")
    void plainHttp_isUsable() {
        Browser curator = new Browser(port);
        HttpResponse<String> login = curator.logIn(school.login("curator"), TestSchool.PASSWORD);
        HttpResponse<String> tasklist = curator.page("/camunda/app/tasklist/default/");

        assertThat(setCookie(login, "JSESSIONID"))
                .contains("HttpOnly")
                .contains("SameSite=Lax")
                .doesNotContain("Secure");
        assertThat(setCookie(tasklist, "XSRF-TOKEN")).contains("SameSite=Lax").doesNotContain("Secure");
        for (HttpResponse<String> answer :
                List.of(login, tasklist, curator.page("/"), curator.get("/css/nastavnik.css"))) {
            assertThat(answer.headers().map()).doesNotContainKey("strict-transport-security");
        }
        assertThat(curator.page("/").statusCode()).as("the session holds").isEqualTo(200);
    }

    @Test
    @DisplayName("behind TLS cookies go over TLS only, browsers are told to stay there, and redirects lead there")
    void behindTls_everythingIsSecure() {
        Browser curator = new Browser(port);
        HttpResponse<String> loginPage = curator.page("/login");
        assertThat(loginPage.headers().map()).doesNotContainKey("strict-transport-security");

        HttpResponse<String> overTls = new Browser(port).get("/login", OVER_TLS);
        assertThat(setCookie(overTls, "JSESSIONID"))
                .contains("Secure")
                .contains("HttpOnly")
                .contains("SameSite=Lax");
        assertThat(overTls.headers().firstValue("Strict-Transport-Security"))
                .hasValueSatisfying(
                        value -> assertThat(value).startsWith("max-age=").doesNotContain("includeSubDomains"));
        assertThat(new Browser(port).get("/staff", OVER_TLS).headers().firstValue("Location"))
                .hasValue("/login");

        curator.logIn(school.login("curator"), TestSchool.PASSWORD);
        HttpResponse<String> tasklist = curator.get("/camunda/app/tasklist/default/", OVER_TLS);
        assertThat(setCookie(tasklist, "XSRF-TOKEN")).contains("; Secure").contains("SameSite=Lax");
        assertThat(tasklist.headers().allValues("Strict-Transport-Security")).hasSize(1);
    }

    @Test
    @DisplayName("our pages run our own scripts only, are framed nowhere, kept nowhere, and tell other sites nothing")
    void ownPages_haveAStrictPolicy() {
        Browser curator = Browser.of(school, "curator", port);
        for (String page :
                List.of("/", "/staff", "/roadmap", "/pairs", "/password", "/acknowledgements", "/no-such-page")) {
            HttpResponse<String> answer = curator.page(page);
            HttpHeaders headers = answer.headers();
            assertThat(headers.allValues("Content-Security-Policy"))
                    .as(page)
                    .containsExactly(
                            "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'");
            assertThat(headers.allValues("Referrer-Policy")).as(page).containsExactly("same-origin");
            assertThat(headers.allValues("X-Content-Type-Options")).as(page).containsExactly("nosniff");
            assertThat(headers.allValues("X-Frame-Options")).as(page).containsExactly("DENY");
            assertThat(headers.firstValue("Cache-Control"))
                    .as(page)
                    .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
            assertThat(headers.firstValue("Content-Type"))
                    .as(page)
                    .hasValueSatisfying(value -> assertThat(value).containsIgnoringCase("charset=UTF-8"));
            assertThat(headers.map()).as(page).doesNotContainKeys("server", "x-powered-by");
            assertThat(answer.body())
                    .as("%s has nothing inline that the policy would stop", page)
                    .doesNotContainPattern("<script(?![^>]* src=)")
                    .doesNotContainPattern("\\son[a-z]+=\"")
                    .doesNotContain("style=\"")
                    .doesNotContain("<style");
        }
        assertThat(curator.get("/css/nastavnik.css").headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).doesNotContain("no-store"));
    }

    @Test
    @DisplayName("the engine's applications keep a policy with nonces and without unsafe scripts from anywhere")
    void engineApplications_keepTheirPolicy() {
        Browser curator = Browser.of(school, "curator", port);
        for (String application : List.of("tasklist", "cockpit", "welcome")) {
            HttpHeaders headers =
                    curator.page("/camunda/app/" + application + "/default/").headers();
            assertThat(headers.allValues("Content-Security-Policy"))
                    .as(application)
                    .hasSize(1);
            String policy = headers.firstValue("Content-Security-Policy").orElseThrow();
            assertThat(policy)
                    .as(application)
                    .contains("'strict-dynamic'")
                    .contains("frame-ancestors 'none'")
                    .contains("object-src 'none'");
            assertThat(headers.allValues("X-Content-Type-Options"))
                    .as(application)
                    .containsOnly("nosniff");
            assertThat(headers.allValues("Referrer-Policy")).as(application).containsExactly("same-origin");
        }
        HttpResponse<String> api = curator.api("GET", "/task/count", null);
        assertThat(api.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        assertThat(api.headers().allValues("X-Content-Type-Options")).containsOnly("nosniff");
        assertThat(curator.cookie("JSESSIONID").map(HttpCookie::isHttpOnly)).hasValue(true);
    }

    private static String setCookie(HttpResponse<String> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "No cookie " + name + " among " + answer.headers().map()));
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }
}
