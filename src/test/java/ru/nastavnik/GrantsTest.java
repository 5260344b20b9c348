package ru.nastavnik;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.support.Browser;
import ru.nastavnik.support.SchoolTest;
import ru.nastavnik.support.SchoolYear;
import ru.nastavnik.support.TasklistUser.OpenTask;
import ru.nastavnik.support.TestSchool;

/** Who sees which task, and what the grants of a task follow. */
class GrantsTest extends SchoolTest {

    private static final int TASK = 7;

    @Autowired
    private TaskService tasks;

    @Test
    @DisplayName("a list shows nobody else's tasks, whatever is asked for")
    void anyQuery_showsOnesOwnTasksOnly() throws Exception {
        new SchoolYear(school, this::day).programmeApproved().gathered();
        TestSchool other = new TestSchool(organisations, database, port);
        new SchoolYear(other, this::day).requested();
        OpenTask claimed = school.curator().task("UserTask_CiteActs");
        assertThat(school.curator().claim(claimed).status()).isEqualTo(204);
        String filter =
                database.queryForObject("select id_ from act_ru_filter where name_ = 'Мои задачи'", String.class);

        for (String who : List.of("Ахтырцева", "Гороховецкая", "clerk", "director", "curator", "psychologist")) {
            Set<String> own = ownTasks(who);
            Browser browser = Browser.of(school, who, port);
            Set<String> seen = new LinkedHashSet<>();
            for (String query : queries(other)) {
                seen.addAll(ids(browser.api("GET", "/task?maxResults=500&" + query, null)));
            }
            for (Map<String, Object> body : bodies(other)) {
                seen.addAll(ids(browser.api("POST", "/filter/" + filter + "/list?firstResult=0&maxResults=500", body)));
                seen.addAll(idsOfHal(browser.api(
                        "POST",
                        "/filter/" + filter + "/list?firstResult=0&maxResults=500",
                        body,
                        "Accept",
                        "application/hal+json")));
            }
            assertThat(own).as("tasks of %s", who).containsAll(seen);
            if (!own.isEmpty()) {
                assertThat(seen).as("what %s sees", who).isNotEmpty();
            }
            for (String foreign : database.queryForList(
                    "select id_ from act_ru_task where tenant_id_ in (?, ?)",
                    String.class,
                    school.id.toString(),
                    other.id.toString())) {
                if (!own.contains(foreign)) {
                    assertThat(browser.api("GET", "/task/" + foreign, null).statusCode())
                            .isEqualTo(404);
                    assertThat(browser.api("GET", "/task/" + foreign + "/form-variables", null)
                                    .statusCode())
                            .isEqualTo(404);
                }
            }
        }
        assertThat(ownTasks("Ахтырцева")).as("a teacher has a consent to give").hasSize(1);
        assertThat(ownTasks("clerk")).as("what the clerk may not see").doesNotContain(claimed.id());
    }

