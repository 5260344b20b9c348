package ru.nastavnik;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.support.Attempts;
import ru.nastavnik.support.Browser;
import ru.nastavnik.support.SchoolTest;
import ru.nastavnik.support.SchoolYear;
import ru.nastavnik.support.TasklistUser.OpenTask;
import ru.nastavnik.support.TestSchool;
import ru.nastavnik.support.Together;

/** What no page of ours would send: it is answered with a Russian sentence, never with a failure,
 * and changes nothing. */
class HostileInputTest extends SchoolTest {

    private static final String LONG = "ы".repeat(5_000);
    private static final List<String> MALFORMED = List.of(
            "x", "0", "-1", "null", "undefined", "%00", "%27%20or%201=1", "%D0%B6", "a".repeat(300), "1-1-1-1-1");

    private Attempts attempts;
    private UUID programmeId;

    @BeforeEach
    void nothingTriedYet() {
        attempts = new Attempts(database);
    }

    @Test
    @DisplayName("ids that do not exist or are no ids at all are refused with a sentence, and nothing changes")
    void unknownAndMalformedIds_changeNothing() {
        programmeToApprove();
        Browser director = browser(school, "director");
        Browser curator = browser(school, "curator");
        List<String> ids = new ArrayList<>(MALFORMED);
        ids.add(UUID.randomUUID().toString());
        for (String id : ids) {
            for (String path : List.of("", "/form", "/deployed-form", "/form-variables?deserializeValues=false")) {
                attempts.api(director, "GET", "/task/" + id + path, null);
            }
            attempts.api(director, "POST", "/task/" + id + "/claim", Map.of("userId", school.accountOf("director")));
            attempts.api(director, "POST", "/task/" + id + "/unclaim", Map.of());
            attempts.api(director, "POST", "/task/" + id + "/submit-form", answers("decision", "APPROVE"));
            attempts.api(director, "POST", "/process-definition/" + id + "/submit-form", answers("track", "STAFF"));
            attempts.api(director, "GET", "/process-definition/" + id + "/startForm", null);
            attempts.api(director, "GET", "/process-definition/" + id + "/xml", null);
            attempts.api(director, "GET", "/filter/" + id, null);
            attempts.api(director, "POST", "/filter/" + id + "/list", Map.of());
            attempts.api(director, "GET", "/user/" + id + "/profile", null);
            attempts.api(curator, "GET", "/process-instance/" + id, null);
            attempts.api(curator, "GET", "/process-instance/" + id + "/activity-instances", null);
            attempts.api(curator, "GET", "/deployment/" + id + "/resources", null);
            ownPages(director, id, id);
        }
        attempts.comeToNothing();
    }

    @Test
    @DisplayName("nothing of another school is seen or changed by its ids, whoever asks")
    void idsOfAnotherOrganisation_areUnknown() {
        Victim victim = victim();
        TestSchool strangers = new TestSchool(organisations, database, port);
        new SchoolYear(strangers, this::day).requested();
        for (String who : List.of("director", "curator", "Ахтырцева")) {
            Browser stranger = browser(strangers, who);
            for (OpenTask task : victim.tasks) {
                for (String path : List.of("", "/form", "/deployed-form", "/form-variables?deserializeValues=false")) {
                    attempts.api(stranger, "GET", "/task/" + task.id() + path, null);
                }
                attempts.api(
                        stranger, "POST", "/task/" + task.id() + "/claim", Map.of("userId", strangers.accountOf(who)));
                attempts.api(stranger, "POST", "/task/" + task.id() + "/unclaim", Map.of());
                attempts.api(stranger, "POST", "/task/" + task.id() + "/submit-form", answers("door", "SCREEN"));
                attempts.script(stranger, "GET", "/tasks/" + task.id() + "/files");
                attempts.upload(stranger, "/tasks/" + task.id() + "/files");
            }
            attempts.api(stranger, "GET", "/user/" + school.accountOf("director") + "/profile", null);
            attempts.api(stranger, "GET", "/process-instance/" + victim.instanceId, null);
            attempts.script(stranger, "GET", "/files/" + victim.fileId);
            attempts.script(stranger, "DELETE", "/tasks/" + victim.tasks.get(0).id() + "/files/" + victim.fileId);
            attempts.page(stranger, "/roadmap?programme=" + programmeId);
            ownPages(stranger, victim.pairId, school.personOf("director").toString());
            attempts.form(
                    stranger, "/roadmap/cancel", Map.of("programmeId", programmeId.toString(), "reason", "Чужая"));
            attempts.form(stranger, "/roadmap/stages/" + victim.stageId + "/waiver", Map.of("reason", "Чужая"));
            attempts.form(stranger, "/pairs/lists", Map.of("programmeId", programmeId.toString()));
            attempts.form(stranger, "/acknowledgements/" + victim.actId, Map.of());
            attempts.form(stranger, "/organisation", Map.of("organisationId", school.id.toString()));
            attempts.form(stranger, "/notices/" + victim.noticeId + "/read", Map.of());
        }
        attempts.comeToNothing();
        Browser stranger = browser(strangers, "director");
        for (String page : List.of("/", "/roadmap", "/pairs", "/staff", "/acknowledgements")) {
            assertThat(stranger.page(page).body())
                    .as(page)
                    .doesNotContain(
                            programmeId.toString(),
                            school.id.toString(),
                            victim.pairId,
                            school.personOf("director").toString());
        }
    }

