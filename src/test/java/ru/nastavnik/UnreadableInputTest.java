package ru.nastavnik;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import ru.nastavnik.support.Attempts;
import ru.nastavnik.support.Browser;
import ru.nastavnik.support.SchoolTest;
import ru.nastavnik.support.SchoolYear;

/** What the engine, the framework or the database cannot read is somebody's mistake, and told so in a sentence. */
@ExtendWith(OutputCaptureExtension.class)
class UnreadableInputTest extends SchoolTest {

    private static final String COCKPIT = "/camunda/api/cockpit/plugin/base/default";

    private Attempts attempts;
    private Browser curator;
    private String filter;

    @BeforeEach
    void aProgramme() {
        attempts = new Attempts(database);
        day("2025-08-25");
        new SchoolYear(school, this::day).requested();
        curator = Browser.of(school, "curator", port);
        filter = database.queryForObject("select id_ from act_ru_filter where name_ = 'Общие задачи'", String.class);
    }

    @Test
    @DisplayName("patterns, days and numbers that no database holds are refused with a sentence, and fill no log")
    void queriesThatCannotBeAsked_areRefused(CapturedOutput log) {
        String list = "/filter/" + filter + "/list?firstResult=0&maxResults=10";
        for (String query : List.of(
                "nameLike=%5C",
                "descriptionLike=%25%5C",
                "processInstanceBusinessKeyLike=x%5C",
                "dueBefore=294277-01-01T00:00:00.000%2B0000",
                "createdAfter=999999-12-31T00:00:00.000%2B0000",
                "dueAfter=294277-01-01T00:00:00")) {
            attempts.query(curator, "GET", "/task?maxResults=10&" + query, null);
            attempts.query(curator, "GET", "/task/count?" + query, null);
            attempts.query(curator, "GET", "/history/process-instance?maxResults=10&" + query, null);
        }
        for (Object body : List.of(
                Map.of("nameLike", "\\"),
                Map.of("dueBefore", "294277-01-01T00:00:00.000+0000"),
                "{\"priority\":1e400}",
                "{\"priority\":" + "9".repeat(2_000) + "}",
                Map.of("processVariables", List.of(variable("like", 5))),
                Map.of("processVariables", List.of(variable("like", 1e300))),
                Map.of("taskVariables", List.of(variable("like", true))))) {
            attempts.query(curator, "POST", list, body);
            attempts.query(curator, "POST", "/task?maxResults=10", body);
            attempts.query(curator, "POST", "/task/count", body);
        }
        for (Object value : new Object[] {5, 1.5, true, "\\"}) {
            attempts.query(
                    curator, "POST", "/process-instance/count", Map.of("variables", List.of(variable("like", value))));
            attempts.query(
                    curator,
                    "POST",
                    "/variable-instance/count",
                    Map.of("variableValues", List.of(variable("like", value))));
            for (String path : List.of("/process-instance/count", "/incident/count")) {
                attempts.harmless(
                        curator,
                        "Cockpit " + path + " like " + value,
                        () -> curator.script(
                                "POST",
                                COCKPIT + path,
                                "{\"variables\":[{\"name\":\"x\",\"operator\":\"like\",\"value\":[" + value + "]}]}"));
            }
        }
        attempts.comeToNothing();
        assertThat(log.getAll()).doesNotContain("\tat ");
    }

    @Test
    @DisplayName(
            "a body in another encoding, an answer of another kind, a field with an index are refused with a sentence")
    void requestsThatCannotBeRead_areRefused(CapturedOutput log) {
        String task = school.curator().task("UserTask_CompleteRoadmap").id();
        for (String charset : List.of("UTF-16", "UTF-32", "windows-1251", "x-none", "")) {
            for (String path : List.of("/task/" + task + "/claim", "/filter/" + filter + "/list", "/task/count")) {
                attempts.add(
                        curator,
                        path + " in " + charset,
                        () -> curator.send(
                                "POST",
                                Browser.API + path,
                                "{\"priority\":" + "9".repeat(2_000) + "}",
                                "Content-Type",
                                "application/json;charset=" + charset,
                                "Accept",
                                "application/json",
                                "X-XSRF-TOKEN",
                                curator.engineToken()));
            }
        }
        for (String path : List.of("/files/" + UUID.randomUUID(), "/tasks/" + UUID.randomUUID() + "/files")) {
            for (String accept : List.of("text/html", "image/png", "text/css,*/*;q=0.1")) {
                attempts.add(
                        curator,
                        path + " as " + accept,
                        () -> curator.get(path, "Accept", accept, "Sec-Fetch-Mode", "cors"));
                attempts.add(curator, path + " as page " + accept, () -> curator.get(path, "Accept", accept));
            }
        }
        for (String field :
                List.of("lastName[0]", "lastName[x]", "roles[-1]", "form.lastName", "from[0].x", "email[0][1]")) {
            for (String path :
                    List.of("/staff/new", "/staff/pupils/new", "/staff/" + school.personOf("deputy") + "/data")) {
                Map<String, String> fields = new LinkedHashMap<>(Map.of("firstName", "Анна"));
                fields.put(field, "Новая");
                attempts.form(curator, path, fields);
            }
        }
        attempts.comeToNothing();
        assertThat(log.getAll()).doesNotContain("\tat ").doesNotContain("Новая");
    }

