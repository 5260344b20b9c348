package ru.nastavnik;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nastavnik.support.SchoolYear.MENTEES;
import static ru.nastavnik.support.SchoolYear.MENTORS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import ru.nastavnik.support.DeviationTest;
import ru.nastavnik.support.SchoolYear;
import ru.nastavnik.support.TasklistUser;
import ru.nastavnik.support.TasklistUser.OpenTask;
import ru.nastavnik.support.TasklistUser.Reply;

/**
 * No day that somebody enters, in a form or on a page, lies outside the facts. A new field for days must be tried here,
 * or this test fails.
 */
class EnteredDaysTest extends DeviationTest {

    private static final List<String> IMPOSSIBLE = List.of("1950-01-01", "2049-12-31");
    /** The sentence names the bound: a day, or that the day is still to come. */
    private static final String BOUND =
            "(?s).*: (не раньше|не позже) \\d\\d\\.\\d\\d\\.\\d{4}, это .+|(?s).*: этот день ещё не наступил\\. .*";

    private static final Pattern INPUT = Pattern.compile("<input [^>]*>");
    private static final Pattern NAME = Pattern.compile(" name=\"(\\w+)\"");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Set<String>> fields = dayFields();
    private final Set<String> tried = new TreeSet<>();

    @AfterEach
    void tryNothingElse() {
        TasklistUser.aroundSubmit = TasklistUser.NOTHING_ELSE;
    }

    @Test
    @DisplayName("every day in every form lies between facts: 1950 and 2049 are refused, and the sentence says why")
    void everyForm_refusesImpossibleDays() {
        TasklistUser.aroundSubmit = this::impossibleDaysFirst;
        impossiblePeriodOfProgramme();
        year.wholeYear();
        tryNothingElse();
        openSchool();
        beginOtherYear();
        TasklistUser.aroundSubmit = this::impossibleDaysFirst;
        stageWaived();
        mentorReplaced();

        Set<String> all = new TreeSet<>();
        fields.forEach((form, keys) -> keys.forEach(key -> all.add(form + "." + key)));
        assertThat(tried).isEqualTo(all);
    }

    @Test
    @DisplayName("every day on every page lies between facts")
    void everyPage_refusesImpossibleDays() throws IOException {
        pairsAtWork(MENTEES.get(0), MENTORS.get(0));
        UUID pupil = pupil();
        UUID teacher = school.personOf(MENTORS.get(1));
        UUID power =
                one(UUID.class, "select id from power where account_id = ? limit 1", school.accountOf(MENTORS.get(1)));
        UUID consent = one(
                UUID.class,
                "select id from consent where person_id = ? and state = 'GIVEN' limit 1",
                school.personOf(MENTORS.get(0)));
        Map<String, String> name = Map.of("lastName", "Новая", "firstName", "Анна", "middleName", "Ильинична");
        Map<String, Tried> table = new TreeMap<>();
        table.put(
                "staff/new from",
                new Tried(
                        "/staff/new",
                        "/staff/new",
                        with(
                                name,
                                "category",
                                "STAFF",
                                "login",
                                "novaya-anna",
                                "roles",
                                "PSYCHOLOGIST",
                                "basis",
                                "приказ")));
        table.put(
                "staff/pupil birthDate",
                new Tried(
                        "/staff/pupils/new",
                        "/staff/pupils/new",
                        with(
                                name,
                                "className",
                                "7 «А»",
                                "parentLastName",
                                "Новая",
                                "parentFirstName",
                                "Вера",
                                "parentMiddleName",
                                "")));
        table.put(
                "staff/card birthDate",
                new Tried("/staff/" + pupil, "/staff/" + pupil + "/data", with(name, "category", "PUPIL")));
        table.put(
                "staff/card changedOn",
                new Tried("/staff/" + teacher, "/staff/" + teacher + "/data", with(name, "category", "STAFF")));
        table.put(
                "staff/card from, access",
                new Tried(
                        "/staff",
                        "/staff/" + school.person("offline", "Безлогинова") + "/access",
                        Map.of("login", "bez-login", "role", "CLERK", "basis", "приказ")));
        table.put(
                "staff/card from",
                new Tried("/staff", "/staff/" + teacher + "/powers", Map.of("role", "CLERK", "basis", "приказ")));
        table.put(
                "staff/card to",
                new Tried(
                        "/staff",
                        "/staff/" + teacher + "/powers",
                        Map.of("role", "CLERK", "basis", "приказ", "from", "2025-09-20")));
        table.put(
                "staff/card lastDay", new Tried("/staff", "/staff/" + teacher + "/powers/" + power + "/end", Map.of()));
        table.put("staff/dismissal day", new Tried("/staff", "/staff/" + teacher + "/dismissal", Map.of()));
        table.put(
                "pairs noticeOn",
                new Tried(
                        "/pairs",
                        "/pairs/" + pairOf(MENTEES.get(0)) + "/terminate",
                        Map.of("reason", "Не нужно", "initiative", "EMPLOYER", "searchGoesOn", "true")));
        table.put(
                "consents receivedOn",
                new Tried("/consents", "/consents/" + consent + "/withdrawal", Map.of("proof", PROOF)));
        Map<String, String> programme = Map.of("template", "SCHOOL-TEACHERS-2025");
        table.put("roadmap from", new Tried("/roadmap", "/roadmap/start", with(programme, "to", "2026-08-31")));
        table.put("roadmap to", new Tried("/roadmap", "/roadmap/start", with(programme, "from", "2025-09-01")));

        assertThat(table.keySet()).isEqualTo(daysOfPages());
        table.forEach((field, page) -> IMPOSSIBLE.forEach(day -> {
            String key = field.substring(field.indexOf(' ') + 1).replace(", access", "");
            Reply reply = school.curator().post(page.shown, page.sent, with(page.fields, key, day));
            assertThat(text(reply))
                    .as("%s = %s", field, day)
                    .matches(
                            "(?s).*: (не раньше|не позже) \\d\\d\\.\\d\\d\\.\\d{4}, это .+"
                                    + "|(?s).*этот день ещё не наступил\\. .*|(?s).*не может быть раньше согласия: .*"
                                    + "|(?s).*Прежние данные записаны с \\d\\d\\.\\d\\d\\.\\d{4}.*|(?s).*День заявления ещё не наступил.*");
        }));
    }