    @Test
    @DisplayName("an id of another school is answered like one that is nowhere")
    void foreignIds_areAnsweredLikeNone() {
        Victim victim = victim();
        TestSchool strangers = new TestSchool(organisations, database, port);
        Map<String, String> asked = Map.of(
                "/roadmap/stages/%s/waiver", victim.stageId,
                "/acknowledgements/%s", victim.actId,
                "/staff/%s/password", school.personOf("deputy").toString(),
                "/pairs/%s/replacement", victim.pairId,
                "/pairs/%s/terminate", victim.pairId,
                "/tasks/%s/taking-away", victim.tasks.get(0).id(),
                "/notices/%s/read", victim.noticeId);
        String nowhere = UUID.randomUUID().toString();
        Map<String, String> fields = Map.of("reason", "Причина", "request", "Просьба", "initiative", "OTHER");
        List<String> differences = new ArrayList<>();
        for (String who : List.of("director", "curator", "Ахтырцева")) {
            Browser stranger = browser(strangers, who);
            asked.forEach((path, id) -> {
                HttpResponse<String> foreign = stranger.form(path.formatted(id), fields);
                String there = foreign.statusCode() + " " + stranger.sentence(foreign);
                HttpResponse<String> none = stranger.form(path.formatted(nowhere), fields);
                String nothing = none.statusCode() + " " + stranger.sentence(none);
                if (!there.equals(nothing)) {
                    differences.add(who + " " + path + ": " + there + " / " + nothing);
                }
            });
            HttpResponse<String> file = stranger.get("/acknowledgements/" + victim.actId + "/annexes/" + nowhere);
            HttpResponse<String> noFile = stranger.get("/acknowledgements/" + nowhere + "/annexes/" + nowhere);
            assertThat(stranger.sentence(file)).as(who).isPresent().isEqualTo(stranger.sentence(noFile));
        }
        assertThat(differences).isEmpty();
    }