    @Test
    @DisplayName("a question with thousands of alternatives is refused before anybody answers it")
    void questionsWithoutEnd_areRefused() {
        Map<String, Object> alternatives = Map.of("orQueries", Collections.nCopies(2_000, Map.of("nameLike", "%a%")));
        Map<String, Object> ids = Map.of(
                "taskIdIn", IntStream.range(0, 40_000).mapToObj(i -> "id" + i).toList());
        Map<String, Object> nested = Map.of(
                "orQueries",
                Collections.nCopies(10, Map.of("orQueries", Collections.nCopies(10, Map.of("name", "a")))));
        long began = System.nanoTime();
        for (Object body : List.of(alternatives, ids, nested)) {
            for (String path : List.of(
                    "/filter/" + filter + "/list?firstResult=0&maxResults=10",
                    "/filter/" + filter + "/count",
                    "/task?maxResults=10",
                    "/task/count",
                    "/process-instance/count")) {
                attempts.api(curator, "POST", path, body);
            }
        }
        attempts.comeToNothing();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMinutes(5));
        assertThat(curator.api(
                                "POST",
                                "/task?maxResults=10",
                                Map.of("orQueries", List.of(Map.of("nameLike", "%а%", "priority", 50))))
                        .statusCode())
                .as("a question as people ask it")
                .isEqualTo(200);
    }

    @Test
    @DisplayName(
            "a statement of somebody who waits is given up after the time of the settings, a migration takes its own")
    void statementsHaveAnEnd() {
        assertThat(database.queryForObject("show statement_timeout", String.class))
                .isEqualTo("30s");
    }

    @Test
    @DisplayName("a wrong birth date loses nothing that was typed and stands in no log")
    void wrongBirthDate_losesNothing(CapturedOutput log) {
        Map<String, String> form = Map.of(
                "lastName", "Ягодкина",
                "firstName", "Вера",
                "birthDate", "31.02.2010",
                "className", "7 «Б» класс",
                "parentLastName", "Ягодкин",
                "parentFirstName", "Пётр");
        HttpResponse<String> answer = curator.form("/staff/pupils/new", form);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(curator.sentence(answer)).hasValue("Укажите дату рождения ученика.");
        assertThat(answer.body()).contains("Ягодкина", "Вера", "31.02.2010", "7 «Б» класс", "Ягодкин", "Пётр");
        assertThat(log.getAll()).doesNotContain("31.02.2010");
    }

    @Test
    @DisplayName("signs that nobody sees do not come into a name")
    void unseenSigns_doNotComeIntoAName() {
        assertThat(curator.form(
                                "/staff/" + school.personOf("deputy") + "/data",
                                Map.of(
                                        "lastName", "\u202EЗавуч\u200Bева\u2066",
                                        "firstName", "Анна\t\u00A0 Мария",
                                        "positionTitle", "учитель\u0007"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(database.queryForMap(
                        "select last_name, first_name, position_title from person_data where person_id = ?",
                        school.personOf("deputy")))
                .containsEntry("last_name", "Завучева")
                .containsEntry("first_name", "Анна Мария")
                .containsEntry("position_title", "учитель");
        assertThat(curator.sentence(curator.form(
                        "/staff/" + school.personOf("deputy") + "/data",
                        Map.of("lastName", "\u200B\u200B", "firstName", "Анна"))))
                .hasValueSatisfying(sentence -> assertThat(sentence).startsWith("Укажите фамилию"));
    }

    private static Map<String, Object> variable(String operator, Object value) {
        return Map.of("name", "rows", "operator", operator, "value", value);
    }
}
