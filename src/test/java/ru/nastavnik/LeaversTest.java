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
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import ru.nastavnik.requirements.Requirement;
import ru.nastavnik.support.DeviationTest;
import ru.nastavnik.support.TasklistUser;
import ru.nastavnik.support.TasklistUser.OpenTask;
import ru.nastavnik.support.TasklistUser.Reply;

/** Somebody leaves the school: nobody offers or counts them, what hung on them goes to somebody, a mistake is undone. */
class LeaversTest extends DeviationTest {

    private static final String MENTEE = MENTEES.get(0);
    private static final String MENTOR = MENTORS.get(0);
    private static final String CANDIDATE = MENTORS.get(1);
    private static final String NEW = MENTORS.get(2);

    /** Lists of forms that offer things of the school, not people. */
    private static final Set<String> NOT_PEOPLE =
            Set.of("versions", "roles", "days", "measures", "evidenceKinds", "topicList", "stages");
    /** Lists of what a dismissal itself ends, see the stories here. */
    private static final Set<String> ENDED_BY_THE_DISMISSAL = Set.of(
            "ApprovePairListForm.pairOptions",
            "ApprovePersonalProgrammesForm.pairs",
            "ChooseNewMentorForm.mentors",
            "HoldFinalMeetingForm.mentees",
            "MarkConsentsForm.awaited",
            "MarkMeetingsForm.mentees",
            "MatchPairsForm.proposedPairs");

    private final Map<String, Map<String, String>> lists = peopleLists();
    private final Set<String> tried = new TreeSet<>();

    @AfterEach
    void tryNothingElse() {
        TasklistUser.aroundSubmit = TasklistUser.NOTHING_ELSE;
    }

    @Test
    @DisplayName("no list of any form offers somebody who has left, and the server takes them from none")
    void everyList_leavesOutWhoeverHasLeft() {
        TasklistUser.aroundSubmit = this::leaverFirst;
        year.wholeYear();

        Set<String> all = new TreeSet<>();
        lists.forEach((form, ofForm) -> ofForm.keySet().forEach(list -> all.add(form + "." + list)));
        all.removeAll(ENDED_BY_THE_DISMISSAL);
        assertThat(tried).isEqualTo(all);

        String page = school.curator().get("/pairs").body();
        UUID person = school.personOf("Жегалкина");
        assertThat(page).doesNotContain(person.toString());
    }

    /** Of everybody whom a list offers one leaves for a moment: they are offered no more, and not taken. */
    private void leaverFirst(TasklistUser user, OpenTask task, Object[] answers, Runnable submit) {
        String form = task.key().replace("UserTask_", "") + "Form";
        lists.getOrDefault(form, Map.of()).forEach((list, field) -> {
            String name = form + "." + list;
            if (ENDED_BY_THE_DISMISSAL.contains(name)
                    || user.options(task, list).isEmpty()
                    || !tried.add(name)) {
                return;
            }
            List<String> offered = user.options(task, list);
            String leaver = offered.get(offered.size() - 1);
            UUID person = one(
                    UUID.class,
                    "select coalesce((select person_id from participant where id = ?), ?)",
                    UUID.fromString(leaver),
                    UUID.fromString(leaver));
            database.update("update person set dismissed_on = entered_on where id = ?", person);
            assertThat(user.options(task, list)).as(name).doesNotContain(leaver).hasSize(offered.size() - 1);
            Reply reply =
                    user.submit(task.id(), with(answers, field, field.endsWith("Ids") ? List.of(leaver) : leaver));
            assertThat(reply.status()).as("%s: %s", name, reply.body()).isBetween(400, 499);
            database.update("update person set dismissed_on = null where id = ?", person);
        });
        submit.run();
    }

    private static Object[] with(Object[] answers, String key, Object value) {
        Map<Object, Object> all = new LinkedHashMap<>();
        for (int i = 0; i < answers.length; i += 2) {
            all.put(answers[i], answers[i + 1]);
        }
        all.put(key, value);
        return all.entrySet().stream()
                .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                .toArray();
    }