    @Test
    @DisplayName("grants follow claiming, giving back, candidates; completing leaves none")
    void grants_followTheAssignment() {
        OpenTask task = curatorsTask();
        String group = school.id + "_curator";
        String curator = school.accountOf("curator").toString();
        school.staff("colleague", "Сменщикова", Role.CURATOR);
        String colleague = school.accountOf("colleague").toString();
        assertThat(grants(task)).containsExactly(group);

        assertThat(school.curator().claim(task).status()).isEqualTo(204);
        assertThat(grants(task)).containsExactlyInAnyOrder(group, curator);
        assertThat(school.curator()
                        .api("POST", "/task/" + task.id() + "/unclaim", Map.of(), null)
                        .status())
                .isEqualTo(204);
        assertThat(grants(task)).as("given back").containsExactly(group);
        assertThat(school.as("colleague").claim(task).status()).isEqualTo(204);
        assertThat(grants(task)).as("taken by a colleague").containsExactlyInAnyOrder(group, colleague);
        assertThat(school.curator().claim(task).status()).isEqualTo(409);
        assertThat(grants(task)).containsExactlyInAnyOrder(group, colleague);

        // The model and our own services give tasks away without anybody being logged in.
        tasks.setAssignee(task.id(), curator);
        assertThat(grants(task)).as("reassigned").containsExactlyInAnyOrder(group, curator);
        tasks.addCandidateUser(task.id(), colleague);
        assertThat(grants(task)).containsExactlyInAnyOrder(group, curator, colleague);
        tasks.addCandidateUser(task.id(), curator);
        tasks.setAssignee(task.id(), null);
        assertThat(grants(task)).as("still a candidate").containsExactlyInAnyOrder(group, curator, colleague);
        tasks.deleteCandidateUser(task.id(), colleague);
        tasks.deleteCandidateUser(task.id(), curator);
        assertThat(grants(task)).containsExactly(group);
        tasks.addCandidateGroup(task.id(), school.id + "_clerk");
        assertThat(grants(task)).containsExactlyInAnyOrder(group, school.id + "_clerk");
        assertThat(Browser.of(school, "clerk", port)
                        .api("GET", "/task/" + task.id(), null)
                        .statusCode())
                .isEqualTo(200);
        tasks.deleteCandidateGroup(task.id(), school.id + "_clerk");
        assertThat(grants(task)).containsExactly(group);
        assertThat(Browser.of(school, "clerk", port)
                        .api("GET", "/task/" + task.id(), null)
                        .statusCode())
                .isEqualTo(404);

        school.curator().complete("UserTask_CompleteRoadmap", "step", "ACCEPT");
        assertThat(grants(task)).as("of a task that is done").isEmpty();
        assertThat(database.queryForList(
                        "select resource_id_ from act_ru_authorization a where resource_type_ = ? "
                                + "and not exists (select 1 from act_ru_task t where t.id_ = a.resource_id_)",
                        String.class,
                        TASK))
                .filteredOn(id -> !id.equals("*"))
                .as("grants for tasks that are gone")
                .isEmpty();
    }

    @Test
    @DisplayName("ending a programme leaves no grant for any of its tasks")
    void endedProgramme_leavesNoGrants() {
        SchoolYear year = new SchoolYear(school, this::day).programmeApproved().gathered();
        List<String> open = database.queryForList(
                "select id_ from act_ru_task where tenant_id_ = ?", String.class, school.id.toString());
        assertThat(open).hasSizeGreaterThan(5);
        school.director()
                .post(
                        "/roadmap",
                        "/roadmap/cancel",
                        Map.of("programmeId", year.programmeId.toString(), "reason", "Решено"));

        assertThat(running()).isZero();
        assertThat(open).allSatisfy(task -> assertThat(grants(task)).isEmpty());
    }

    @Test
    @DisplayName("nobody takes a task for somebody else, neither a colleague nor a person of another school")
    void claimingForSomebodyElse_isRefused() {
        OpenTask task = curatorsTask();
        school.staff("colleague", "Сменщикова", Role.CURATOR);
        TestSchool other = new TestSchool(organisations, database, port);
        Browser curator = Browser.of(school, "curator", port);
        for (Object somebody : List.of(
                school.accountOf("colleague"), school.accountOf("clerk"), other.accountOf("curator"), "nobody")) {
            for (String way : List.of("/claim", "/assignee")) {
                HttpResponse<String> answer =
                        curator.api("POST", "/task/" + task.id() + way, Map.of("userId", somebody));
                assertThat(answer.statusCode()).as("%s %s", way, answer.body()).isEqualTo(403);
                assertThat(curator.sentence(answer)).isPresent();
            }
        }
        assertThat(database.queryForMap("select assignee_ from act_ru_task where id_ = ?", task.id()))
                .containsEntry("assignee_", null);
        assertThat(grants(task)).containsExactly(school.id + "_curator");
    }

    @Test
    @DisplayName("whoever is no candidate can neither take a task nor give it back nor open its form")
    void strangersToATask_doNothingWithIt() {
        OpenTask task = curatorsTask();
        assertThat(school.curator().claim(task).status()).isEqualTo(204);
        for (String who : List.of("director", "clerk", "Ахтырцева")) {
            Browser browser = Browser.of(school, who, port);
            assertThat(browser.api("POST", "/task/" + task.id() + "/claim", Map.of("userId", school.accountOf(who)))
                            .statusCode())
                    .as(who)
                    .isBetween(403, 409);
            for (String way : List.of("/unclaim", "/assignee")) {
                assertThat(browser.api("POST", "/task/" + task.id() + way, Map.of())
                                .statusCode())
                        .as(who + way)
                        .isBetween(403, 404);
            }
            assertThat(browser.api("GET", "/task/" + task.id() + "/deployed-form", null)
                            .statusCode())
                    .as(who)
                    .isBetween(403, 404);
        }
        assertThat(database.queryForObject("select assignee_ from act_ru_task where id_ = ?", String.class, task.id()))
                .isEqualTo(school.accountOf("curator").toString());
    }

