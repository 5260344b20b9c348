package ru.nastavnik;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.support.Browser;
import ru.nastavnik.support.DatabaseState;
import ru.nastavnik.support.SchoolTest;
import ru.nastavnik.support.SchoolYear;
import ru.nastavnik.support.TasklistUser.OpenTask;

/** Which doors there are, and who stands before them. */
class RoutesTest extends SchoolTest {

    private static final String ID = UUID.randomUUID().toString();
    /** Open to everybody: the login and what its page needs, and whether the application is alive. */
    private static final Set<String> OPEN =
            Set.of("/login", "/css/nastavnik.css", "/js/nastavnik.js", "/favicon.svg", "/actuator/health");

    private static final List<String> ENGINE_PATHS = List.of(
            "/task",
            "/task/count",
            "/task/" + ID,
            "/task/" + ID + "/form",
            "/task/" + ID + "/form-variables",
            "/task/" + ID + "/claim",
            "/task/" + ID + "/submit-form",
            "/task/" + ID + "/complete",
            "/task/" + ID + "/resolve",
            "/task/" + ID + "/bpmnError",
            "/task/create",
            "/user",
            "/user/count",
            "/user/create",
            "/user/" + ID + "/profile",
            "/group",
            "/group/create",
            "/tenant",
            "/tenant/create",
            "/authorization",
            "/authorization/create",
            "/deployment",
            "/deployment/create",
            "/process-definition",
            "/process-definition/key/MentoringProgrammeProcess/start",
            "/process-definition/key/MentoringProgrammeProcess/submit-form",
            "/process-instance",
            "/process-instance/" + ID + "/variables",
            "/process-instance/delete",
            "/execution",
            "/variable-instance",
            "/message",
            "/signal",
            "/job",
            "/job/" + ID + "/execute",
            "/incident",
            "/external-task/fetchAndLock",
            "/filter",
            "/filter/create",
            "/filter/" + ID + "/list",
            "/history/task",
            "/history/variable-instance",
            "/history/process-instance",
            "/history/user-operation",
            "/history/detail",
            "/decision-definition",
            "/decision-definition/key/x/evaluate",
            "/migration/execute",
            "/batch",
            "/metrics",
            "/schema/log",
            "/telemetry/configuration",
            "/version",
            "/identity/verify",
            "/identity/groups",
            "/modification/execute",
            "/condition",
            "/attachment");

    @Autowired
    private ApplicationContext context;

    @Test
    @DisplayName("without login every route answers 401, 403, 404 or leads to the login page")
    void nobody_getsNowhere() {
        DatabaseState before = DatabaseState.of(database);
        List<String> complaints = new ArrayList<>();
        int routes = 0;
        for (Route route : routes()) {
            for (String accept : List.of("text/html", "application/json")) {
                routes++;
                Browser nobody = new Browser(port);
                String token = route.method.equals("GET") ? "none" : token(nobody);
                judge(
                        route,
                        nobody.send(
                                route.method,
                                route.path,
                                route.method.equals("GET") ? null : "{}",
                                "Accept",
                                accept,
                                "Content-Type",
                                "application/json",
                                "X-CSRF-TOKEN",
                                token,
                                "X-XSRF-TOKEN",
                                "x"),
                        complaints);
            }
        }
        assertThat(String.join("\n", complaints)).isEmpty();
        for (String path : List.of(
                "/js/../application.yaml",
                "/css/%2e%2e/application.yaml",
                "/login/..;/staff",
                "/login/../staff",
                "/login;/staff",
                "//staff",
                "/css//../staff",
                "/login%2Fstaff",
                "/login%00/staff")) {
            assertThat(new Browser(port).page(path).statusCode()).as(path).isEqualTo(400);
        }
        assertThat(routes).as("routes that were tried").isGreaterThan(300);
        assertThat(DatabaseState.of(database).differences(before)).isEmpty();
    }

