package ru.nastavnik;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.nastavnik.organisation.Enrolment;
import ru.nastavnik.organisation.NewPerson;
import ru.nastavnik.organisation.Person;
import ru.nastavnik.support.Browser;
import ru.nastavnik.support.SchoolTest;

/** The way of a real school into the program: «Учреждения», then «Сотрудники и доступ», with printed login slips. */
class NewSchoolTest extends SchoolTest {

    private static final Pattern SECRETS =
            Pattern.compile("<dd class=\"secret\">([^<]+)</dd>.*<dd class=\"secret\">([^<]+)</dd>", Pattern.DOTALL);
    private static final String BASIS = "Приказ № 7 от 28.08.2026";

    /** What is printed on a login slip. */
    private record Slip(String login, String password) {}

    @Autowired
    private Enrolment enrolment;

    private UUID newSchool;
    private LocalDate today;

    @Test
    @DisplayName(
            "the administrator registers a school and invites; each logs in with a slip; an acting power holds until "
                    + "its last day")
    void administratorOpensASchool_peopleGetInByTheirSlips_actingPowerEnds() {
        Browser administrator = loggedIn("admin", "admin-password");
        HttpResponse<String> registered = administrator.form(
                "/organisations",
                Map.of(
                        "fullName",
                        "Средняя школа села Верхние Броды",
                        "shortName",
                        "Школа Верхних Бродов",
                        "locality",
                        "Верхние Броды",
                        "timeZone",
                        "Asia/Omsk"));
        assertThat(administrator.followed(registered).body())
                .contains("Школа «Школа Верхних Бродов» внесена. Перейдите в неё и пригласите директора или куратора.");
        newSchool = database.queryForObject(
                "select id from organisation where short_name = 'Школа Верхних Бродов'", UUID.class);
        today = organisations.today(newSchool);
        assertThat(administrator
                        .form("/organisation", Map.of("organisationId", newSchool.toString()))
                        .statusCode())
                .isEqualTo(302);

        Browser curator = firstLogin(invited(administrator, "Верхнебродова", "brody-curator", "CURATOR"));
        Browser director = firstLogin(invited(administrator, "Директоршина", "brody-director", "DIRECTOR"));
        assertThat(curator.page("/").body()).contains("Школа Верхних Бродов", "Верхнебродова А. И.");
        assertThat(curator.followed(invitation(curator, "Самозванцев", "brody-usurper", "DIRECTOR"))
                        .body())
                .contains("Роль «Директор» вы не назначаете и не снимаете.");
        Slip clerksSlip = invited(curator, "Писарева", "brody-clerk", "CLERK");
        firstLogin(clerksSlip);
        Slip teachersSlip = accessGiven(curator, "Уроковедова", "brody-teacher");
        assertThat(firstLogin(teachersSlip).page("/staff").statusCode())
                .as("a mentor does not manage access")
                .isEqualTo(403);

        passwordForgotten(curator, clerksSlip.login());
        Browser clerk = loggedIn(clerksSlip.login(), "a password of my own");
        actingCurator(director, clerk);
    }

    private void passwordForgotten(Browser curator, String login) {
        Slip anew = slip(curator, curator.form("/staff/" + personOf(login) + "/password", Map.of()));
        assertThat(anew.login()).isEqualTo(login);
        assertThat(leadsTo(new Browser(port).logIn(login, "a password of my own")))
                .as("the forgotten password")
                .endsWith("/login?wrong");
        firstLogin(anew);
    }

