package ru.nastavnik;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.support.Browser;
import ru.nastavnik.support.DatabaseState;
import ru.nastavnik.support.SchoolTest;
import ru.nastavnik.support.SchoolYear;
import ru.nastavnik.support.TasklistUser.OpenTask;
import ru.nastavnik.support.TestSchool;

/** Who gets in, for how long, and how they are let out again. Each test comes from an address of its own. */
class LoginTest extends SchoolTest {

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    @Autowired
    private DataSource connections;

    private final int number = ADDRESSES.incrementAndGet();
    private final String[] address = {"X-Forwarded-For", "198.18." + number / 250 + "." + (number % 250 + 1)};

    @Test
    @DisplayName("a wrong password and an unknown login get the same answer, and no session")
    void wrongPasswordAndUnknownLogin_lookAlike() {
        List<String> pages = new ArrayList<>();
        List<Object> headers = new ArrayList<>();
        for (String login : List.of(
                school.login("curator"),
                "nobody-" + school.id.toString().substring(0, 8),
                "Пётр",
                "x".repeat(5_000),
                "' or 1=1 --")) {
            Browser browser = new Browser(port);
            HttpResponse<String> answer = browser.logIn(login, "wrong", address);
            assertThat(answer.statusCode()).as(login).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElseThrow())
                    .as(login)
                    .endsWith("/login?wrong");
            headers.add(answer.headers().map().keySet());
            pages.add(withoutToken(browser.followed(answer).body()));
            assertThat(browser.page("/").headers().firstValue("Location"))
                    .hasValueSatisfying(page -> assertThat(page).endsWith("/login"));
        }
        assertThat(pages).as("pages").allMatch(page -> page.equals(pages.get(0)));
        assertThat(headers).as("headers").allMatch(names -> names.equals(headers.get(0)));
        assertThat(pages.get(0)).contains("Логин или пароль не подходят.");
        assertThat(new Browser(port).logIn("a\0b", "wrong", address).statusCode())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("after five failures even the right password waits, for this login at this address alone")
    void guessing_isSlowedDown() {
        for (int i = 0; i < 5; i++) {
            assertThat(leadsTo(new Browser(port).logIn(school.login("clerk"), "guess " + i, address)))
                    .endsWith("/login?wrong");
        }
        Browser browser = new Browser(port);
        HttpResponse<String> answer =
                browser.logIn(school.login("clerk").toUpperCase(Locale.ROOT) + " ", TestSchool.PASSWORD, address);
        assertThat(leadsTo(answer)).endsWith("/login?throttled");
        assertThat(browser.followed(answer).body()).contains("Слишком много попыток. Подождите минуту");
        assertThat(leadsTo(new Browser(port)
                        .logIn(school.login("clerk"), TestSchool.PASSWORD, "X-Forwarded-For", "198.51.100.7")))
                .as("from elsewhere: nobody keeps a person out from where that person works")
                .doesNotContain("/login");
        assertThat(leadsTo(new Browser(port).logIn(school.login("editor"), TestSchool.PASSWORD, address)))
                .as("a colleague at the same address")
                .doesNotContain("/login");
    }

    @Test
    @DisplayName("thirty failures from one address hold up whoever has never logged in there, and nobody else")
    void guessingAcrossLogins_isSlowedDown() {
        new Browser(port).logIn(school.login("editor"), TestSchool.PASSWORD, address);
        for (int i = 0; i < 30; i++) {
            new Browser(port).logIn("guess" + i + "-" + school.id.toString().substring(0, 8), "x", address);
        }
        assertThat(leadsTo(new Browser(port).logIn(school.login("lead"), TestSchool.PASSWORD, address)))
                .endsWith("/login?throttled");
        assertThat(leadsTo(new Browser(port)
                        .logIn(school.login("lead"), TestSchool.PASSWORD, "X-Forwarded-For", "198.51.100.8")))
                .as("from elsewhere")
                .doesNotContain("/login");
        assertThat(leadsTo(new Browser(port).logIn(school.login("editor"), TestSchool.PASSWORD, address)))
                .as("a colleague who works here")
                .doesNotContain("/login");
    }