    @Test
    @DisplayName("a mentor is dismissed: the page says beforehand what it touches; the pair rests, another mentor is "
            + "searched the same day, also when the one who agreed leaves too")
    @Requirement({"E10", "S4-2.8", "S4-2.8.a"})
    void dismissedMentor_isReplaced() {
        pairsAtWork(MENTEE, MENTOR);
        year.on("2025-10-13");
        assertThat(text(school.director().get(dismissal(MENTOR))))
                .contains(
                        "Наставник в парах",
                        MENTOR + " А. Е. — " + MENTEE + " А. Е., по 31.05.2026",
                        "сегодня же появится задача «Подобрать нового наставника»",
                        "Отметить встречи за месяц");
        assertThat(leaves(MENTOR, "2025-09-19").body())
                .contains("День ухода: не раньше 20.09.2025, это день, с которого этот человек работает в паре");
        assertThat(leaves(MENTOR, "2025-10-14").body()).contains("этот день ещё не наступил");
        assertThat(pairState(MENTEE)).isEqualTo("ACTIVE");

        assertThat(leaves(MENTOR, "2025-10-10").body()).contains("Увольнение отмечено.");
        UUID pair = pairOf(MENTEE);
        assertThat(pairState(MENTEE)).isEqualTo("SUSPENDED");
        assertThat(openTasks(pair)).isEmpty();
        assertThat(text(
                        "select member_to::text from mentorship_member where mentorship_id = ? and side = 'MENTOR'",
                        pair))
                .isEqualTo("2025-10-09");
        assertThat(text(school.curator().get("/pairs")))
                .contains("Новый наставник ищется", "до 09.10.2025 – " + MENTOR + " А. Е., наставник");
        assertThat(school.curator().has("UserTask_ReviewReplacement")).isFalse();
        assertThat(dueToday("UserTask_ChooseNewMentor")).isEqualTo(1);
        notOffered(MENTOR);

        year.newMentorChosen(CANDIDATE);
        school.as(CANDIDATE).complete("UserTask_AnswerNewMentor", "answer", "GIVEN", "door", "SCREEN");
        assertThat(text(school.director().get(dismissal(CANDIDATE)))).contains("Новый наставник по замене");
        assertThat(leaves(CANDIDATE, "2025-10-13").body()).contains("Увольнение отмечено.");
        assertThat(school.director().has("UserTask_DecideReplacement")).isFalse();
        notOffered(CANDIDATE);

        year.newMentorChosen(NEW);
        school.as(NEW).complete("UserTask_AnswerNewMentor", "answer", "GIVEN", "door", "SCREEN");
        assertThat(school.director()
                        .refused(
                                "UserTask_DecideReplacement",
                                "decision",
                                "REJECT",
                                "remark",
                                "Пусть работает",
                                "door",
                                "SCREEN")
                        .message())
                .startsWith("Прежний наставник уже освобождён");
        school.director().complete("UserTask_DecideReplacement", "decision", "APPROVE", "door", "SCREEN");
        school.clerk().complete("UserTask_RegisterReplacementOrder", "number", "140-ОД", "date", "2025-10-13");
        assertThat(pairState(MENTEE)).isEqualTo("ACTIVE");
        assertThat(text(
                        "select v.body from act_version v join replacement r on r.order_id = v.act_id "
                                + "where r.mentorship_id = ?",
                        pair))
                .contains(
                        "Освободить от обязанностей наставника с 10.10.2025: " + MENTOR,
                        "прекращение наставником трудовых отношений с образовательным учреждением");
        school.curator()
                .complete(
                        "UserTask_HandOver",
                        "handover",
                        "Прошли две темы.",
                        "door",
                        "WORDS",
                        "proof",
                        "куратору по телефону 13.10.2025");

        assertThat(takenBack(CANDIDATE))
                .contains("Увольнение отменено", "нового наставника подбирают заново", "Осталось, как решили");
        assertThat(takenBack(MENTOR))
                .contains("Увольнение отменено", "новый наставник уже выбран: замена продолжается");
        assertThat(school.as(MENTOR).get("/pairs").status())
                .as("may log in again")
                .isEqualTo(200);
        assertThat(pairState(MENTEE)).isEqualTo("ACTIVE");
    }