    // --- forms ------------------------------------------------------------------------------------

    /** Before the true answers are sent, each day of the form is sent wrong: nothing may have changed by that. */
    private void impossibleDaysFirst(TasklistUser user, OpenTask task, Object[] answers, Runnable submit) {
        tryImpossibleDays(user, task, answers);
        if (task.key().equals("UserTask_GiveConsents")) {
            // Everybody answers on the screen in this year: the curator's table is there and never sent.
            school.curator().tasks("UserTask_MarkConsents").stream()
                    .findFirst()
                    .ifPresent(table ->
                            tryImpossibleDays(school.curator(), table, new Object[] {"door", "PAPER", "proof", PROOF}));
        }
        submit.run();
    }

    private void tryImpossibleDays(TasklistUser user, OpenTask task, Object[] answers) {
        String form = task.key().replace("UserTask_", "") + "Form";
        for (String key : fields.getOrDefault(form, Set.of())) {
            if (tried.add(form + "." + key)) {
                for (String day : IMPOSSIBLE) {
                    Reply reply = user.submit(task.id(), with(answers, key, day));
                    assertThat(reply.status()).as("%s.%s = %s", form, key, day).isEqualTo(400);
                    assertThat(reply.message()).as("%s.%s = %s", form, key, day).matches(BOUND);
                }
            }
        }
    }

    private static Object[] with(Object[] answers, String key, String day) {
        Map<Object, Object> all = new LinkedHashMap<>();
        for (int i = 0; i < answers.length; i += 2) {
            all.put(answers[i], answers[i + 1]);
        }
        all.put(key, day);
        return all.entrySet().stream()
                .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                .toArray();
    }

    private void impossiblePeriodOfProgramme() {
        day("2025-08-25");
        IMPOSSIBLE.forEach(day -> {
            notStarted(day, "2026-08-31");
            notStarted("2025-09-01", day);
        });
        tried.addAll(List.of("StartProgrammeForm.periodFrom", "StartProgrammeForm.periodTo"));
    }

