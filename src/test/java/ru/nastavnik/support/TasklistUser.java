package ru.nastavnik.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody at a browser: logs in, and sends what Tasklist and our own pages send. */
public class TasklistUser {

    /** One task as the list shows it. */
    public record OpenTask(String id, String key, String name, String assignee, String about) {}

    /** What the server answered. */
    public record Reply(int status, String body) {

        /** @return the sentence for the person */
        public String message() {
            try {
                return new ObjectMapper().readTree(body).path("message").asText();
            } catch (JsonProcessingException e) {
                return body;
            }
        }
    }

    private static final String API = "/camunda/api/engine/engine/default";
    private static final Pattern CSRF_FIELD = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern DONE = Pattern.compile("class=\"message done\"[^>]*>([^<]+)<");
    private static final ObjectMapper JSON = new ObjectMapper();

    static {
        // Shorter than the server keeps a silent connection open: on a slow machine somebody may be silent for a
        // minute.
        System.setProperty("jdk.httpclient.keepalive.timeout", "20");
    }

    /** What is done around each submit: a measure times it, a test tries something else before. */
    public interface AroundSubmit {
        void call(TasklistUser user, OpenTask task, Object[] keysAndAnswers, Runnable submit);
    }

    public static final AroundSubmit NOTHING_ELSE = (user, task, keysAndAnswers, submit) -> submit.run();

    public static AroundSubmit aroundSubmit = NOTHING_ELSE;