    @Test
    @DisplayName("whoever works in two schools sees both, and cannot bring things of one into the other")
    void personOfTwoSchools_cannotMixThem() {
        programmeToComplete(school);
        TestSchool other = new TestSchool(organisations, database, port);
        UUID otherProgramme = programmeToComplete(other);
        school.alsoWorksIn(other, "curator", Role.CURATOR);
        school.grant("curator", other.id, Role.DIRECTOR, LocalDate.of(2020, 1, 1), null, false);

        List<OpenTask> tasks = school.curator().tasks("UserTask_CompleteRoadmap");
        assertThat(tasks).as("tasks of both schools").hasSize(2);
        String here = tasks.stream()
                .filter(task -> organisationOf(task).equals(school.id.toString()))
                .findFirst()
                .orElseThrow()
                .id();
        String foreignMeasure = database.queryForObject(
                        "select m.id from measure m join stage s on s.id = m.stage_id "
                                + "where s.programme_id = ? limit 1",
                        UUID.class,
                        otherProgramme)
                .toString();

        Browser both = browser(school, "curator");
        attempts.api(
                both,
                "POST",
                "/task/" + here + "/submit-form",
                answers("step", "CHANGE", "measureId", foreignMeasure, "role", "DEPUTY", "dueTo", "2025-10-01"));
        assertThat(both.sentence(both.api(
                        "POST",
                        "/task/" + here + "/submit-form",
                        answers(
                                "step",
                                "CHANGE",
                                "measureId",
                                foreignMeasure,
                                "role",
                                "DEPUTY",
                                "dueTo",
                                "2025-10-01"))))
                .hasValue("В поле «Мероприятие» выбрано то, чего в списке уже нет. Откройте задачу заново.");
        attempts.page(both, "/staff/" + other.personOf("director"));
        attempts.page(both, "/roadmap?programme=" + otherProgramme);
        attempts.form(both, "/staff/" + other.personOf("deputy") + "/password", Map.of());
        attempts.form(
                both, "/staff/" + other.personOf("deputy") + "/data", Map.of("lastName", "Чужая", "firstName", "Анна"));
        attempts.form(
                both,
                "/staff/" + school.personOf("deputy") + "/powers",
                Map.of("role", "DIRECTOR", "from", "2025-09-01", "basis", "Приказ № 1"));
        attempts.form(
                both, "/roadmap/cancel", Map.of("programmeId", otherProgramme.toString(), "reason", "Чужая роль"));
        HttpResponse<String> start = start(both);
        attempts.add(both, "start in two schools at once", () -> start(both));
        attempts.comeToNothing();
        assertThat(both.sentence(start))
                .hasValueSatisfying(
                        sentence -> assertThat(sentence).startsWith("Вы работаете в нескольких учреждениях."));

        assertThat(both.form("/organisation", Map.of("organisationId", other.id.toString()))
                        .statusCode())
                .isEqualTo(302);
        assertThat(both.page("/staff/" + other.personOf("director")).statusCode())
                .isEqualTo(200);
        assertThat(both.page("/staff/" + school.personOf("director")).statusCode())
                .as("now the other one")
                .isEqualTo(404);
    }

    @Test
    @DisplayName("a task that is done, taken by a colleague or nobody's business of the person stays as it is")
    void wrongState_isRefused() {
        programmeToApprove();
        OpenTask done = new OpenTask(
                database.queryForObject(
                        "select id_ from act_hi_taskinst where task_def_key_ = "
                                + "'UserTask_CompleteRoadmap' and tenant_id_ = ?",
                        String.class,
                        school.id.toString()),
                null,
                null,
                null,
                null);
        OpenTask task = school.director().task("UserTask_ApproveRoadmap");
        assertThat(school.director().claim(task).status()).isEqualTo(204);
        Browser curator = browser(school, "curator");
        Browser clerk = browser(school, "clerk");
        Browser teacher = browser(school, "Ахтырцева");
        Map<String, Object> approval = answers("decision", "APPROVE", "door", "SCREEN");
        for (Browser who : List.of(curator, teacher, browser(school, "director"))) {
            attempts.api(who, "POST", "/task/" + done.id() + "/submit-form", answers("step", "ACCEPT"));
            attempts.api(who, "POST", "/task/" + done.id() + "/claim", Map.of("userId", school.accountOf("curator")));
            attempts.api(who, "POST", "/task/" + done.id() + "/unclaim", Map.of());
            attempts.api(who, "GET", "/task/" + done.id() + "/form-variables", null);
            attempts.upload(who, "/tasks/" + done.id() + "/files");
        }
        attempts.api(curator, "POST", "/task/" + task.id() + "/submit-form", approval);
        attempts.api(teacher, "POST", "/task/" + task.id() + "/submit-form", approval);
        attempts.api(clerk, "POST", "/task/" + task.id() + "/submit-form", approval);
        attempts.api(clerk, "POST", "/task/" + task.id() + "/claim", Map.of("userId", school.accountOf("clerk")));
        attempts.form(
                curator,
                "/staff/" + school.personOf("lead") + "/access",
                Map.of("login", "somebody", "role", "MENTOR", "from", "2025-09-01", "basis", "Приказ № 1"));
        attempts.comeToNothing();
        assertThat(clerk.api("POST", "/task/" + task.id() + "/submit-form", approval)
                        .statusCode())
                .isEqualTo(409);
        assertThat(curator.sentence(
                        curator.api("POST", "/task/" + done.id() + "/submit-form", answers("step", "ACCEPT"))))
                .hasValueSatisfying(sentence ->
                        assertThat(sentence).startsWith("Уже отмечено ").endsWith("Повторно ничего не записано."));
    }

