package ru.nastavnik;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import ru.nastavnik.support.Attempts;
import ru.nastavnik.support.Browser;
import ru.nastavnik.support.SchoolTest;
import ru.nastavnik.support.SchoolYear;
import ru.nastavnik.support.TasklistUser.OpenTask;
import ru.nastavnik.support.TestSchool;

/** The same for our own pages: forms with fields that are missing, malformed,
 * endless or markup; files that are none. */
class HostilePagesTest extends SchoolTest {

    private static final Set<String> TEXTS = Set.of("reason", "basis", "lastName", "firstName", "title", "firstNumber");

    private Attempts attempts;
    private UUID programmeId;

    @BeforeEach
    void nothingTriedYet() {
        attempts = new Attempts(database);
    }

    @Test
    @DisplayName("our own pages refuse missing, malformed, endless and broken fields with a sentence")
    void wrongFieldsOfOwnPages_changeNothing() {
        programmeToApprove();
        Browser director = Browser.of(school, "director", port);
        String deputy = school.personOf("deputy").toString();
        String nameless = school.person("nameless", "Безлогинова").toString();
        Map<String, Map<String, String>> forms = new LinkedHashMap<>();
        forms.put(
                "/staff/new",
                Map.of(
                        "category",
                        "STAFF",
                        "lastName",
                        "Новая",
                        "firstName",
                        "Анна",
                        "login",
                        "newcomer" + port,
                        "roles",
                        "MENTOR",
                        "basis",
                        "Приказ № 1",
                        "from",
                        "2025-09-01"));
        forms.put(
                "/staff/" + nameless + "/access",
                Map.of("login", "nameless" + port, "role", "MENTOR", "from", "2025-09-01", "basis", "Приказ № 1"));
        forms.put("/staff/" + deputy + "/powers", Map.of("role", "CLERK", "from", "2025-09-01", "basis", "Приказ № 1"));
        forms.put("/staff/" + deputy + "/dismissal", Map.of("day", "2025-08-01"));
        forms.put("/staff/" + deputy + "/data", Map.of("lastName", "Новая", "firstName", "Анна"));
        forms.put(
                "/roadmap/start", Map.of("template", "SCHOOL-TEACHERS-2025", "from", "2026-09-01", "to", "2027-08-31"));
        forms.put(
                "/documents/kinds",
                Map.of("title", "Приказ о доплате", "journal", "ORDERS", "drafter", "CURATOR", "approver", "DIRECTOR"));
        forms.put("/documents/kinds/journals", Map.of("title", "Распоряжения", "firstNumber", "1"));
        forms.put("/roadmap/cancel", Map.of("programmeId", programmeId.toString(), "reason", "Решено"));
        forms.put(
                "/password",
                Map.of(
                        "oldPassword",
                        TestSchool.PASSWORD,
                        "newPassword",
                        "another horse",
                        "repeated",
                        "another horse"));
        forms.forEach((path, right) -> right.keySet().forEach(field -> {
            Map<String, String> without = new LinkedHashMap<>(right);
            without.remove(field);
            if (!field.equals("category")) {
                attempts.form(director, path, without);
            }
            for (String wrong : List.of(
                    "",
                    "\0",
                    "a\0b",
                    "x".repeat(5_000),
                    "x".repeat(300_000),
                    "+99999-12-31",
                    "9999999999",
                    "<script>")) {
                boolean fits = (TEXTS.contains(field) && (wrong.equals("<script>") || wrong.contains("9999")))
                        || (field.equals("category") && wrong.isEmpty())
                        || (field.equals("login") && wrong.equals("9999999999"));
                if (!fits) {
                    Map<String, String> with = new LinkedHashMap<>(right);
                    with.put(field, wrong);
                    attempts.form(director, path, with);
                }
            }
        }));
        for (String role : List.of("ADMINISTRATOR", "MUNICIPAL_HEAD", "OWNER")) {
            attempts.form(
                    director,
                    "/staff/" + deputy + "/powers",
                    Map.of("role", role, "from", "2025-09-01", "basis", "Приказ № 1"));
        }
        for (String extra : List.of("middleName", "positionTitle", "email")) {
            for (String wrong : List.of("\0", "x".repeat(300), "x".repeat(5_000))) {
                Map<String, String> with = new LinkedHashMap<>(forms.get("/staff/new"));
                with.put(extra, wrong);
                attempts.form(director, "/staff/new", with);
            }
            Map<String, String> endless = new LinkedHashMap<>(forms.get("/staff/" + deputy + "/data"));
            endless.put(extra, "x".repeat(300));
            attempts.form(director, "/staff/" + deputy + "/data", endless);
        }
        attempts.form(director, "/staff/" + school.personOf("director") + "/dismissal", Map.of("day", "2025-08-01"));
        attempts.form(
                director,
                "/organisations",
                Map.of("fullName", "Школа", "shortName", "Школа", "locality", "", "timeZone", "Europe/Moscow"));
        attempts.form(Browser.of(school, "Ахтырцева", port), "/staff/" + deputy + "/password", Map.of());
        attempts.form(
                Browser.of(school, "curator", port), "/staff/" + school.personOf("director") + "/password", Map.of());
        attempts.form(Browser.of(school, "curator", port), "/roadmap/cancel", forms.get("/roadmap/cancel"));
        attempts.comeToNothing();

        for (String search : List.of("%00", "%25", "_", "%27", "x".repeat(5_000), "%D0")) {
            assertThat(director.page("/staff?search=" + search).statusCode())
                    .as("search for %s", search)
                    .isLessThan(500);
        }
    }