    private final String address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Patience.TIME)
            .build();
    public final String login;
    public final UUID accountId;
    public final UUID personId;
    private final Runnable afterwards;
    /** Hears what our own pages tell this person to have been done. */
    Consumer<String> told = sentence -> {};

    private String xsrfToken;
    private String mark = "";

    public TasklistUser(int port, String login, String password, UUID accountId, UUID personId) {
        this(port, login, password, accountId, personId, () -> {});
    }

    /** @param afterwards what goes on in the background when this person has completed a task */
    public TasklistUser(int port, String login, String password, UUID accountId, UUID personId, Runnable afterwards) {
        this.afterwards = afterwards;
        this.address = "http://localhost:" + port;
        this.login = login;
        this.accountId = accountId;
        this.personId = personId;
        logIn(password);
    }

    /** From now on whatever this person types carries the mark, so that it can be searched for. */
    public void markTexts(String mark) {
        this.mark = mark;
    }

    private void logIn(String password) {
        String token = field(get("/login").body());
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(address + "/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        form(Map.of("login", login, "password", password, "_csrf", token)))));
        assertThat(answer.uri().getPath()).as("%s is logged in", login).isNotEqualTo("/login");
    }

    // --- what Tasklist does -----------------------------------------------------------------------

    /** @return the tasks of the lists «Мои задачи» and «Общие задачи» */
    public List<OpenTask> tasks() {
        List<OpenTask> tasks = new ArrayList<>();
        List.of("Мои задачи", "Общие задачи").forEach(list -> tasks.addAll(list(list)));
        return tasks;
    }

    /** @return the tasks of the list with this name */
    public List<OpenTask> list(String name) {
        List<OpenTask> tasks = new ArrayList<>();
        JsonNode page = json(api(
                "POST",
                "/filter/" + filter(name) + "/list?firstResult=0&maxResults=200",
                Map.of(),
                "application/hal+json"));
        for (JsonNode task : page.path("_embedded").path("task")) {
            String about = null;
            for (JsonNode variable : task.path("_embedded").path("variable")) {
                if (variable.path("name").asText().equals("about")) {
                    about = variable.path("value").asText(null);
                }
            }
            tasks.add(new OpenTask(
                    task.path("id").asText(),
                    task.path("taskDefinitionKey").asText(),
                    task.path("name").asText(),
                    task.path("assignee").asText(null),
                    about));
        }
        return tasks;
    }

    private String filter(String name) {
        for (JsonNode filter :
                json(api("GET", "/filter?resourceType=Task&firstResult=0&maxResults=2000", null, null))) {
            if (filter.path("name").asText().equals(name)) {
                return filter.path("id").asText();
            }
        }
        throw new AssertionError("There is no list «" + name + "»");
    }

    public List<OpenTask> tasks(String key) {
        return tasks().stream().filter(task -> task.key().equals(key)).toList();
    }

    /** @return the one open task of this kind, as somebody looking at the list would find it */
    public OpenTask task(String key) {
        List<OpenTask> found = tasks(key);
        assertThat(found)
                .as(
                        "open tasks %s of %s among %s",
                        key, login, tasks().stream().map(OpenTask::key).toList())
                .isNotEmpty();
        return found.get(0);
    }

    public boolean has(String key) {
        return !tasks(key).isEmpty();
    }

    /** @return what the form shows, lists and tables as lists */
    public Map<String, Object> form(OpenTask task) {
        assertThat(api("GET", "/task/" + task.id() + "/form", null, null).status())
                .isEqualTo(200);
        assertThat(api("GET", "/task/" + task.id() + "/deployed-form", null, null)
                        .status())
                .isEqualTo(200);
        Reply reply = api("GET", "/task/" + task.id() + "/form-variables?deserializeValues=false", null, null);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        Map<String, Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> variable : json(reply).properties()) {
            JsonNode value = variable.getValue().path("value");
            values.put(
                    variable.getKey(),
                    variable.getValue().path("type").asText().equals("Json")
                            ? JSON.convertValue(parse(value.asText()), List.class)
                            : JSON.convertValue(value, Object.class));
        }
        return values;
    }

    /** @return the value of the option whose label contains this text */
    @SuppressWarnings("unchecked")
    public String option(OpenTask task, String optionsKey, String label) {
        return ((List<Map<String, String>>) form(task).get(optionsKey))
                .stream()
                        .filter(choice -> choice.get("label").contains(label))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(
                                "No option «" + label + "» among " + form(task).get(optionsKey)))
                        .get("value");
    }

    /** @return all values that may be chosen there */
    @SuppressWarnings("unchecked")
    public List<String> options(OpenTask task, String optionsKey) {
        Map<String, Object> form = form(task);
        assertThat(form).as("form of %s", task.key()).containsKey(optionsKey);
        return ((List<Map<String, String>>) form.get(optionsKey))
                .stream().map(choice -> choice.get("value")).toList();
    }

    /** Takes the task, opens its form, submits it; every step must go well. */
    public void complete(String key, Object... keysAndAnswers) {
        complete(task(key), keysAndAnswers);
    }

    public void complete(OpenTask task, Object... keysAndAnswers) {
        if (task.assignee() == null) {
            Reply claim = claim(task);
            assertThat(claim.status())
                    .as("claim of %s: %s", task.key(), claim.body())
                    .isEqualTo(204);
        }
        Object[] sent = withWhatWasRead(form(task), keysAndAnswers);
        aroundSubmit.call(this, task, sent, () -> {
            Reply reply = submit(task.id(), sent);
            assertThat(reply.status())
                    .as("%s completes %s: %s", login, task.key(), reply.body())
                    .isEqualTo(204);
        });
        afterwards.run();
    }

    /** The browser sends back which version of a text it has shown. */
    private static Object[] withWhatWasRead(Map<String, Object> form, Object... keysAndAnswers) {
        Object version = form.get("versionId");
        List<Object> sent = new ArrayList<>(Arrays.asList(keysAndAnswers));
        if (version != null && !sent.contains("versionId")) {
            sent.addAll(List.of("versionId", version));
        }
        return sent.toArray();
    }

    /** Submits and expects a refusal. */
    public Reply refused(String key, Object... keysAndAnswers) {
        Reply reply = submit(task(key).id(), keysAndAnswers);
        assertThat(reply.status()).as(reply.body()).isBetween(400, 499);
        return reply;
    }

    public Reply claim(OpenTask task) {
        return api("POST", "/task/" + task.id() + "/claim", Map.of("userId", accountId.toString()), null);
    }

    public Reply submit(String taskId, Object... keysAndAnswers) {
        return api("POST", "/task/" + taskId + "/submit-form", Map.of("variables", variables(keysAndAnswers)), null);
    }

    /** Starts a process from Tasklist's list of processes; @return id of the instance's business key */
    public UUID start(String processKey, Object... keysAndAnswers) {
        Reply reply = tryStart(processKey, keysAndAnswers);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return UUID.fromString(json(reply).path("businessKey").asText());
    }

    public Reply tryStart(String processKey, Object... keysAndAnswers) {
        Reply definitions = api(
                "GET",
                "/process-definition?latest=true&active=true&startableInTasklist=true&startablePermissionCheck=true&maxResults=50",
                null,
                null);
        for (JsonNode definition : json(definitions)) {
            if (definition.path("key").asText().equals(processKey)) {
                return api(
                        "POST",
                        "/process-definition/" + definition.path("id").asText() + "/submit-form",
                        Map.of("variables", variables(keysAndAnswers)),
                        null);
            }
        }
        throw new AssertionError(login + " may not start " + processKey + ": " + definitions.body());
    }

    /** As Tasklist sends what a form holds: each with a type, lists as JSON. */
    private Map<String, Object> variables(Object... keysAndAnswers) {
        Map<String, Object> variables = new LinkedHashMap<>();
        for (int i = 0; i < keysAndAnswers.length; i += 2) {
            Object value = keysAndAnswers[i + 1];
            Map<String, Object> variable = new LinkedHashMap<>();
            variable.put(
                    "type",
                    value instanceof List
                            ? "Json"
                            : value instanceof Boolean
                                    ? "Boolean"
                                    : value instanceof Integer ? "Integer" : value == null ? "Null" : "String");
            variable.put(
                    "value",
                    value instanceof List
                            ? write(value)
                            : value instanceof Boolean || value instanceof Integer || value == null
                                    ? value
                                    : marked(value.toString()));
            variables.put((String) keysAndAnswers[i], variable);
        }
        return variables;
    }

    /** Ids, dates and choices stay as they are. */
    private String marked(String text) {
        if (text.contains("://")) {
            return text + mark;
        }
        return text.chars().anyMatch(letter -> letter >= 'А') ? mark + text + mark : text;
    }

    // --- requests ---------------------------------------------------------------------------------

    /** A call of the REST API under the web applications, with its CSRF token as the browser sends it. */
    public Reply api(String method, String path, Object body, String accept) {
        if (xsrfToken == null) {
            get("/camunda/app/tasklist/default/");
            xsrfToken = cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                    .findFirst()
                    .orElseThrow()
                    .getValue();
        }
        HttpRequest.BodyPublisher publisher = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body instanceof String text ? text : write(body));
        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(address + API + path))
                .header("Content-Type", "application/json")
                .header("Accept", accept == null ? "application/json" : accept)
                .header("X-XSRF-TOKEN", xsrfToken)
                .method(method, publisher));
        return new Reply(response.statusCode(), response.body());
    }

    public Reply get(String path) {
        HttpResponse<String> response =
                send(HttpRequest.newBuilder(URI.create(address + path)).GET());
        return new Reply(response.statusCode(), response.body());
    }

    /** Posts a form of one of our own pages, with the CSRF field that the page holds. */
    public Reply post(String page, String path, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", field(get(page).body()));
        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(all))));
        afterwards.run();
        DONE.matcher(response.body()).results().forEach(done -> told.accept(done.group(1)));
        return new Reply(response.statusCode(), response.body());
    }

    /** Attaches a file to a task as the tab «Файлы» does. */
    public Reply attach(OpenTask task, String name, byte[] content) {
        return attachTo(task.id(), json(get("/tasks/" + task.id() + "/files")), name, content);
    }

    /** @param tab the tab of any task, for its CSRF token */
    public Reply attachTo(String taskId, JsonNode tab, String name, byte[] content) {
        String boundary = "----" + UUID.randomUUID();
        byte[] head = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(address + "/tasks/" + taskId + "/files"))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Sec-Fetch-Mode", "cors")
                .header(tab.path("csrfHeader").asText(), tab.path("csrfToken").asText())
                .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(head, content, tail))));
        return new Reply(response.statusCode(), response.body());
    }

    /** Opens an attached file. */
    public HttpResponse<byte[]> open(String fileId) {
        return send(
                HttpRequest.newBuilder(URI.create(address + "/files/" + fileId)).GET(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Takes an attached file away as the tab «Файлы» does. */
    public Reply removeFile(OpenTask task, String fileId) {
        JsonNode tab = json(get("/tasks/" + task.id() + "/files"));
        HttpResponse<String> response = send(HttpRequest.newBuilder(
                        URI.create(address + "/tasks/" + task.id() + "/files/" + fileId))
                .header(tab.path("csrfHeader").asText(), tab.path("csrfToken").asText())
                .DELETE());
        return new Reply(response.statusCode(), response.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request.timeout(Patience.TIME).build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String field(String page) {
        Matcher matcher = CSRF_FIELD.matcher(page);
        assertThat(matcher.find()).as("the page has a CSRF field: %s", page).isTrue();
        return matcher.group(1);
    }

    private static String form(Map<String, String> fields) {
        StringBuilder body = new StringBuilder();
        fields.forEach((key, value) -> body.append(body.isEmpty() ? "" : "&")
                .append(key)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return body.toString();
    }

    public static JsonNode json(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return parse(reply.body());
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + text, e);
        }
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