    /** Of whoever has left nobody can be chosen as the new mentor, by whatever way. */
    private void notOffered(String mentor) {
        OpenTask choose = school.curator().task("UserTask_ChooseNewMentor");
        String gone = participant(mentor, "MENTOR").toString();
        assertThat(school.curator().options(choose, "mentors")).isNotEmpty().doesNotContain(gone);
        assertThat(school.curator()
                        .submit(choose.id(), "search", "FOUND", "mentorId", gone)
                        .status())
                .isEqualTo(400);
    }

    @Test
    @DisplayName(
            "a mentee leaves: the pair ends with its reason, nobody searches on, what was only proposed is dropped")
    @Requirement("E24")
    void mentee_whoLeaves_isSearchedForNoMore() {
        banksFilled();
        year.pairsProposed(MENTEE, MENTOR, MENTEES.get(1), CANDIDATE);
        OpenTask approve = school.director().task("UserTask_ApprovePairList");
        assertThat(text(school.director().get(dismissal(CANDIDATE)))).contains("Эти пары уйдут из списка.");
        assertThat(leaves(CANDIDATE, "2025-09-20").body()).contains("Увольнение отмечено.");
        assertThat(school.director().options(approve, "pairOptions")).hasSize(1);
        assertThat(takenBack(CANDIDATE)).contains("Увольнение отменено").doesNotContain("Осталось");
        assertThat(school.director().options(approve, "pairOptions")).hasSize(2);

        leaves(CANDIDATE, "2025-09-20");
        year.pairsApproved(MENTEE).pairOrderRegistered("101-ОД").personalProgrammesApproved(List.of(MENTOR));
        year.on("2025-10-13");
        assertThat(text(school.director().get(dismissal(MENTEE)))).contains("Работа этих пар прекратится.");
        assertThat(leaves(MENTEE, "2025-10-10").body()).contains("Увольнение отмечено.");
        UUID pair = pairOf(MENTEE);
        assertThat(text("select state || ', ' || end_reason from mentorship where id = ?", pair))
                .isEqualTo("TERMINATED, Наставляемый не работает с 10.10.2025");
        assertThat(openTasks(pair)).isEmpty();
        assertThat(count(
                        "select count(*) from unmatched_support where participant_id = ? and closed_on is null",
                        participant(MENTEE, "MENTEE")))
                .isZero();
        assertThat(text(school.curator().get("/pairs"))).doesNotContain(MENTEE + " А. Е.\n");

        assertThat(leaves(MENTEES.get(1), "2025-10-13").body()).contains("Увольнение отмечено.");
        assertThat(school.as("psychologist").tasks("UserTask_SupportMentee"))
                .noneMatch(task -> task.about().contains(MENTEES.get(1)));
    }

    @Test
    @DisplayName(
            "a dismissal that was entered by mistake is taken back: powers, login, pairs, searches and tasks are as "
                    + "they were")
    void mistake_isTakenBack_andEverythingIsAsItWas() {
        pairsAtWork(MENTEE, MENTOR, MENTEES.get(1), CANDIDATE);
        year.on("2025-10-01");
        school.as("deputy").claim(school.as("deputy").task("UserTask_CarryOutMeasure"));
        // One mentor is replaced already by request, one mentee searches, a teacher is asked for consents.
        post(
                school.as(CANDIDATE),
                "/pairs",
                "/pairs/" + pairOf(MENTEES.get(1)) + "/replacement",
                Map.of("request", "Не успеваю"),
                "Просьба о замене наставника отправлена куратору.");
        post(
                school.curator(),
                "/pairs",
                "/pairs/bank",
                Map.of(
                        "programmeId",
                        year.programmeId.toString(),
                        "personId",
                        school.personOf("Жегалкина").toString(),
                        "side",
                        "MENTEE",
                        "topics",
                        texts("select code from topic limit 1").get(0)),
                "Записано.");
        for (String who :
                List.of(MENTOR, CANDIDATE, MENTEE, MENTEES.get(1), MENTEES.get(2), "Жегалкина", "deputy", "curator")) {
            Map<String, List<String>> before = snapshot();
            assertThat(leaves(who, "2025-10-01").body()).as(who).contains("Увольнение отмечено.");
            assertThat(snapshot()).as(who).isNotEqualTo(before);
            assertThat(takenBack(who)).as(who).contains("Увольнение отменено").doesNotContain("Осталось");
            Map<String, List<String>> after = snapshot();
            before.forEach((what, rows) ->
                    assertThat(after.get(what)).as("%s of %s", what, who).isEqualTo(rows));
        }
        assertThat(school.director()
                        .post("/staff", dismissal(MENTOR) + "/mistake", Map.of())
                        .body())
                .contains("не отмечено или уже отменено");
    }