    @Test
    @DisplayName("files that are none, too large, or sent wrongly are refused with a sentence")
    void wrongFiles_areRefused() {
        programmeToApprove();
        OpenTask task = school.director().task("UserTask_ApproveRoadmap");
        Browser director = Browser.of(school, "director", port);
        String path = "/tasks/" + task.id() + "/files";
        byte[] large = new byte[21 * 1024 * 1024 + 512 * 1024];
        System.arraycopy(Attempts.PDF, 0, large, 0, Attempts.PDF.length);
        byte[] over = new byte[20 * 1024 * 1024 + 10];
        System.arraycopy(Attempts.PDF, 0, over, 0, Attempts.PDF.length);
        for (byte[] content : List.of(
                new byte[0],
                "MZ executable".getBytes(StandardCharsets.US_ASCII),
                "<html><script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII),
                "PK\3\4broken".getBytes(StandardCharsets.US_ASCII),
                over,
                large)) {
            attempts.add(
                    director,
                    "a file of " + content.length + " bytes",
                    () -> Attempts.upload(director, path, "scan.pdf", content));
        }
        String token = director.csrfToken();
        attempts.add(
                director,
                "no part",
                () -> director.send(
                        "POST",
                        path,
                        "--b\r\n--b--\r\n",
                        "Content-Type",
                        "multipart/form-data; boundary=b",
                        "X-CSRF-TOKEN",
                        token,
                        "Accept",
                        "*/*"));
        attempts.add(
                director,
                "a broken part",
                () -> director.send(
                        "POST",
                        path,
                        "--b\r\nContent-Disposition: form-data; name=\"file\"",
                        "Content-Type",
                        "multipart/form-data; boundary=b",
                        "X-CSRF-TOKEN",
                        token,
                        "Accept",
                        "*/*"));
        attempts.add(
                director,
                "no boundary",
                () -> director.send(
                        "POST",
                        path,
                        "x",
                        "Content-Type",
                        "multipart/form-data",
                        "X-CSRF-TOKEN",
                        token,
                        "Accept",
                        "*/*"));
        attempts.add(
                director,
                "a form instead",
                () -> director.send(
                        "POST",
                        path,
                        "file=x",
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "X-CSRF-TOKEN",
                        token,
                        "Accept",
                        "*/*"));
        attempts.add(
                director,
                "JSON instead",
                () -> director.send(
                        "POST",
                        path,
                        "{}",
                        "Content-Type",
                        "application/json",
                        "X-CSRF-TOKEN",
                        token,
                        "Accept",
                        "*/*"));
        attempts.comeToNothing();

        HttpResponse<String> named = Attempts.upload(director, path, "../../<b>свод\\\"X-Evil: 1.pdf", Attempts.PDF);
        assertThat(named.statusCode()).as(named.body()).isEqualTo(200);
        UUID id = database.queryForObject("select id from stored_file where task_id = ?", UUID.class, task.id());
        HttpResponse<String> opened = director.get("/files/" + id);
        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(opened.headers().map()).doesNotContainKey("x-evil");
        assertThat(opened.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).contains("default-src 'none'").doesNotContain("script"));
    }

    @Test
    @DisplayName("a person whose name is markup is shown by that name and can take part like everybody else")
    void markupInAName_isShownAsText() {
        String surname = "<b>Жирнова</b><img src=x onerror=alert(1)>";
        school.staff("marked", surname, null);
        school.person("quoted", "\"'><svg/onload=alert(2)>${7*7}");
        SchoolYear year = new SchoolYear(school, this::day).programmeApproved();
        OpenTask requests = school.curator().task("UserTask_CollectRequests");
        assertThat(school.curator().options(requests, "people"))
                .contains(
                        school.personOf("marked").toString(),
                        school.personOf("quoted").toString());
        school.curator()
                .complete(
                        requests,
                        "personIds",
                        List.of(
                                school.personOf("marked").toString(),
                                school.personOf("quoted").toString()),
                        "topics",
                        school.curator().options(requests, "topicList").subList(0, 1),
                        "more",
                        false,
                        "door",
                        "SCREEN");
        year.consented("marked");

        for (String page : List.of(
                "/", "/staff", "/staff?search=%3Cb%3E", "/staff/" + school.personOf("marked"), "/pairs", "/roadmap")) {
            String body = school.curator().get(page).body();
            assertThat(body)
                    .as(page)
                    .doesNotContain("<b>Жирнова")
                    .doesNotContain("<img src=x")
                    .doesNotContain("<svg/onload");
        }
        assertThat(school.curator().get("/staff").body())
                .contains("&lt;b&gt;Жирнова&lt;/b&gt;")
                .contains("${7*7}");
        assertThat(school.as("marked").get("/").body()).contains("&lt;b&gt;Жирнова");
        assertThat(database.queryForObject(
                        "select count(*) from consent where person_id = ? and state = 'GIVEN'",
                        Long.class,
                        school.personOf("marked")))
                .isPositive();
    }

    private void programmeToApprove() {
        day("2025-08-25");
        programmeId = new SchoolYear(school, this::day).requested().programmeId;
        school.curator().complete("UserTask_CompleteRoadmap", "step", "ACCEPT");
    }
}