    @Test
    @DisplayName("with a one-time password nothing can be done but to change it")
    void oneTimePassword_mustBeChanged() {
        database.update("update account set must_change_password = true where id = ?", school.accountOf("curator"));
        Browser curator = new Browser(port);
        curator.logIn(school.login("curator"), TestSchool.PASSWORD, address);
        for (String page : List.of(
                "/",
                "/staff",
                "/roadmap",
                "/pairs",
                "/acknowledgements",
                "/camunda/app/tasklist/default/",
                "/camunda/app/cockpit/default/")) {
            assertThat(leadsTo(curator.page(page))).as(page).endsWith("/password");
        }
        assertThat(curator.get(Browser.API + "/task").statusCode()).isEqualTo(403);
        assertThat(curator.sentence(curator.get(Browser.API + "/task")))
                .hasValue("Сначала смените одноразовый пароль.");
        assertThat(leadsTo(curator.form("/staff/" + school.personOf("deputy") + "/password", Map.of())))
                .endsWith("/password");

        assertThat(leadsTo(change(curator, TestSchool.PASSWORD, "a new horse", "a new horse")))
                .doesNotContain("/password");
        assertThat(curator.page("/").statusCode()).isEqualTo(200);
        assertThat(curator.page("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("a new password is long enough, not too long, not the login, not the old one, and typed twice alike")
    void badPasswords_areRefused() {
        Browser curator = Browser.of(school, "curator", port);
        String login = school.login("curator");
        assertThat(login.length()).isGreaterThanOrEqualTo(8);
        DatabaseState before = DatabaseState.of(database);
        assertThat(refusal(curator, "wrong horse", "a new horse", "a new horse"))
                .isEqualTo("Прежний пароль введён неверно.");
        assertThat(refusal(curator, TestSchool.PASSWORD, "short", "short")).startsWith("Пароль слишком короткий.");
        assertThat(refusal(curator, TestSchool.PASSWORD, "        ", "        "))
                .startsWith("Пароль слишком короткий.");
        assertThat(refusal(curator, TestSchool.PASSWORD, "п".repeat(37), "п".repeat(37)))
                .startsWith("Пароль слишком длинный.");
        assertThat(refusal(
                        curator, TestSchool.PASSWORD, login.toUpperCase(Locale.ROOT), login.toUpperCase(Locale.ROOT)))
                .startsWith("Пароль не должен совпадать");
        assertThat(refusal(curator, TestSchool.PASSWORD, TestSchool.PASSWORD, TestSchool.PASSWORD))
                .startsWith("Новый пароль совпадает");
        assertThat(refusal(curator, TestSchool.PASSWORD, "a new horse", "a new house"))
                .startsWith("Новый пароль и его повтор");
        assertThat(DatabaseState.of(database).differences(before)).isEmpty();

        change(curator, TestSchool.PASSWORD, "п".repeat(36), "п".repeat(36));
        assertThat(leadsTo(new Browser(port).logIn(login, "п".repeat(36), address)))
                .doesNotContain("/login");
        assertThat(leadsTo(new Browser(port).logIn(login, "п".repeat(36) + "x", address)))
                .endsWith("/login?wrong");
        assertThat(leadsTo(new Browser(port).logIn(login, TestSchool.PASSWORD, address)))
                .endsWith("/login?wrong");
    }

    @Test
    @DisplayName("a new password ends the sessions that were begun with the old one, all but the one that changed it")
    void newPassword_endsTheOtherSessions() {
        Browser thief = Browser.of(school, "curator", port);
        Browser curator = Browser.of(school, "curator", port);
        Browser colleague = Browser.of(school, "clerk", port);
        assertThat(thief.page("/").statusCode()).isEqualTo(200);
        change(curator, TestSchool.PASSWORD, "a new horse", "a new horse");
        assertThat(leadsTo(thief.page("/"))).contains("/login");
        assertThat(thief.get(Browser.API + "/task").statusCode()).isEqualTo(401);
        assertThat(curator.page("/").statusCode()).as("where it was changed").isEqualTo(200);

        Browser director = Browser.of(school, "director", port);
        director.form("/staff/" + school.personOf("curator") + "/password", Map.of());
        assertThat(leadsTo(curator.page("/")))
                .as("a one-time password was given")
                .contains("/login");
        assertThat(colleague.page("/").statusCode()).as("somebody else").isEqualTo(200);
        assertThat(director.page("/").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("a hundred who log in at one moment all get in")
    void aHundredAtOnce_getIn() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(100);
        try {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                String from = "198.19." + number + "." + i;
                answers.add(people.submit(() -> leadsTo(new Browser(port)
                        .logIn(school.login("curator"), TestSchool.PASSWORD, "X-Forwarded-For", from))));
            }
            for (Future<String> answer : answers) {
                assertThat(answer.get()).isEqualTo("/");
            }
        } finally {
            people.shutdownNow();
        }
    }

    @Test
    @DisplayName("a password is hashed while no connection to the database is held")
    void hashing_holdsNoConnection() throws Exception {
        HikariDataSource pool = connections.unwrap(HikariDataSource.class);
        // A hash that takes long: whoever holds a connection meanwhile is seen.
        database.update(
                "update account set password_hash = ? where id = ?",
                new BCryptPasswordEncoder(13).encode(TestSchool.PASSWORD),
                school.accountOf("curator"));
        Browser curator = new Browser(port);
        curator.page("/login");
        ExecutorService one = Executors.newSingleThreadExecutor();
        try {
            Future<String> login =
                    one.submit(() -> leadsTo(curator.logIn(school.login("curator"), TestSchool.PASSWORD, address)));
            int looks = 0;
            int busy = 0;
            while (!login.isDone()) {
                looks++;
                busy += pool.getHikariPoolMXBean().getActiveConnections() > 0 ? 1 : 0;
                Thread.sleep(5);
            }
            assertThat(login.get()).isEqualTo("/");
            assertThat(looks).as("times that somebody looked").isGreaterThan(20);
            assertThat(busy)
                    .as("times that a connection was held, of %s", looks)
                    .isLessThan(looks / 2);
        } finally {
            one.shutdownNow();
        }
    }

    @Test
    @DisplayName(
            "by whatever name a request calls the server, and whoever says where it comes from, it leads nowhere else")
    void namesInRequests_leadNowhere() throws Exception {
        String request = String.join(
                "\r\n",
                "GET /roadmap HTTP/1.1",
                "Host: evil.example",
                "Accept: text/html",
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Proto: https",
                "X-Forwarded-For: 10.0.0.1",
                "Connection: close",
                "",
                "");
        String fromAnybody = raw("127.0.0.2", request);
        assertThat(fromAnybody)
                .startsWith("HTTP/1.1 302")
                .contains("Location: /login")
                .doesNotContain("evil.example", "Strict-Transport-Security", "; Secure");
        String fromTheProxy = raw("127.0.0.1", request);
        assertThat(fromTheProxy)
                .contains("Location: /login", "Strict-Transport-Security", "; Secure")
                .doesNotContain("evil.example");

        Browser curator = new Browser(port);
        HttpCookie session =
                new HttpCookie("JSESSIONID", fromAnybody.replaceFirst("(?s).*JSESSIONID=([^;]+);.*", "$1"));
        session.setPath("/");
        session.setVersion(0);
        curator.put(session);
        assertThat(leadsTo(curator.logIn(school.login("curator"), TestSchool.PASSWORD, address)))
                .as("the page that was wanted, here")
                .isEqualTo("/roadmap");
    }

    private String raw(String from, String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port, InetAddress.getByName(from), 0)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    @DisplayName("logging out on our page or in Tasklist ends the session everywhere")
    void loggingOut_endsEverything() {
        for (String way : List.of("/logout", "/camunda/api/admin/auth/user/default/logout")) {
            Browser curator = Browser.of(school, "curator", port);
            assertThat(curator.page("/camunda/app/tasklist/default/").statusCode())
                    .isEqualTo(200);
            HttpCookie session = curator.cookie("JSESSIONID").orElseThrow();
            if (way.equals("/logout")) {
                assertThat(leadsTo(curator.form("/logout", Map.of()))).endsWith("/login?bye");
            } else {
                assertThat(curator.script("POST", way, null).statusCode()).isEqualTo(204);
            }
            Browser thief = new Browser(port);
            thief.put(session);
            for (Browser browser : List.of(curator, thief)) {
                assertThat(leadsTo(browser.page("/"))).as(way).contains("/login");
                assertThat(leadsTo(browser.page("/camunda/app/tasklist/default/")))
                        .as(way)
                        .contains("/login");
                assertThat(browser.get(Browser.API + "/task").statusCode())
                        .as(way)
                        .isEqualTo(401);
            }
        }
    }

    @Test
    @DisplayName("an address that somebody only opens logs nobody out")
    void loggingOut_isNotALink() {
        Browser curator = Browser.of(school, "curator", port);
        curator.page("/logout");
        curator.page("/camunda/api/admin/auth/user/default/logout");
        curator.send("POST", "/logout", "", "Content-Type", "application/x-www-form-urlencoded");
        assertThat(curator.page("/").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("a session that was known before the login is worth nothing after it")
    void sessionBeforeLogin_isNotTheOneAfter() {
        Browser victim = new Browser(port);
        victim.page("/login");
        HttpCookie planted = victim.cookie("JSESSIONID").orElseThrow();
        victim.logIn(school.login("curator"), TestSchool.PASSWORD, address);
        assertThat(victim.cookie("JSESSIONID").orElseThrow().getValue()).isNotEqualTo(planted.getValue());

        Browser attacker = new Browser(port);
        attacker.put(planted);
        assertThat(leadsTo(attacker.page("/"))).contains("/login");
        assertThat(attacker.get(Browser.API + "/task").statusCode()).isEqualTo(401);
        assertThat(victim.page("/").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("looking at pages and lists of tasks writes the session once a minute at most")
    void looking_writesTheSessionSeldom() {
        Browser curator = Browser.of(school, "curator", port);
        curator.page("/");
        curator.get(Browser.API + "/task");
        String session = new String(
                Base64.getDecoder()
                        .decode(curator.cookie("JSESSIONID").orElseThrow().getValue()),
                StandardCharsets.UTF_8);
        // However busy the machine is, the minute is not over.
        moveAccess(session, Duration.ofHours(1));
        Map<String, String> before = writings(session);
        assertThat(before).hasSizeGreaterThan(1);

        curator.page("/");
        curator.get(Browser.API + "/task");
        Map<String, String> after = writings(session);
        // The engine looks at the rights of a session anew after half a minute, and keeps when that was.
        after.keySet().retainAll(before.keySet());
        assertThat(before).containsAllEntriesOf(after);

        moveAccess(session, Duration.ofHours(-2));
        Map<String, String> longAgo = writings(session);
        curator.page("/");
        assertThat(writings(session)).isNotEqualTo(longAgo);
        assertThat(database.queryForObject(
                        "select expiry_time - last_access_time = 1000 * max_inactive_interval from spring_session"
                                + " where session_id = ?",
                        Boolean.class,
                        session))
                .isTrue();
    }

    private void moveAccess(String session, Duration by) {
        database.update(
                "update spring_session set last_access_time = last_access_time + ? where session_id = ?",
                by.toMillis(),
                session);
    }

    /** @return the transactions that have written the session and each value in it */
    private Map<String, String> writings(String session) {
        Map<String, String> writings = new HashMap<>();
        database.query(
                "select s.xmin as of_session, a.attribute_name || md5(a.attribute_bytes) as value, a.xmin as of_value"
                        + " from spring_session s join spring_session_attributes a on a.session_primary_id = s.primary_id"
                        + " where s.session_id = ?",
                row -> {
                    writings.put("session", row.getString("of_session"));
                    writings.put(row.getString("value"), row.getString("of_value"));
                },
                session);
        return writings;
    }

    @Test
    @DisplayName("a page that was wanted before the login opens after it, one of another site never")
    void wantedPage_opensAfterLogin() {
        Browser curator = new Browser(port);
        assertThat(leadsTo(curator.page("/roadmap"))).endsWith("/login");
        assertThat(leadsTo(curator.logIn(school.login("curator"), TestSchool.PASSWORD, address)))
                .endsWith("/roadmap");
        Browser other = new Browser(port);
        other.page("/login?continue=https://evil.example");
        assertThat(leadsTo(other.logIn(
                        school.login("curator"),
                        TestSchool.PASSWORD,
                        "X-Forwarded-For",
                        "198.51.100.9",
                        "Referer",
                        "https://evil.example/")))
                .isEqualTo("/");
    }

    @Test
    @DisplayName("whoever is dismissed is out at once: open session, login, tasks")
    void dismissedPerson_isOutAtOnce() {
        school.staff("colleague", "Сменщикова", Role.CURATOR);
        day("2025-08-25");
        new SchoolYear(school, this::day).requested();
        OpenTask task = school.as("colleague").task("UserTask_CompleteRoadmap");
        assertThat(school.as("colleague").claim(task).status()).isEqualTo(204);
        Browser leaver = Browser.of(school, "colleague", port);
        assertThat(leaver.api("GET", "/task/" + task.id(), null).statusCode()).isEqualTo(200);

        Browser director = Browser.of(school, "director", port);
        HttpResponse<String> dismissal =
                director.form("/staff/" + school.personOf("colleague") + "/dismissal", Map.of("day", "2025-08-25"));
        assertThat(director.followed(dismissal).body()).contains("Увольнение отмечено.");

        HttpResponse<String> api = leaver.api("GET", "/task/" + task.id(), null);
        assertThat(api.statusCode()).isEqualTo(401);
        assertThat(leadsTo(leaver.page("/"))).contains("/login");
        assertThat(leadsTo(leaver.logIn(school.login("colleague"), TestSchool.PASSWORD, address)))
                .endsWith("/login?wrong");
        assertThat(database.queryForMap("select assignee_ from act_ru_task where id_ = ?", task.id()))
                .containsEntry("assignee_", null);
        assertThat(database.queryForObject(
                        "select count(*) from act_ru_authorization where user_id_ = ?",
                        Long.class,
                        school.accountOf("colleague").toString()))
                .as("grants of the dismissed")
                .isZero();
        school.curator().complete("UserTask_CompleteRoadmap", "step", "ACCEPT");
    }

    @Test
    @DisplayName("a power that has expired or not yet begun gives nothing, also within an open session")
    void powerOutsideItsDates_givesNothing() {
        day("2025-08-25");
        school.account("acting", "Исполнялова");
        school.grant("acting", school.id, Role.DIRECTOR, LocalDate.of(2025, 9, 1), LocalDate.of(2025, 9, 14), true);
        Browser acting = new Browser(port);
        String login = school.login("acting");

        assertThat(leadsTo(acting.logIn(login, TestSchool.PASSWORD, address)))
                .as("not yet")
                .endsWith("/login?powerless");
        day("2025-09-01");
        assertThat(leadsTo(acting.logIn(login, TestSchool.PASSWORD, address)))
                .as("on the first day")
                .doesNotContain("/login");
        assertThat(acting.page("/staff").statusCode()).isEqualTo(200);
        assertThat(acting.page("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
        day("2025-09-14");
        assertThat(acting.page("/staff").statusCode()).as("on the last day").isEqualTo(200);
        day("2025-09-15");
        assertThat(acting.get(Browser.API + "/task").statusCode())
                .as("the day after")
                .isEqualTo(401);
        assertThat(leadsTo(acting.page("/staff"))).contains("/login");
        assertThat(leadsTo(acting.logIn(login, TestSchool.PASSWORD, address))).endsWith("/login?powerless");
    }

    @Test
    @DisplayName("a role that ends takes its shared tasks and Cockpit away within the open session")
    void endedRole_losesItsTasks() {
        day("2025-08-25");
        new SchoolYear(school, this::day).requested();
        school.grant("curator", school.id, Role.MENTOR, LocalDate.of(2020, 1, 1), null, false);
        Browser curator = Browser.of(school, "curator", port);
        OpenTask task = school.curator().task("UserTask_CompleteRoadmap");
        assertThat(curator.api("GET", "/task/" + task.id(), null).statusCode()).isEqualTo(200);
        database.update(
                "update power set valid_to = '2025-08-24' where account_id = ? and role = 'CURATOR'",
                school.accountOf("curator"));

        assertThat(curator.api("GET", "/task/" + task.id(), null).statusCode()).isEqualTo(404);
        assertThat(curator.api("POST", "/task/" + task.id() + "/claim", Map.of("userId", school.accountOf("curator")))
                        .statusCode())
                .isBetween(403, 404);
        assertThat(curator.api("GET", "/process-instance?maxResults=10", null).statusCode())
                .isEqualTo(403);
        assertThat(curator.page("/staff").statusCode()).isEqualTo(403);
        assertThat(curator.page("/").statusCode()).as("still a mentor").isEqualTo(200);
    }

    @Test
    @DisplayName(
            "the first administrator comes from the environment, opens Admin and Cockpit, and finds no secret there")
    void firstAdministrator_seesAdminAndNoSecrets() {
        Browser administrator = new Browser(port);
        assertThat(leadsTo(administrator.logIn("admin", "admin-password", address)))
                .doesNotContain("/login");
        for (String page : List.of(
                "/",
                "/staff",
                "/organisations",
                "/camunda/app/admin/default/",
                "/camunda/app/cockpit/default/",
                "/camunda/app/tasklist/default/")) {
            assertThat(administrator.page(page).statusCode()).as(page).isEqualTo(200);
        }
        List<String> hashes = database.queryForList(
                "select password_hash from account where login in (?, 'admin')", String.class, school.login("curator"));
        Map<String, Integer> answers = new HashMap<>();
        for (String path : List.of(
                "/user?maxResults=100",
                "/user/" + school.accountOf("curator") + "/profile",
                "/group?maxResults=100",
                "/tenant?maxResults=100",
                "/authorization?maxResults=100",
                "/version",
                "/telemetry/configuration",
                "/identity/password-policy")) {
            HttpResponse<String> answer = administrator.api("GET", path, null);
            answers.put(path, answer.statusCode());
            assertThat(answer.body())
                    .as(path)
                    .doesNotContain("$2a$")
                    .doesNotContain("admin-password")
                    .doesNotContain(hashes)
                    .doesNotContain(school.login("curator") + "\"");
        }
        assertThat(answers)
                .containsEntry("/user?maxResults=100", 200)
                .containsEntry("/authorization?maxResults=100", 200);
        for (String path :
                List.of("/actuator/env", "/actuator/configprops", "/actuator/heapdump", "/engine-rest/user")) {
            assertThat(administrator.page(path).statusCode()).as(path).isEqualTo(404);
        }
        DatabaseState before = DatabaseState.of(database);
        Map<String, Object> user = Map.of(
                "profile",
                Map.of("id", "evil", "firstName", "E", "lastName", "V"),
                "credentials",
                Map.of("password", "evil-password"));
        assertThat(administrator.api("POST", "/user/create", user).statusCode())
                .as("accounts are made on our page only")
                .isEqualTo(403);
        assertThat(administrator
                        .api(
                                "PUT",
                                "/user/" + school.accountOf("curator") + "/credentials",
                                Map.of("password", "evil-password"))
                        .statusCode())
                .isBetween(400, 499);
        assertThat(administrator
                        .api("DELETE", "/user/" + school.accountOf("curator"), null)
                        .statusCode())
                .isEqualTo(403);
        assertThat(administrator
                        .script("POST", "/camunda/api/admin/setup/default/user/create", user)
                        .statusCode())
                .isBetween(400, 499);
        assertThat(DatabaseState.of(database).differences(before)).isEmpty();
    }

    @Test
    @DisplayName("the engine's own login does not exist: nobody gets in past our throttle")
    void loginOfTheEngine_isClosed() {
        Browser nobody = new Browser(port);
        HttpResponse<String> answer = nobody.send(
                "POST",
                "/camunda/api/admin/auth/user/default/login/tasklist",
                "username=" + school.login("curator") + "&password=correct+horse",
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(answer.statusCode()).isEqualTo(401);
        Browser clerk = Browser.of(school, "clerk", port);
        assertThat(clerk.script(
                                "POST",
                                "/camunda/api/admin/auth/user/default/login/tasklist",
                                "username=admin&password=admin-password",
                                "Content-Type",
                                "application/x-www-form-urlencoded")
                        .statusCode())
                .isBetween(400, 403);
        assertThat(clerk.get("/actuator/health", "Authorization", "Basic YWRtaW46YWRtaW4tcGFzc3dvcmQ=")
                        .statusCode())
                .isEqualTo(200);
        assertThat(new Browser(port)
                        .get(Browser.API + "/task", "Authorization", "Basic YWRtaW46YWRtaW4tcGFzc3dvcmQ=")
                        .statusCode())
                .as("Basic is no login")
                .isEqualTo(401);
    }

    // --- how it is done ---------------------------------------------------------------------------

    private static HttpResponse<String> change(Browser who, String old, String now, String again) {
        return who.form("/password", Map.of("oldPassword", old, "newPassword", now, "repeated", again));
    }

    private static String refusal(Browser who, String old, String now, String again) {
        return who.sentence(change(who, old, now, again)).orElse("");
    }

    private static String leadsTo(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static String withoutToken(String page) {
        return page.replaceAll("name=\"_csrf\"[^>]*>", "");
    }
}