    private void notStarted(String from, String to) {
        Reply reply = school.curator()
                .tryStart(
                        "MentoringProgrammeProcess",
                        "templateCode",
                        "SCHOOL-TEACHERS-2025",
                        "track",
                        "STAFF",
                        "periodFrom",
                        from,
                        "periodTo",
                        to);
        assertThat(reply.message()).as("%s – %s", from, to).matches(BOUND);
    }

    private void beginOtherYear() {
        year = new SchoolYear(school, this::day);
    }

    private void stageWaived() {
        pairsAtWork(MENTEES.get(0), MENTORS.get(0));
        UUID stage = stageId(1);
        school.curator().post("/roadmap", "/roadmap/stages/" + stage + "/waiver", Map.of("reason", "Карантин"));
        school.director().complete("UserTask_DecideStageWaiver", "decision", "APPROVE", "door", "SCREEN");
    }

    private void mentorReplaced() {
        year.on("2025-10-01");
        school.as(MENTORS.get(0))
                .post(
                        "/pairs",
                        "/pairs/" + pairOf(MENTEES.get(0)) + "/replacement",
                        Map.of("request", "Нужен другой наставник"));
        year.replacementAccepted("REASONED_REQUEST", "MENTOR", "2025-10-01");
        year.newMentorChosen(MENTORS.get(2));
        school.as(MENTORS.get(2)).complete("UserTask_AnswerNewMentor", "answer", "GIVEN", "door", "SCREEN");
        school.director().complete("UserTask_DecideReplacement", "decision", "APPROVE", "door", "SCREEN");
        school.clerk().complete("UserTask_RegisterReplacementOrder", "number", "140-ОД", "date", "2025-10-01");
        school.as(MENTORS.get(0)).complete("UserTask_HandOver", "handover", "Прошли две темы.", "door", "SCREEN");
    }

    /** @return keys of the fields for days by the ids of the forms */
    private static Map<String, Set<String>> dayFields() {
        Map<String, Set<String>> days = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("forms"))) {
            files.filter(file -> file.toString().endsWith(".form")).forEach(file -> {
                try {
                    JsonNode form = JSON.readTree(file.toFile());
                    collectDays(form, days.computeIfAbsent(form.path("id").asText(), id -> new TreeSet<>()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        days.values().removeIf(Set::isEmpty);
        assertThat(days).isNotEmpty();
        return days;
    }

    private static void collectDays(JsonNode parent, Set<String> days) {
        for (JsonNode component : parent.path("components")) {
            if (component.path("type").asText().equals("datetime")) {
                days.add(component.path("key").asText());
            }
            collectDays(component, days);
        }
    }

    // --- pages ------------------------------------------------------------------------------------

    private record Tried(String shown, String sent, Map<String, String> fields) {}

    private static Map<String, String> with(Map<String, String> fields, String... keysAndValues) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        for (int i = 0; i < keysAndValues.length; i += 2) {
            all.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return all;
    }

    private static String text(Reply reply) {
        return reply.body().replaceAll("<[^>]+>", " ");
    }

    private UUID pupil() {
        school.curator()
                .post(
                        "/staff/pupils/new",
                        "/staff/pupils/new",
                        Map.of(
                                "lastName",
                                "Ученикова",
                                "firstName",
                                "Ольга",
                                "birthDate",
                                "2010-03-04",
                                "className",
                                "8 «Б»",
                                "parentLastName",
                                "Ученикова",
                                "parentFirstName",
                                "Мария"));
        return one(
                UUID.class,
                "select p.id from person p join person_data d on d.person_id = p.id where d.last_name = 'Ученикова' "
                        + "and p.category = 'PUPIL' and p.organisation_id = ?",
                school.id);
    }

    /** @return «staff/card changedOn»: the page and the name of each input for a day; a second one of a name is told apart */
    private static Set<String> daysOfPages() throws IOException {
        Path templates = Path.of("src/main/resources/templates");
        Set<String> days = new TreeSet<>();
        try (Stream<Path> files = Files.walk(templates)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String page = templates.relativize(file).toString().replace(".html", "");
                Matcher input = INPUT.matcher(Files.readString(file));
                while (input.find()) {
                    Matcher name = NAME.matcher(input.group());
                    if (input.group().contains("type=\"date\"") && name.find()) {
                        String field = page + " " + name.group(1);
                        days.add(days.contains(field) ? field + ", access" : field);
                    }
                }
            }
        }
        return days;
    }
}