    private void actingCurator(Browser director, Browser clerk) {
        UUID person = personOf("brody-clerk");
        assertThat(clerk.page("/staff").statusCode()).as("before the order").isEqualTo(403);
        Map<String, String> power =
                new HashMap<>(Map.of("role", "CURATOR", "acting", "true", "from", today.toString(), "basis", BASIS));
        assertThat(director.sentence(director.form("/staff/" + person + "/powers", power)))
                .hasValue("Для исполняющего обязанности укажите последний день.");
        power.put("to", today.plusDays(14).toString());
        assertThat(director.followed(director.form("/staff/" + person + "/powers", power))
                        .body())
                .contains("Роль «И. о. куратора» назначена.", "И. о. куратора", BASIS);
        assertThat(clerk.page("/staff").statusCode()).as("in the open session").isEqualTo(200);

        UUID powerId = database.queryForObject(
                "select id from power where organisation_id = ? and acting", UUID.class, newSchool);
        assertThat(director.followed(director.form(
                                "/staff/" + person + "/powers/" + powerId + "/end",
                                Map.of("lastDay", today.toString())))
                        .body())
                .contains("Последний день роли записан.");
        assertThat(clerk.page("/staff").statusCode()).as("on the last day").isEqualTo(200);
        clock.moveTo(clock.instant().plus(Duration.ofDays(1)));
        assertThat(clerk.page("/staff").statusCode()).as("the day after").isEqualTo(403);
        assertThat(clerk.page("/").statusCode()).as("still the clerk").isEqualTo(200);
    }

    private HttpResponse<String> invitation(Browser who, String surname, String login, String role) {
        return who.form(
                "/staff/new",
                Map.of(
                        "category",
                        "STAFF",
                        "lastName",
                        surname,
                        "firstName",
                        "Анна",
                        "middleName",
                        "Ильинична",
                        "login",
                        login,
                        "roles",
                        role,
                        "basis",
                        BASIS,
                        "from",
                        today.toString()));
    }

    private Slip invited(Browser who, String surname, String login, String role) {
        return slip(who, invitation(who, surname, login, role));
    }

    /** Somebody who has been entered long before gets a login. */
    private Slip accessGiven(Browser who, String surname, String login) {
        UUID person = enrolment.enter(
                newSchool, new NewPerson(Person.Category.STAFF, surname, "Ольга", null, "учитель", null));
        return slip(
                who,
                who.form(
                        "/staff/" + person + "/access",
                        Map.of("login", login, "role", "MENTOR", "from", today.toString(), "basis", BASIS)));
    }

    /** Reads the slip, which is shown once. */
    private static Slip slip(Browser who, HttpResponse<String> answer) {
        HttpResponse<String> page = who.followed(answer);
        Matcher secrets = SECRETS.matcher(page.body());
        assertThat(secrets.find()).as("a slip: %s", page.body()).isTrue();
        assertThat(leadsTo(who.page("/staff/slip"))).as("the slip once more").endsWith("/staff");
        return new Slip(secrets.group(1), secrets.group(2));
    }

    /** Logs in with the slip and chooses a password, without which nothing else opens. */
    private Browser firstLogin(Slip slip) {
        Browser browser = loggedIn(slip.login(), slip.password());
        assertThat(leadsTo(browser.page("/roadmap"))).as("before the change").endsWith("/password");
        HttpResponse<String> changed = browser.form(
                "/password",
                Map.of(
                        "oldPassword",
                        slip.password(),
                        "newPassword",
                        "a password of my own",
                        "repeated",
                        "a password of my own"));
        assertThat(browser.followed(changed).body()).contains("Пароль изменён.");
        assertThat(leadsTo(new Browser(port).logIn(slip.login(), slip.password())))
                .as("the slip is spent")
                .endsWith("/login?wrong");
        return browser;
    }

    private Browser loggedIn(String login, String password) {
        Browser browser = new Browser(port);
        assertThat(leadsTo(browser.logIn(login, password))).doesNotContain("/login");
        return browser;
    }

    private UUID personOf(String login) {
        return database.queryForObject(
                "select p.id from account a join account_person ap on ap.account_id = a.id "
                        + "join person p on p.id = ap.person_id where a.login = ?",
                UUID.class,
                login);
    }

    private static String leadsTo(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