    @Test
    @DisplayName(
            "a completion with a missing field, a foreign key, a wrong type or too much text is refused as a whole")
    void wrongAnswers_leaveTheTaskOpen() {
        programmeToApprove();
        OpenTask task = school.director().task("UserTask_ApproveRoadmap");
        Browser director = browser(school, "director");
        String submit = "/task/" + task.id() + "/submit-form";
        Map<String, Object> object = Map.of(
                "type",
                "Object",
                "value",
                "{}",
                "valueInfo",
                Map.of(
                        "objectTypeName",
                        "ru.nastavnik.organisation.Account",
                        "serializationDataFormat",
                        "application/json"));
        Map<String, Object> bodies = new LinkedHashMap<>();
        bodies.put("nothing", answers());
        bodies.put("the required field is missing", answers("remark", "Доработайте", "door", "SCREEN"));
        bodies.put("the required field is empty", answers("decision", "", "door", "SCREEN"));
        bodies.put("return without a remark", answers("decision", "RETURN", "door", "SCREEN"));
        bodies.put("paper without a proof", answers("decision", "APPROVE", "door", "PAPER"));
        bodies.put("an answer that is not offered", answers("decision", "DROP TABLE", "door", "SCREEN"));
        bodies.put("a door that is not there", answers("decision", "APPROVE", "door", "WINDOW"));
        for (String key :
                List.of("programmeId", "roadmapDecision", "rows", "about", "_csrf", "decision.x", "", "\0", LONG)) {
            bodies.put(
                    "foreign key " + key.substring(0, Math.min(20, key.length())),
                    answers("decision", "APPROVE", "door", "SCREEN", key, "X"));
        }
        bodies.put("a date that is none", answers("decision", "APPROVE", "door", "SCREEN", "happenedOn", "вчера"));
        bodies.put(
                "a day that does not exist",
                answers("decision", "APPROVE", "door", "SCREEN", "happenedOn", "2025-02-30"));
        bodies.put(
                "a day in another era", answers("decision", "APPROVE", "door", "SCREEN", "happenedOn", "+99999-01-01"));
        bodies.put(
                "a day that has passed, on the screen",
                answers("decision", "APPROVE", "door", "SCREEN", "happenedOn", "2025-08-24"));
        bodies.put("a day to come", answers("decision", "APPROVE", "door", "SCREEN", "happenedOn", "2026-09-01"));
        bodies.put("5,000 characters", answers("decision", "RETURN", "door", "SCREEN", "remark", LONG));
        bodies.put("5,000 characters where 300 fit", answers("decision", "APPROVE", "door", "PAPER", "proof", LONG));
        bodies.put("half a character", "{\"variables\":{\"remark\":{\"type\":\"String\",\"value\":\"\\ud800\"}}}");
        bodies.put("NUL", answers("decision", "RETURN", "door", "SCREEN", "remark", "До\0сих"));
        for (Object wrong : List.of(
                object,
                Map.of("type", "String", "value", 17),
                Map.of("type", "Double", "value", 1e300),
                Map.of("type", "String", "value", List.of("a")),
                Map.of("type", "Json", "value", "[\"a\",\"b\"]"),
                Map.of("type", "Json", "value", "[[1],[2]]"),
                Map.of("type", "Json", "value", "[{\"a\":{\"b\":[1]}}]"),
                Map.of("type", "Json", "value", "["),
                Map.of("type", "Json", "value", "[".repeat(5_000)),
                Map.of("type", "Json", "value", List.of(List.of(Map.of()))),
                Map.of("type", "String", "value", Map.of("a", 1)),
                Map.of("type", "File", "value", "eA=="),
                Map.of("type", "Bytes", "value", "eA=="),
                Map.of("type", "Xml", "value", "<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]><x>&y;</x>"),
                Map.of("type", List.of("String"), "value", "x"),
                Map.of("type", "Boolean", "value", true))) {
            for (String field : List.of("decision", "remark", "happenedOn")) {
                Map<String, Object> variables =
                        new LinkedHashMap<>(variables("decision", "RETURN", "remark", "Доработайте", "door", "SCREEN"));
                variables.put(field, wrong);
                bodies.put(
                        field + " as "
                                + wrong.toString()
                                        .substring(
                                                0, Math.min(60, wrong.toString().length())),
                        Map.of("variables", variables));
            }
        }
        bodies.put("broken JSON", "{\"variables\":{\"decision\":");
        bodies.put("no JSON", "decision=APPROVE");
        bodies.put("an empty body", "");
        bodies.put("null", "null");
        bodies.put("a list", "[]");
        bodies.put("variables as a list", "{\"variables\":[1,2]}");
        bodies.put("variables as texts", "{\"variables\":{\"decision\":\"APPROVE\"}}");
        bodies.put("deep JSON", "{\"variables\":" + "{\"a\":".repeat(3_000) + "1" + "}".repeat(3_000) + "}");
        bodies.put("not UTF-8", new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'});
        bodies.put("UTF-32 of nothing", new byte[] {0, 0, 0, '{', 0x7F, 0x7F, 0x7F, 0x7F, 0, 0});
        bodies.put(
                "300 kB",
                "{\"variables\":{\"remark\":{\"type\":\"String\",\"value\":\"" + "x".repeat(300_000) + "\"}}}");
        bodies.forEach(
                (what, body) -> attempts.add(director, "submit: " + what, () -> director.api("POST", submit, body)));
        for (Object body : List.of(
                "{",
                "null",
                "[]",
                "{\"userId\":[1]}",
                "{\"userId\":\"\\u0000\"}",
                "{\"userId\":\"" + LONG + "\"}",
                "x".repeat(300_000),
                Map.of("userId", school.accountOf("clerk")),
                Map.of("userId", "nobody"))) {
            attempts.api(director, "POST", "/task/" + task.id() + "/claim", body);
        }
        attempts.comeToNothing();
        assertThat(school.director().task("UserTask_ApproveRoadmap")).isEqualTo(task);
    }

    @Test
    @DisplayName("queries with expressions, NUL or senseless limits are refused or find nothing, and evaluate nothing")
    void wrongQueries_failNowhere() {
        programmeToApprove();
        Browser director = browser(school, "director");
        String filter =
                database.queryForObject("select id_ from act_ru_filter where name_ = 'Общие задачи'", String.class);
        for (String query : List.of(
                "firstResult=-1&maxResults=10",
                "maxResults=-5",
                "maxResults=100000",
                "maxResults=99999999999",
                "maxResults=x",
                "firstResult=2000000000&maxResults=2000000000",
                "sortBy=x&sortOrder=asc",
                "sortBy=dueDate",
                "dueBefore=yesterday",
                "processVariables=a",
                "processVariables=a_eq_",
                "taskVariables=x_drop_y",
                "priority=x",
                "delegationState=X",
                "nameLike=%00",
                "assignee=%00",
                "candidateGroup=%00&includeAssignedTasks=true",
                "nameLike=" + "a".repeat(5_000))) {
            attempts.query(director, "GET", "/task?" + query, null);
            attempts.query(director, "GET", "/process-definition?" + query, null);
            attempts.query(director, "GET", "/filter?" + query, null);
            attempts.query(director, "POST", "/filter/" + filter + "/list?" + query, Map.of());
        }
        String expression = "${runtimeService.createProcessInstanceQuery().list().get(0).getId().charAt(-1)}";
        for (String key : List.of(
                "assigneeExpression",
                "candidateGroupsExpression",
                "dueBeforeExpression",
                "ownerExpression",
                "processInstanceBusinessKeyExpression")) {
            attempts.query(
                    director,
                    "POST",
                    "/filter/" + filter + "/list?firstResult=0&maxResults=10",
                    Map.of(key, expression));
            attempts.query(director, "GET", "/task?maxResults=10&" + key + "=%24%7B1/0%7D", null);
        }
        for (Object body : List.of(
                "{",
                "[]",
                "null",
                Map.of("orQueries", "x"),
                Map.of("orQueries", List.of(Map.of("nameLike", "\0"))),
                Map.of("assignee", "\0"),
                Map.of("sorting", List.of(Map.of("sortBy", "x"))),
                Map.of("priority", "high"),
                Map.of("taskVariables", List.of(Map.of("name", "a", "operator", "eq", "value", Map.of("a", 1)))),
                "{\"orQueries\":" + "[{\"orQueries\":".repeat(900) + "[]" + "}]".repeat(900) + "}")) {
            attempts.query(director, "POST", "/filter/" + filter + "/list?firstResult=0&maxResults=10", body);
        }
        attempts.comeToNothing();
    }

    @Test
    @DisplayName("expressions, templates and markup typed into a form stay text wherever they are shown")
    void typedExpressions_stayText() {
        programmeToApprove();
        String text = "${1+1} #{execution.setVariable('x', 1)} {{7*7}} [[${7*7}]] "
                + "<script>alert(1)</script> ' \" & \u202E\uD83D\uDE00";
        school.director().complete("UserTask_ApproveRoadmap", "decision", "RETURN", "remark", text, "door", "SCREEN");

        OpenTask task = school.curator().task("UserTask_CompleteRoadmap");
        assertThat(school.curator().form(task).get("remarks").toString()).contains(text);
        school.curator().complete(task, "step", "ACCEPT");
        school.director().complete("UserTask_ApproveRoadmap", "decision", "APPROVE", "door", "PAPER", "proof", text);
        day("2025-09-01");
        assertThat(database.queryForObject(
                        "select proof from decision_record where subject_id = ? and verdict = 'APPROVE'",
                        String.class,
                        programmeId))
                .isEqualTo(text);

        school.curator()
                .complete(
                        "UserTask_CiteActs",
                        "act2State",
                        "MAKE",
                        "act1State",
                        "EXISTS",
                        "act1Number",
                        "${1+1}",
                        "act1Date",
                        "2025-08-20");
        school.curator()
                .complete(
                        "UserTask_DraftAct", "outcome", "DONE", "title", text, "text", text, "councilDemanded", false);
        assertThat(school.director()
                        .form(school.director().task("UserTask_DecideOnAct"))
                        .values())
                .contains(text);
        assertThat(school.director().task("UserTask_DecideOnAct").about())
                .doesNotContain("49")
                .doesNotContain("= 2");
        assertThat(school.director().get("/roadmap").body()).doesNotContain("<script>alert(1)");
    }

    @Test
    @DisplayName("a double click completes a task once: one is done, the other is told so")
    void doubleClick_completesOnce() throws Exception {
        programmeToApprove();
        OpenTask task = school.director().task("UserTask_ApproveRoadmap");
        Browser director = browser(school, "director");
        // The page is there before its button is clicked: the clicks share its token instead of fetching one each.
        director.engineToken();
        Map<String, Object> body = answers("decision", "RETURN", "remark", "Уточните сроки", "door", "SCREEN");
        List<HttpResponse<String>> replies = Together.run(
                () -> director.api("POST", "/task/" + task.id() + "/submit-form", body),
                () -> director.api("POST", "/task/" + task.id() + "/submit-form", body));

        assertThat(replies).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(204, 409);
        assertThat(replies)
                .filteredOn(reply -> reply.statusCode() == 409)
                .allSatisfy(reply -> assertThat(director.sentence(reply)).isPresent());
        assertThat(database.queryForObject(
                        "select count(*) from decision_record where subject_id = ? and verdict = 'RETURN'",
                        Long.class,
                        programmeId))
                .isOne();
        assertThat(school.curator().tasks("UserTask_CompleteRoadmap")).hasSize(1);
    }

    @Test
    @DisplayName("two who take the same task at once: one has it, the other is told who was faster")
    void claimedByTwo_oneHasIt() throws Exception {
        programmeToApprove();
        OpenTask task = school.director().task("UserTask_ApproveRoadmap");
        Browser director = browser(school, "director");
        Browser clerk = browser(school, "clerk");
        List<HttpResponse<String>> replies = Together.run(
                () -> director.api(
                        "POST", "/task/" + task.id() + "/claim", Map.of("userId", school.accountOf("director"))),
                () -> clerk.api("POST", "/task/" + task.id() + "/claim", Map.of("userId", school.accountOf("clerk"))));

        assertThat(replies).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(204, 409);
        assertThat(replies)
                .filteredOn(reply -> reply.statusCode() == 409)
                .allSatisfy(reply -> assertThat(director.sentence(reply)).isPresent());
    }

    @Test
    @DisplayName("a wrong method, a missing or foreign token, a body of another kind change nothing")
    void wrongMethodOrToken_isRefused() {
        programmeToApprove();
        OpenTask task = school.director().task("UserTask_ApproveRoadmap");
        Browser director = browser(school, "director");
        Map<String, Object> approval = answers("decision", "APPROVE", "door", "SCREEN");
        String submit = Browser.API + "/task/" + task.id() + "/submit-form";
        for (String method : List.of("GET", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS")) {
            attempts.addSilent(director, method + " " + submit, () -> director.script(method, submit, approval));
        }
        // The engine ends the session of whoever sends a wrong token: each of these comes from a browser of its own.
        without(task, "no token", who -> who.send("POST", submit, approval, "Content-Type", "application/json"));
        without(
                task,
                "a foreign token",
                who -> who.send(
                        "POST", submit, approval, "Content-Type", "application/json", "X-XSRF-TOKEN", "A".repeat(32)));
        without(
                task,
                "claim without a token",
                who -> who.send(
                        "POST",
                        Browser.API + "/task/" + task.id() + "/claim",
                        Map.of("userId", school.accountOf("director")),
                        "Content-Type",
                        "application/json"));
        without(
                task,
                "a form of another site",
                who -> who.send(
                        "POST",
                        submit,
                        "{\"variables\":{}}",
                        "Content-Type",
                        "text/plain",
                        "Origin",
                        "https://evil.example"));
        String personId = school.personOf("deputy").toString();
        Map<String, Map<String, String>> forms = Map.of(
                "/staff/" + personId + "/password",
                Map.of(),
                "/staff/" + personId + "/dismissal",
                Map.of("day", "2025-08-01"),
                "/staff/" + personId + "/data",
                Map.of("lastName", "Новая", "firstName", "Анна"),
                "/roadmap/cancel",
                Map.of("programmeId", programmeId.toString(), "reason", "x"),
                "/password",
                Map.of(
                        "oldPassword",
                        TestSchool.PASSWORD,
                        "newPassword",
                        "another horse",
                        "repeated",
                        "another horse"));
        forms.forEach((path, fields) -> {
            for (String token : List.of("", "_csrf=", "_csrf=x")) {
                attempts.add(
                        director,
                        path + " with " + token,
                        () -> director.send(
                                "POST",
                                path,
                                token + "&" + joined(fields),
                                "Content-Type",
                                "application/x-www-form-urlencoded",
                                "Accept",
                                "text/html"));
            }
        });
        for (String path : List.of(
                "/staff/" + personId + "/password",
                "/roadmap/cancel?programmeId=" + programmeId + "&reason=x",
                "/pairs/lists?programmeId=" + programmeId,
                "/pairs/" + personId + "/terminate?reason=x",
                "/notices/" + personId + "/read",
                "/organisation?organisationId=" + school.id,
                "/acknowledgements/" + personId)) {
            attempts.page(director, path);
        }
        attempts.harmless(
                director,
                "a day in the address of the page that says what a dismissal touches",
                () -> director.page("/staff/" + personId + "/dismissal?day=2025-08-01"));
        attempts.add(
                director,
                "DELETE without a token",
                () -> director.send(
                        "DELETE", "/tasks/" + task.id() + "/files/" + personId, null, "Accept", "application/json"));
        attempts.add(director, "POST to a page that is only read", () -> director.form("/acknowledgements", Map.of()));
        attempts.comeToNothing();
        assertThat(director.send(
                                "POST",
                                "/staff/" + personId + "/password",
                                "",
                                "Content-Type",
                                "application/x-www-form-urlencoded")
                        .statusCode())
                .isEqualTo(403);
        assertThat(director.send("POST", submit, approval, "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(403);
    }

    private void without(OpenTask task, String what, Function<Browser, HttpResponse<String>> request) {
        Browser director = browser(school, "director");
        assertThat(director.api("GET", "/task/" + task.id(), null).statusCode()).isEqualTo(200);
        attempts.addLast(director, what, () -> request.apply(director));
    }

    // --- how it is done ---------------------------------------------------------------------------

    /** What a school has that another might reach for. */
    private record Victim(
            List<OpenTask> tasks,
            String instanceId,
            String fileId,
            String pairId,
            String stageId,
            String actId,
            String noticeId) {}

    private Victim victim() {
        SchoolYear year = new SchoolYear(school, this::day)
                .programmeApproved()
                .actsInForce()
                .banksFilled();
        year.on("2025-09-15").mentorsSelected();
        year.on("2025-09-20")
                .pairsProposed(SchoolYear.MENTEES.get(0), SchoolYear.MENTORS.get(0))
                .pairsApproved(SchoolYear.MENTEES.get(0))
                .pairOrderRegistered("101-ОД");
        programmeId = year.programmeId;
        OpenTask draft = school.as(SchoolYear.MENTORS.get(0)).task("UserTask_DraftPersonalProgramme");
        assertThat(school.as(SchoolYear.MENTORS.get(0))
                        .attach(draft, "plan.pdf", Attempts.PDF)
                        .status())
                .isEqualTo(200);
        List<OpenTask> tasks = new ArrayList<>(List.of(draft));
        tasks.addAll(school.curator().tasks().subList(0, 2));
        return new Victim(
                tasks,
                database.queryForObject(
                        "select proc_inst_id_ from act_ru_task where id_ = ?", String.class, draft.id()),
                id("select id from stored_file where organisation_id = ?"),
                id("select id from mentorship where organisation_id = ?"),
                database.queryForObject(
                                "select id from stage where programme_id = ? and state = 'OPEN' limit 1",
                                UUID.class,
                                programmeId)
                        .toString(),
                id("select id from local_act where organisation_id = ? limit 1"),
                database.queryForObject(
                                "select n.id from notice n join power p on p.account_id = n.account_id "
                                        + "where p.organisation_id = ? "
                                        + "limit 1",
                                UUID.class,
                                school.id)
                        .toString());
    }

    private String id(String sql) {
        return database.queryForObject(sql, UUID.class, school.id).toString();
    }

    private void programmeToApprove() {
        programmeId = programmeToComplete(school);
        school.curator().complete("UserTask_CompleteRoadmap", "step", "ACCEPT");
    }

    private UUID programmeToComplete(TestSchool of) {
        day("2025-08-25");
        return new SchoolYear(of, this::day).requested().programmeId;
    }

    private String organisationOf(OpenTask task) {
        return database.queryForObject("select tenant_id_ from act_ru_task where id_ = ?", String.class, task.id());
    }

    private HttpResponse<String> start(Browser who) {
        String definition = database.queryForObject(
                "select id_ from act_re_procdef "
                        + "where key_ = 'MentoringProgrammeProcess' order by version_ desc limit 1",
                String.class);
        return who.api(
                "POST",
                "/process-definition/" + definition + "/submit-form",
                answers(
                        "templateCode",
                        "SCHOOL-TEACHERS-2025",
                        "track",
                        "STAFF",
                        "periodFrom",
                        "2025-09-01",
                        "periodTo",
                        "2026-08-31"));
    }

    /** Every form of our own pages, about this id. */
    private void ownPages(Browser who, String id, String personId) {
        attempts.page(who, "/roadmap?programme=" + id);
        attempts.page(who, "/staff/" + personId);
        attempts.script(who, "GET", "/files/" + id);
        attempts.script(who, "GET", "/tasks/" + id + "/files");
        attempts.script(who, "DELETE", "/tasks/" + id + "/files/" + id);
        attempts.upload(who, "/tasks/" + id + "/files");
        attempts.form(
                who,
                "/staff/" + personId + "/access",
                Map.of("login", "somebody", "role", "MENTOR", "from", "2025-09-01", "basis", "x"));
        attempts.form(who, "/staff/" + personId + "/password", Map.of());
        attempts.form(
                who, "/staff/" + personId + "/powers", Map.of("role", "MENTOR", "from", "2025-09-01", "basis", "x"));
        attempts.form(who, "/staff/" + personId + "/powers/" + id + "/end", Map.of("lastDay", "2025-09-01"));
        attempts.form(who, "/staff/" + personId + "/dismissal", Map.of("day", "2025-08-01"));
        attempts.form(who, "/roadmap/cancel", Map.of("programmeId", id, "reason", "Просто так"));
        attempts.form(who, "/roadmap/stages/" + id + "/waiver", Map.of("reason", "Просто так"));
        attempts.form(who, "/pairs/lists", Map.of("programmeId", id));
        attempts.form(who, "/pairs/bank", Map.of("programmeId", id, "personId", id, "side", "MENTEE", "topics", id));
        attempts.form(who, "/pairs/" + id + "/replacement", Map.of("request", "Просто так"));
        attempts.form(who, "/pairs/" + id + "/finish", Map.of("reason", "Просто так", "mentorDoor", "WORDS"));
        attempts.form(who, "/pairs/" + id + "/terminate", Map.of("reason", "Просто так"));
        attempts.form(who, "/acknowledgements/" + id, Map.of());
        attempts.form(who, "/notices/" + id + "/read", Map.of());
        attempts.form(who, "/organisation", Map.of("organisationId", id));
    }

    private Browser browser(TestSchool of, String key) {
        return Browser.of(of, key, port);
    }

    private static Map<String, Object> answers(Object... keysAndValues) {
        return Map.of("variables", variables(keysAndValues));
    }

    private static Map<String, Object> variables(Object... keysAndValues) {
        Map<String, Object> variables = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            variables.put((String) keysAndValues[i], Map.of("type", "String", "value", keysAndValues[i + 1]));
        }
        return variables;
    }

    private static String joined(Map<String, String> fields) {
        return String.join(
                "&",
                fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + field.getValue().replace(' ', '+'))
                        .toList());
    }
}