    @Test
    @DisplayName("what is open to everybody tells nothing but that it is alive")
    void openRoutes_tellNothing() {
        Browser nobody = new Browser(port);
        for (String path : OPEN) {
            HttpResponse<String> answer = nobody.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.body())
                    .as(path)
                    .doesNotContain("PostgreSQL")
                    .doesNotContain("jdbc")
                    .doesNotContain("camunda");
        }
        assertThat(nobody.page("/login").statusCode()).isEqualTo(200);
        assertThat(nobody.get("/actuator/health").body())
                .contains("UP")
                .doesNotContain("components")
                .doesNotContain("details");
        HttpResponse<String> missing = nobody.page("/css/no-such.css");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.headers().map()).doesNotContainKeys("server", "x-powered-by");
        assertThat(missing.body())
                .doesNotContain("Exception")
                .doesNotContain("Tomcat")
                .doesNotContain("Whitelabel");
    }

    @Test
    @DisplayName(
            "every route of ours that is not for a role refuses it: a teacher opens neither staff nor organisations")
    void rolesWithoutPower_areRefused() {
        Browser teacher = Browser.of(school, "Ахтырцева", port);
        for (String path : List.of(
                "/staff",
                "/staff/new",
                "/staff/slip",
                "/staff/personal-data",
                "/staff/" + school.personOf("director"),
                "/staff/" + school.personOf("director") + "/dismissal",
                "/organisations",
                "/camunda/app/cockpit/default/",
                "/camunda/app/admin/default/",
                "/camunda/app/admin/default/setup/",
                "/camunda/app/cockpit/styles/styles.css",
                "/camunda/api/admin/plugin/adminPlugins/static/app/plugin.js")) {
            assertThat(teacher.page(path).statusCode()).as(path).isEqualTo(403);
        }
        Browser curator = Browser.of(school, "curator", port);
        assertThat(curator.page("/organisations").statusCode()).isEqualTo(403);
        assertThat(curator.page("/camunda/app/admin/default/").statusCode()).isEqualTo(403);
        assertThat(curator.page("/actuator/env").statusCode()).isEqualTo(404);
        assertThat(curator.page("/engine-rest/task").statusCode()).isEqualTo(404);
        assertThat(curator.page("/error").statusCode()).isEqualTo(403);
        assertThat(curator.page("/no-such-page").statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("closed doors of the engine stay closed for every role, with a Russian sentence")
    void closedEnginePaths_areRefusedToEverybody() {
        OpenTask task = directorsTask();
        String instance =
                database.queryForObject("select proc_inst_id_ from act_ru_task where id_ = ?", String.class, task.id());
        String definition =
                database.queryForObject("select proc_def_id_ from act_ru_task where id_ = ?", String.class, task.id());
        school.staff("mentor", "Наставникова", Role.MENTOR);
        Map<String, String> closed = new LinkedHashMap<>();
        for (String path : List.of(
                "complete",
                "bpmnError",
                "bpmnEscalation",
                "resolve",
                "delegate",
                "comment/create",
                "attachment/create",
                "variables",
                "localVariables",
                "identity-links",
                "identity-links/delete")) {
            closed.put("/task/" + task.id() + "/" + path, "POST");
        }
        for (String path : List.of(
                "/task/" + task.id() + "/variables/programmeId",
                "/task/" + task.id() + "/localVariables/about",
                "/task/" + task.id(),
                "/process-instance/" + instance + "/variables/programmeId",
                "/process-instance/" + instance + "/suspended",
                "/process-definition/" + definition + "/suspended",
                "/filter/" + ID,
                "/user/" + ID + "/profile",
                "/user/" + ID + "/credentials",
                "/job/" + ID + "/retries")) {
            closed.put(path, "PUT");
        }
        for (String path : List.of(
                "/task/" + task.id() + "/",
                "/process-instance/" + instance,
                "/deployment/" + ID,
                "/filter/" + ID + "/",
                "/user/" + ID,
                "/authorization/" + ID,
                "/history/process-instance/" + instance)) {
            closed.put(path, "DELETE");
        }
        for (String path : List.of(
                "/task/create",
                "/filter/create",
                "/deployment/create",
                "/message",
                "/signal",
                "/condition",
                "/process-instance/delete",
                "/process-instance/suspended ".strip(),
                "/process-instance/" + instance + "/modification",
                "/process-definition/key/MentoringProgrammeProcess/start",
                "/process-definition/" + definition + "/start",
                "/process-definition/" + definition + "/restart",
                "/modification/execute",
                "/migration/execute",
                "/group/create",
                "/user/create",
                "/tenant/create",
                "/authorization/create",
                "/external-task/fetchAndLock",
                "/history/task",
                "/history/variable-instance",
                "/history/detail",
                "/history/decision-instance/delete",
                "/identity/verify",
                "/decision-definition/key/MeasureResponsibleDecision/evaluate",
                "/job/" + ID + "/execute",
                "/metrics")) {
            closed.put(path, "POST");
        }
        for (String path : List.of(
                "/history/variable-instance",
                "/history/detail",
                "/history/user-operation",
                "/history/identity-link-log",
                "/user",
                "/user/count",
                "/tenant",
                "/authorization",
                "/variable-instance?maxResults=10",
                "/task/" + task.id() + "/variables",
                "/task/" + task.id() + "/localVariables",
                "/task/" + task.id() + "/identity-links",
                "/process-instance/" + instance + "/variables",
                "/execution",
                "/incident",
                "/metrics",
                "/schema/log",
                "/telemetry/data",
                "/identity/groups?userId=" + school.accountOf("director"),
                "/task/" + task.id() + "/comment",
                "/external-task",
                "/batch",
                "/event-subscription",
                "/process-definition/" + definition + "/rendered-form",
                "/task/" + task.id() + "/rendered-form",
                "/version",
                "/engine")) {
            closed.put(path + " ", "GET");
        }
        DatabaseState before = DatabaseState.of(database);
        List<String> complaints = new ArrayList<>();
        for (String who : List.of("director", "curator", "clerk", "mentor")) {
            Browser browser = Browser.of(school, who, port);
            closed.forEach((path, method) -> {
                HttpResponse<String> answer = browser.api(
                        method,
                        path.strip(),
                        method.equals("GET")
                                ? null
                                : Map.of(
                                        "variables",
                                        Map.of(),
                                        "messageName",
                                        "mentoring.programmeCancelled",
                                        "name",
                                        "x",
                                        "userId",
                                        school.accountOf("director"),
                                        "value",
                                        "x"));
                if (answer.statusCode() != 403 || browser.sentence(answer).isEmpty()) {
                    complaints.add(who + " " + method + " " + path + ": " + answer.statusCode() + " " + answer.body());
                }
            });
        }
        assertThat(String.join("\n", complaints)).isEmpty();
        assertThat(DatabaseState.of(database).differences(before)).isEmpty();
        assertThat(school.director().task("UserTask_ApproveRoadmap")).isEqualTo(task);
    }

    @Test
    @DisplayName("a closed path is closed in every spelling")
    void spellings_openNothing() {
        OpenTask task = directorsTask();
        Browser director = Browser.of(school, "director", port);
        String task0 = Browser.API + "/task/" + task.id();
        DatabaseState before = DatabaseState.of(database);
        List<String> complaints = new ArrayList<>();
        for (String path : List.of(
                task0 + "/%63omplete",
                task0 + "/complete/",
                task0 + "//complete",
                task0 + "/./complete",
                task0 + "/form/../complete",
                task0 + "/form/%2e%2e/complete",
                task0 + "/form/..;/complete",
                task0 + "/complete;x=1",
                task0 + ";x=1/complete",
                task0 + "/;/complete",
                task0 + "/complete%20",
                task0 + "/complete%2F",
                task0 + "/complete.json",
                task0 + "/COMPLETE",
                task0 + "%2Fcomplete",
                task0 + "%252Fcomplete",
                task0 + "/complete%3Fx",
                task0 + "/complete%23",
                task0 + "/claim/../complete",
                task0 + "/claim%2F..%2Fcomplete",
                task0 + "/claim/complete",
                task0 + "/complete?/claim",
                "//camunda/api/engine/engine/default/task/" + task.id() + "/complete",
                "/camunda/api//engine/engine/default/task/" + task.id() + "/complete",
                "/camunda/app/tasklist/../../api/engine/engine/default/task/" + task.id() + "/complete",
                "/camunda/app/tasklist/..%2f..%2fapi/engine/engine/default/task/" + task.id() + "/complete",
                "/camunda/app/tasklist;/complete",
                "/Camunda/api/engine/engine/default/task/" + task.id() + "/complete",
                "/%63amunda/api/engine/engine/default/task/" + task.id() + "/complete",
                "/camunda/api/engine/engine/Default/task/" + task.id() + "/complete",
                "/camunda/api/engine/task/" + task.id() + "/complete",
                "/api/engine/engine/default/task/" + task.id() + "/complete",
                "/camunda/api/engine/engine/default/engine/default/task/" + task.id() + "/complete",
                "/engine-rest/task/" + task.id() + "/complete",
                "/camunda-rest/task/" + task.id() + "/complete",
                "/rest/task/" + task.id() + "/complete")) {
            HttpResponse<String> answer = director.script("POST", path, Map.of("variables", Map.of()));
            if (answer.statusCode() != 400 && answer.statusCode() != 403 && answer.statusCode() != 404) {
                complaints.add(path + ": " + answer.statusCode() + " " + answer.body());
            }
        }
        for (String header : List.of("X-HTTP-Method-Override", "X-Method-Override", "X-HTTP-Method")) {
            HttpResponse<String> answer = director.script("GET", task0 + "/complete", null, header, "POST");
            assertThat(answer.statusCode()).as(header).isEqualTo(403);
        }
        for (String header : List.of("X-Original-URL", "X-Rewrite-URL", "X-Forwarded-Prefix")) {
            HttpResponse<String> answer = director.api("GET", "/task/count", null, header, task0 + "/complete");
            assertThat(answer.statusCode()).as(header).isEqualTo(200);
        }
        assertThat(String.join("\n", complaints)).isEmpty();
        assertThat(DatabaseState.of(database).differences(before)).isEmpty();
    }

    // --- how it is done ---------------------------------------------------------------------------

    private record Route(String method, String path) {}

    private static void judge(Route route, HttpResponse<String> answer, List<String> complaints) {
        int status = answer.statusCode();
        String leadsTo = answer.headers().firstValue("Location").orElse("");
        boolean toLogin = status == 302 && leadsTo.matches("/login(\\?over)?");
        boolean open = OPEN.contains(route.path) && route.method.equals("GET");
        if (!open && !toLogin && !Set.of(401, 403, 404).contains(status)) {
            complaints.add(route + ": " + status + " " + leadsTo + " "
                    + answer.body()
                            .substring(0, Math.min(120, answer.body().length()))
                            .replaceAll("\\s+", " "));
        }
    }

    private List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (RequestMappingInfoHandlerMapping mapping :
                context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values()) {
            mapping.getHandlerMethods()
                    .keySet()
                    .forEach(info -> info.getPatternValues().forEach(pattern -> {
                        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
                        String path = pattern.replaceAll("\\{[^}]+}", ID)
                                .replace("**", ID)
                                .replace("*", ID);
                        for (String method : methods.isEmpty()
                                ? List.of("GET", "POST")
                                : methods.stream().map(Enum::name).toList()) {
                            routes.add(new Route(method, path));
                        }
                    }));
        }
        assertThat(routes)
                .extracting(Route::path)
                .as("our own routes are among them")
                .contains(
                        "/",
                        "/staff",
                        "/staff/" + ID,
                        "/roadmap",
                        "/pairs",
                        "/consents",
                        "/tasks/" + ID + "/files",
                        "/files/" + ID,
                        "/password");
        Set<String> others = new TreeSet<>();
        for (String path : ENGINE_PATHS) {
            others.add(Browser.API + path);
            others.add("/engine-rest" + path);
            others.add("/engine-rest/engine/default" + path);
            others.add("/camunda/api/engine" + path);
        }
        for (String app : List.of("tasklist", "cockpit", "admin", "welcome")) {
            others.addAll(List.of(
                    "/camunda/app/" + app,
                    "/camunda/app/" + app + "/",
                    "/camunda/app/" + app + "/default/",
                    "/camunda/app/" + app + "/default/setup/",
                    "/camunda/app/" + app + "/scripts/config.js",
                    "/camunda/app/" + app + "/index.html",
                    "/camunda/api/" + app + "/plugin/" + app + "Plugins/static/app/plugin.js",
                    "/camunda/api/admin/auth/user/default/login/" + app));
        }
        others.addAll(List.of(
                "/camunda",
                "/camunda/",
                "/camunda/index.html",
                "/camunda/lib/deps.js",
                "/camunda/assets/",
                "/camunda/api/engine/engine/",
                "/camunda/api/engine/engine/default/",
                "/camunda/api/admin/auth/user/default",
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/cockpit/plugin/base/default/process-definition/statistics",
                "/camunda/api/cockpit/plugin/base/default/incident",
                "/camunda-welcome/index.html",
                "/camunda-welcome",
                "/webjars",
                "/webjars/camunda/app/tasklist/index.html",
                "/actuator",
                "/actuator/env",
                "/actuator/beans",
                "/actuator/heapdump",
                "/actuator/threaddump",
                "/actuator/loggers",
                "/actuator/mappings",
                "/actuator/metrics",
                "/actuator/shutdown",
                "/actuator/configprops",
                "/actuator/flyway",
                "/actuator/httpexchanges",
                "/error",
                "/h2-console",
                "/swagger-ui.html",
                "/v3/api-docs",
                "/application.yaml",
                "/static/css/nastavnik.css",
                "/logout",
                "/LOGIN/staff",
                "/actuator/health/db",
                "/.git/config",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF"));
        for (String path : others) {
            for (String method : List.of("GET", "POST", "PUT", "DELETE")) {
                routes.add(new Route(method, path));
            }
        }
        return routes.stream()
                .distinct()
                .filter(route -> !route.equals(new Route("POST", "/logout")))
                .toList();
    }

    private static String token(Browser nobody) {
        return nobody.page("/login").body().replaceAll("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1");
    }

    private OpenTask directorsTask() {
        day("2025-08-25");
        new SchoolYear(school, this::day).requested();
        school.curator().complete("UserTask_CompleteRoadmap", "step", "ACCEPT");
        return school.director().task("UserTask_ApproveRoadmap");
    }
}
