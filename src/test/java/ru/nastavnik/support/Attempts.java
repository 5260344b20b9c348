package ru.nastavnik.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Things that somebody tries and that must come to nothing: each is answered with a status of the client's mistake and
 * a Russian sentence, and leaves every table as it was. Whoever tries is logged in from the first to the last: that
 * nobody gets in without logging in is another story.
 */
public class Attempts {

    public static final byte[] PDF = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
    private static final int SHOWN = 160;
    /** Looking at every table takes longer than an attempt. */
    private static final int LOOKED_AT_TOGETHER = 40;

    /** What is asked of the answer. */
    private enum Rule {
        /** A refusal with a sentence. */
        REFUSED,
        /** A refusal; the answer cannot hold a sentence. */
        REFUSED_SILENTLY,
        /** A refusal with a sentence, after which the person has to log in again. */
        ENDS_SESSION,
        /** Anything but a failure, as long as nothing changes. */
        HARMLESS
    }

    private record Attempt(Browser who, String what, Rule rule, Supplier<HttpResponse<String>> request) {}

    private final JdbcTemplate database;
    private final List<Attempt> attempts = new ArrayList<>();

    public Attempts(JdbcTemplate database) {
        this.database = database;
    }

    public void add(Browser who, String what, Supplier<HttpResponse<String>> request) {
        attempts.add(new Attempt(who, what, Rule.REFUSED, request));
    }

    public void addSilent(Browser who, String what, Supplier<HttpResponse<String>> request) {
        attempts.add(new Attempt(who, what, Rule.REFUSED_SILENTLY, request));
    }

    public void addLast(Browser who, String what, Supplier<HttpResponse<String>> request) {
        attempts.add(new Attempt(who, what, Rule.ENDS_SESSION, request));
    }

    /** A request to the engine's API, as Tasklist sends it. */
    public void api(Browser who, String method, String path, Object body) {
        add(who, method + " " + path + " " + shown(body), () -> who.api(method, path, body));
    }

    /** A question that may also be answered, with whatever there is. */
    public void query(Browser who, String method, String path, Object body) {
        attempts.add(new Attempt(
                who, method + " " + path + " " + shown(body), Rule.HARMLESS, () -> who.api(method, path, body)));
    }

    public void harmless(Browser who, String what, Supplier<HttpResponse<String>> request) {
        attempts.add(new Attempt(who, what, Rule.HARMLESS, request));
    }

    /** A request of a script of ours. */
    public void script(Browser who, String method, String path) {
        add(
                who,
                method + " " + path,
                () -> who.send(
                        method,
                        path,
                        null,
                        "Accept",
                        "*/*",
                        "Sec-Fetch-Mode",
                        "cors",
                        "X-CSRF-TOKEN",
                        who.csrfToken()));
    }

    public void upload(Browser who, String path) {
        add(who, "upload to " + path, () -> upload(who, path, "scan.pdf", PDF));
    }

    public void page(Browser who, String path) {
        add(who, "page " + path, () -> who.page(path));
    }

    public void form(Browser who, String path, Map<String, String> fields) {
        add(who, "form " + path + " " + shown(fields), () -> who.form(path, fields));
    }

    public static HttpResponse<String> upload(Browser who, String path, String name, byte[] content) {
        return uploadForm(who, path, who.csrfToken(), form(name, content));
    }

    /** @return a form with a file, as a browser sends it */
    public static byte[] form(String name, byte[] content) {
        byte[] head = ("--b0undary\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = "\r\n--b0undary--\r\n".getBytes(StandardCharsets.UTF_8);
        byte[] body = new byte[head.length + content.length + tail.length];
        System.arraycopy(head, 0, body, 0, head.length);
        System.arraycopy(content, 0, body, head.length, content.length);
        System.arraycopy(tail, 0, body, head.length + content.length, tail.length);
        return body;
    }

    public static HttpResponse<String> uploadForm(Browser who, String path, String csrfToken, byte[] form) {
        return who.send(
                "POST",
                path,
                form,
                "Content-Type",
                "multipart/form-data; boundary=b0undary",
                "Accept",
                "*/*",
                "Sec-Fetch-Mode",
                "cors",
                "X-CSRF-TOKEN",
                csrfToken);
    }

    /** Tries everything and holds each answer against its rule. */
    public void comeToNothing() {
        assertThat(attempts).isNotEmpty();
        List<String> complaints = new ArrayList<>();
        DatabaseState before = DatabaseState.of(database);
        for (int from = 0; from < attempts.size(); from += LOOKED_AT_TOGETHER) {
            List<Attempt> some = attempts.subList(from, Math.min(from + LOOKED_AT_TOGETHER, attempts.size()));
            some.forEach(attempt -> {
                HttpResponse<String> answer = attempt.request.get();
                String complaint = complaint(attempt, answer);
                if (complaint != null) {
                    complaints.add(complaint + ": " + attempt.what + " -> " + answer.statusCode() + " "
                            + shown(answer.body()));
                }
            });
            DatabaseState after = DatabaseState.of(database);
            if (!after.equals(before)) {
                complaints.add("CHANGED " + after.differences(before) + " by one of: "
                        + some.stream().map(Attempt::what).collect(Collectors.joining("; ")));
                before = after;
            }
        }
        Set<Browser> out = attempts.stream()
                .filter(attempt -> attempt.rule == Rule.ENDS_SESSION)
                .map(Attempt::who)
                .collect(Collectors.toSet());
        attempts.stream()
                .map(Attempt::who)
                .distinct()
                .filter(who -> who.page("/").statusCode() == 200 == out.contains(who))
                .forEach(who -> complaints.add(out.contains(who) ? "STILL LOGGED IN" : "NOT LOGGED IN AT THE END"));
        attempts.clear();
        assertThat(String.join("\n", complaints)).isEmpty();
    }

    private static String complaint(Attempt attempt, HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status >= 500) {
            return "FAILED";
        }
        if (status == 401
                || answer.headers()
                        .firstValue("Location")
                        .filter(page -> page.contains("/login"))
                        .isPresent()) {
            return "NOT LOGGED IN";
        }
        boolean harmless = attempt.rule == Rule.HARMLESS && status < 300;
        boolean silent = attempt.rule == Rule.REFUSED_SILENTLY && status >= 400;
        if (harmless || silent) {
            return null;
        }
        boolean ownForm = answer.request().method().equals("POST")
                && !answer.uri().getPath().startsWith("/camunda");
        if (status < 400 && !ownForm) {
            return "ACCEPTED";
        }
        return attempt.who.sentence(answer).isEmpty() ? "WITHOUT A SENTENCE" : null;
    }

    private static String shown(Object value) {
        String text = value == null
                ? ""
                : value instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : value.toString();
        String plain = text.replace("\0", "␀").replaceAll("\\s+", " ");
        return plain.length() > SHOWN ? plain.substring(0, SHOWN) + "… (" + plain.length() + ")" : plain;
    }
}