    @Test
    @DisplayName("curator and director watch their own school in Cockpit; a mentor may not")
    void cockpit_isForCuratorAndDirector() throws Exception {
        OpenTask task = curatorsTask();
        TestSchool other = new TestSchool(organisations, database, port);
        new SchoolYear(other, this::day).requested();
        school.staff("mentor", "Наставникова", Role.MENTOR);
        Map<String, Object> running =
                database.queryForMap("select proc_inst_id_, proc_def_id_ from act_ru_task where id_ = ?", task.id());
        String instance = (String) running.get("proc_inst_id_");
        String definition = (String) running.get("proc_def_id_");
        String deployment = database.queryForObject(
                "select deployment_id_ from act_re_procdef where id_ = ?", String.class, definition);
        String decision = database.queryForObject("select id_ from act_re_decision_def limit 1", String.class);
        String plugin = "/camunda/api/cockpit/plugin/base/default";
        Map<String, String> watched = new LinkedHashMap<>();
        for (String path : List.of(
                "/camunda/app/cockpit/default/",
                "/process-definition/statistics",
                "/process-instance?maxResults=50",
                "/process-instance/count",
                "/process-instance/" + instance,
                "/process-instance/" + instance + "/activity-instances",
                "/process-definition/" + definition,
                "/process-definition/" + definition + "/statistics",
                "/deployment?maxResults=50",
                "/deployment/count",
                "/deployment/" + deployment,
                "/deployment/" + deployment + "/resources",
                "/decision-definition?maxResults=50",
                "/decision-definition/" + decision,
                "/decision-definition/" + decision + "/xml",
                "/job?maxResults=50",
                "/job-definition?maxResults=50",
                "/group?maxResults=50",
                "/history/process-instance?maxResults=50",
                "/history/decision-instance?maxResults=50",
                plugin + "/process-definition/statistics?firstResult=0&maxResults=50",
                plugin + "/process-definition/statistics-count")) {
            watched.put(path, "GET");
        }
        for (String path : List.of(
                "/process-instance",
                "/process-instance/count ",
                "/task?maxResults=50",
                "/task/count",
                "/variable-instance?maxResults=50",
                "/job",
                "/group",
                "/history/task/count",
                "/external-task/count",
                plugin + "/process-instance?firstResult=0&maxResults=50",
                plugin + "/process-instance/count",
                plugin + "/incident/count",
                plugin + "/incident?firstResult=0&maxResults=50",
                plugin + "/process-definition/" + definition + "/called-process-definitions",
                plugin + "/process-instance/" + instance + "/called-process-instances")) {
            watched.put(path, "POST");
        }
        List<String> complaints = new ArrayList<>();
        for (String who : List.of("curator", "director", "mentor", "clerk")) {
            Browser browser = Browser.of(school, who, port);
            int expected = who.equals("curator") || who.equals("director") ? 200 : 403;
            watched.forEach((path, method) -> {
                HttpResponse<String> answer = browser.script(
                        method,
                        path.startsWith("/camunda") ? path : Browser.API + path.strip(),
                        method.equals("GET") ? null : Map.of());
                if (answer.statusCode() != expected) {
                    complaints.add(who + " " + method + " " + path + ": " + answer.statusCode() + " "
                            + answer.body()
                                    .substring(0, Math.min(200, answer.body().length())));
                } else if (answer.body().contains(other.id.toString())) {
                    complaints.add(who + " " + method + " " + path + " shows another school");
                }
            });
        }
        assertThat(String.join("\n", complaints)).isEmpty();
        JsonNode instances = new ObjectMapper()
                .readTree(Browser.of(school, "curator", port)
                        .api("GET", "/process-instance?maxResults=500", null)
                        .body());
        assertThat(instances)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.path("tenantId").asText()).isEqualTo(school.id.toString()));
    }

    // --- how it is done ---------------------------------------------------------------------------

    private List<String> queries(TestSchool other) {
        return List.of(
                "",
                "unassigned=true",
                "assigned=true",
                "includeAssignedTasks=true&withCandidateGroups=true",
                "withoutCandidateGroups=true",
                "active=true",
                "withoutTenantId=true",
                "tenantIdIn=" + other.id,
                "tenantIdIn=" + school.id + "," + other.id,
                "assignee=" + school.accountOf("curator"),
                "assigneeLike=%25",
                "nameLike=%25",
                "candidateGroup=" + school.id + "_curator&includeAssignedTasks=true",
                "candidateGroups=" + school.id + "_director," + other.id + "_curator",
                "candidateUser=" + school.accountOf("curator"),
                "involvedUser=" + school.accountOf("curator"),
                "owner=" + school.accountOf("curator"),
                "taskDefinitionKey=UserTask_CompleteRoadmap",
                "taskDefinitionKeyLike=%25",
                "processDefinitionKey=MentoringProgrammeProcess",
                "processInstanceBusinessKeyLike=%25",
                "processVariables=programmeId_like_%25",
                "taskVariables=about_like_%25",
                "sortBy=created&sortOrder=asc",
                "dueAfter=2000-01-01T00:00:00.000%2B0000");
    }

    private List<Map<String, Object>> bodies(TestSchool other) {
        return List.of(
                Map.of(),
                Map.of("unassigned", true),
                Map.of("assigned", true),
                Map.of("withoutTenantId", true),
                Map.of("tenantIdIn", List.of(other.id)),
                Map.of("assigneeLike", "%"),
                Map.of("taskDefinitionKeyLike", "%"),
                Map.of(
                        "candidateGroups",
                        List.of(school.id + "_curator", other.id + "_curator"),
                        "includeAssignedTasks",
                        true),
                Map.of("orQueries", List.of(Map.of("assigneeLike", "%", "unassigned", true, "nameLike", "%"))),
                Map.of(
                        "orQueries",
                        List.of(Map.of("tenantIdIn", List.of(other.id), "candidateUser", school.accountOf("curator")))),
                Map.of("candidateUser", school.accountOf("curator"), "includeAssignedTasks", true),
                Map.of("involvedUser", school.accountOf("curator")),
                Map.of("processDefinitionKeyIn", List.of("MentoringProgrammeProcess")));
    }

    /** @return open tasks whose assignee the person is or whose group they belong to, as the engine's tables say */
    private Set<String> ownTasks(String who) {
        String account = school.accountOf(who).toString();
        List<String> groups = database
                .queryForList("select role from power where account_id = ?", String.class, school.accountOf(who))
                .stream()
                .map(role -> school.id + "_" + Role.valueOf(role).code())
                .toList();
        Set<String> own = new TreeSet<>(
                database.queryForList("select id_ from act_ru_task where assignee_ = ?", String.class, account));
        for (String group : groups) {
            own.addAll(database.queryForList(
                    "select task_id_ from act_ru_identitylink where type_ = 'candidate' and group_id_ = ?",
                    String.class,
                    group));
        }
        return own;
    }

    private static Set<String> ids(HttpResponse<String> answer) throws Exception {
        Set<String> ids = new LinkedHashSet<>();
        if (answer.statusCode() == 200) {
            new ObjectMapper()
                    .readTree(answer.body())
                    .forEach(task -> ids.add(task.path("id").asText()));
        } else {
            assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        }
        return ids;
    }

    private static Set<String> idsOfHal(HttpResponse<String> answer) throws Exception {
        Set<String> ids = new LinkedHashSet<>();
        if (answer.statusCode() == 200) {
            new ObjectMapper()
                    .readTree(answer.body())
                    .path("_embedded")
                    .path("task")
                    .forEach(task -> ids.add(task.path("id").asText()));
        }
        return ids;
    }

    /** @return users and groups that have a grant for this task */
    private List<String> grants(OpenTask task) {
        return grants(task.id());
    }

    private List<String> grants(String taskId) {
        return database.queryForList(
                "select coalesce(user_id_, group_id_) from act_ru_authorization "
                        + "where resource_type_ = ? and resource_id_ = ?",
                String.class,
                TASK,
                taskId);
    }

    private OpenTask curatorsTask() {
        day("2025-08-25");
        new SchoolYear(school, this::day).requested();
        return school.curator().task("UserTask_CompleteRoadmap");
    }
}