    /** What people see of pairs, powers and searches, and whose the open tasks are. */
    private Map<String, List<String>> snapshot() {
        Map<String, List<String>> all = new TreeMap<>();
        Map<String, String> tables = Map.of(
                "person", "id || ' ' || coalesce(dismissed_on::text, '')",
                "account", "id || ' ' || blocked",
                "power", "x::text",
                "mentorship", "x::text",
                "mentorship_member", "x::text",
                "personal_programme", "x::text",
                "participant", "id || ' ' || state",
                "consent", "id || ' ' || state");
        String ours = "(select id from person where organisation_id = '" + school.id + "')";
        Map<String, String> where = Map.of(
                "person", "organisation_id = '" + school.id + "'",
                "account", "id in (select account_id from account_person where person_id in " + ours + ")",
                "power", "organisation_id = '" + school.id + "'",
                "mentorship", "organisation_id = '" + school.id + "'",
                "mentorship_member", "person_id in " + ours,
                "personal_programme",
                        "mentorship_id in (select id from mentorship where organisation_id = '" + school.id + "')",
                "participant", "organisation_id = '" + school.id + "'",
                "consent", "organisation_id = '" + school.id + "'");
        tables.forEach((table, row) -> all.put(
                table, texts("select " + row + " from " + table + " x where " + where.get(table) + " order by 1")));
        all.put(
                "replacement",
                texts(
                        "select mentorship_id || ' ' || state || coalesce(released_on::text, '') from replacement "
                                + "where organisation_id = ? and state <> 'CANCELLED' order by 1",
                        school.id));
        all.put(
                "support",
                texts(
                        "select participant_id::text from unmatched_support where organisation_id = ? and closed_on is null "
                                + "order by 1",
                        school.id));
        all.put(
                "tasks",
                texts(
                        "select t.task_def_key_ || ' ' || coalesce(t.assignee_, '') from act_ru_task t "
                                + "where t.tenant_id_ = ? order by 1",
                        school.id.toString()));
        return all;
    }

    private String dismissal(String who) {
        return "/staff/" + school.personOf(who) + "/dismissal";
    }

    private Reply leaves(String who, String day) {
        return school.director().post(dismissal(who), dismissal(who), Map.of("day", day));
    }

    private String takenBack(String who) {
        Reply reply = school.director().post("/staff/" + school.personOf(who), dismissal(who) + "/mistake", Map.of());
        assertThat(reply.status()).isEqualTo(200);
        school.logInAnew(who);
        return reply.body();
    }

    private long dueToday(String key) {
        return count(
                "select count(*) from act_ru_task where tenant_id_ = ? and task_def_key_ = ? and create_time_::date = ?",
                school.id.toString(),
                key,
                java.sql.Date.valueOf("2025-10-13"));
    }

    private static String text(Reply reply) {
        assertThat(reply.status()).isEqualTo(200);
        return reply.body();
    }

    /** @return of each form the lists that offer something, each with the field in which it is chosen */
    private static Map<String, Map<String, String>> peopleLists() {
        Map<String, Map<String, String>> all = new TreeMap<>();
        try (Stream<Path> forms = Files.walk(Path.of("forms"))) {
            for (Path form : forms.filter(Files::isRegularFile).toList()) {
                JsonNode json = new ObjectMapper().readTree(form.toFile());
                Collection<JsonNode> fields = new ArrayList<>();
                json.path("components").forEach(fields::add);
                fields.stream()
                        .filter(field -> field.has("valuesKey")
                                && !NOT_PEOPLE.contains(field.path("valuesKey").asText()))
                        .forEach(field -> all.computeIfAbsent(json.path("id").asText(), id -> new TreeMap<>())
                                .put(
                                        field.path("valuesKey").asText(),
                                        field.path("key").asText()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
