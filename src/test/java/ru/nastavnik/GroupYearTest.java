package ru.nastavnik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.nastavnik.support.SchoolYear.MENTEES;
import static ru.nastavnik.support.SchoolYear.MENTORS;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import ru.nastavnik.requirements.Partly;
import ru.nastavnik.requirements.Requirement;
import ru.nastavnik.support.DeviationTest;
import ru.nastavnik.support.TasklistUser.OpenTask;
import ru.nastavnik.support.TasklistUser.Reply;

/** One mentor and three mentees work as a group, from its formation to its results. */
class GroupYearTest extends DeviationTest {

    private static final String WORK = "MentorshipProcess";
    private static final String OLD = MENTORS.get(0);
    private static final String NEW = MENTORS.get(2);
    private static final String LEAVER = MENTEES.get(0);

    private UUID groupId;

    @BeforeEach
    void banks() {
        banksFilled();
    }

    private void groupAtWork() {
        assertThat(proposeGroup(OLD, MENTEES, true).status()).isEqualTo(204);
        school.curator().complete("UserTask_MatchPairs", "step", "FINISH");
        OpenTask approve = school.director().task("UserTask_ApprovePairList");
        school.director()
                .complete(approve, "approvedIds", school.director().options(approve, "pairOptions"), "door", "SCREEN");
        year.pairOrderRegistered("101-ОД").personalProgrammesApproved();
        groupId = pairOf(LEAVER);
    }

    @Test
    @DisplayName(
            "a group of one mentor and three mentees: agreed, approved, ordered; it meets, its mentor is replaced, one "
                    + "mentee leaves, it is summed up, and every member keeps their days")
    @Requirement({
        "E7",
        "E10",
        "E17",
        "E24",
        "S0-5.1",
        "S0-5.2",
        "S2-5.1",
        "S2-5.2",
        "S4-2.6",
        "S4-2.8",
        "S4-2.8.f",
        "S4-R1.5.1",
        "S4-R1.5.2",
        "S4-R2.17b"
    })
    @Partly(value = "S4-R2.18a", missing = "the parents of a pupil are not told")
    void groupOfThree_fromFormationToResults() {
        assertThat(proposeGroup(OLD, MENTEES.subList(0, 1), true).message()).startsWith("В группе не меньше двух");
        assertThat(proposeGroup(OLD, MENTEES, false).message()).contains("без их согласия группы нет");
        assertThat(proposeGroup(OLD, MENTEES, true).status()).isEqualTo(204);
        school.curator().complete("UserTask_MatchPairs", "step", "FINISH");
        groupId = pairOf(LEAVER);
        assertThat(texts(
                        "select verdict || ' ' || capacity from decision_record where subject_id = ? order by 1",
                        groupId))
                .as("the curator's choice, and the agreement of both sides")
                .containsExactly(
                        "AGREE_TO_GROUP Наставляемый",
                        "AGREE_TO_GROUP Наставляемый",
                        "AGREE_TO_GROUP Наставляемый",
                        "AGREE_TO_GROUP Наставник",
                        "PROPOSE Куратор");

        OpenTask approve = school.director().task("UserTask_ApprovePairList");
        assertThat(column(school.director(), approve, "pairs", "mentee"))
                .containsExactly("Ахтырцева А. Е., Бельмондова А. Е., Вязовицын А. Е.");
        assertThat(labels(approve, "pairOptions"))
                .containsExactly(OLD + " А. Е. — Ахтырцева А. Е., Бельмондова А. Е. и ещё 1");
        school.director()
                .complete(approve, "approvedIds", school.director().options(approve, "pairOptions"), "door", "SCREEN");
        year.pairOrderRegistered("101-ОД").personalProgrammesApproved();
        assertThat(text(
                        "select v.body from act_version v join mentorship m on m.order_id = v.act_id where m.id = ?",
                        groupId))
                .contains("наставляемые (группа): Ахтырцева Аполлинария Евлампиевна, учитель; Бельмондова");
        assertThat(count("select count(*) from acknowledgement where act_id = ?", orderOf(groupId)))
                .as("everybody reads the order")
                .isEqualTo(4);

        year.on("2025-10-01");
        OpenTask mark = school.as(OLD).task("UserTask_MarkMeetings");
        List<String> everybody = school.as(OLD).options(mark, "mentees");
        assertThat(school.as(OLD).form(mark)).containsEntry("group", true);
        assertThat((List<?>) school.as(OLD).form(mark).get("menteeIds"))
                .as("all are ticked beforehand")
                .hasSize(3);
        assertThat(marked(mark, OLD, 2, List.of()).message())
                .startsWith("Отметьте, кто из наставляемых был на встрече 20.09.2025");
        assertThat(marked(mark, OLD, 2, everybody.subList(0, 2)).status()).isEqualTo(204);
        assertThat(attendance())
                .containsExactly(
                        "2025-09-20 Ахтырцева, Бельмондова, Гороховецкая",
                        "2025-09-21 Ахтырцева, Бельмондова, Гороховецкая");

        mentorReplaced();
        assertThat(members())
                .containsExactly(
                        "MENTEE Ахтырцева 2025-09-20 – ",
                        "MENTEE Бельмондова 2025-09-20 – ",
                        "MENTEE Вязовицын 2025-09-20 – ",
                        "MENTOR Гороховецкая 2025-09-20 – 2025-10-31",
                        "MENTOR Ерусланов 2025-11-01 – ");
        assertThat(school.curator().get("/pairs").body())
                .contains("до 31.10.2025 – Гороховецкая А. Е., наставник", "Ерусланов А. Е.");
        year.meetingsMarkedBy(NEW, 1);
        assertThat(attendance())
                .as("who was the mentor on that day, not who tells of it")
                .contains("2025-10-01 Ахтырцева, Бельмондова, Вязовицын, Гороховецкая");

        year.on("2025-12-01").meetingsMarkedBy(NEW, 1);
        left(LEAVER, "Переходит в другую школу", "остаётся в поиске");
        assertThat(pairState(MENTEES.get(1))).isEqualTo("ACTIVE");
        assertThat(task(school.as("psychologist"), "UserTask_SupportMentee", LEAVER))
                .isNotNull();
        assertThat(school.curator().get("/pairs").body())
                .contains("до 01.12.2025 – Ахтырцева А. Е., наставляемый", "Бельмондова А. Е., Вязовицын А. Е.");
        assertThat(school.as(LEAVER).get("/pairs").body()).doesNotContain("Бельмондова");
        assertThat(decision(groupId))
                .containsEntry("verdict", "LEAVE")
                .containsEntry("remark", "Переходит в другую школу");
        inAPairWithTheSameMentor();

        year.on("2026-01-01").meetingsMarkedBy(NEW, 1);
        assertThat(attendance().get(4)).endsWith("Бельмондова, Вязовицын, Ерусланов");

        year.on("2026-06-01").meetingsMarked(1);
        OpenTask last = task(school.as(NEW), "UserTask_HoldFinalMeeting", "Бельмондова");
        assertThat(school.as(NEW)
                        .submit(
                                last.id(),
                                "heldOn",
                                "2025-12-02",
                                "menteeIds",
                                school.as(NEW).options(last, "mentees"),
                                "result",
                                "Готово",
                                "door",
                                "SCREEN")
                        .message())
                .as("a final meeting comes after every other one")
                .startsWith("Заключительная встреча не может быть раньше встречи ");
        school.as(NEW)
                .complete(
                        last,
                        "heldOn",
                        "2026-06-01",
                        "menteeIds",
                        school.as(NEW).options(last, "mentees"),
                        "result",
                        "Ведут уроки уверенно",
                        "door",
                        "SCREEN");
        year.pairsSummedUp();
        assertThat(text("select state from mentorship where id = ?", groupId)).isEqualTo("COMPLETED");
        assertThat(members())
                .containsExactly(
                        "MENTEE Ахтырцева 2025-09-20 – 2025-12-01",
                        "MENTEE Бельмондова 2025-09-20 – 2026-06-01",
                        "MENTEE Вязовицын 2025-09-20 – 2026-06-01",
                        "MENTOR Гороховецкая 2025-09-20 – 2025-10-31",
                        "MENTOR Ерусланов 2025-11-01 – 2026-06-01");
        assertThat(school.curator().get("/pairs").body()).contains("Цель достигнута. Программа выполнена");
        assertThat(passed(WORK, groupId)).contains("BoundaryEvent_MentorReplaced", "EndEvent_PairCompleted");
        assertThat(running(groupId)).isZero();
    }

    @Test
    @DisplayName("the mentees of a group leave one after another: the group goes on, and ends with the last of them")
    @Requirement("E24")
    void lastOneLeaves_groupEnds() {
        groupAtWork();
        Reply all = school.curator()
                .post(
                        "/pairs",
                        "/pairs/" + groupId + "/terminate",
                        Map.of(
                                "reason",
                                "Не нужно",
                                "initiative",
                                "OTHER",
                                "menteeDoor",
                                "WORDS",
                                "menteeProof",
                                "Куратору лично"));
        assertThat(all.body()).contains("Поиск завершает каждый наставляемый сам");
        left(
                MENTEES.get(0),
                "Справляется",
                "его поиск завершён",
                "menteeDoor",
                "WORDS",
                "menteeProof",
                "Куратору лично");
        left(MENTEES.get(1), "Ушёл в отпуск", "остаётся в поиске", "searchGoesOn", "true");
        assertThat(text("select state from mentorship where id = ?", groupId)).isEqualTo("ACTIVE");
        left(MENTEES.get(2), "Остался один", "остаётся в поиске", "searchGoesOn", "true");

        assertThat(text("select state || ': ' || end_reason from mentorship where id = ?", groupId))
                .isEqualTo("TERMINATED: Остался один");
        assertThat(passed(WORK, groupId)).contains("EndEvent_PairTerminated");
        assertThat(running(groupId)).isZero();
        assertThat(school.as("psychologist").tasks("UserTask_SupportMentee")).hasSize(2);
        assertThat(text("select state from participant where id = ?", participant(MENTEES.get(0), "MENTEE")))
                .isEqualTo("SEARCH_ENDED");
    }

    @Test
    @DisplayName("the database itself holds that nobody has two mentors, a group two, or somebody themselves, that a "
            + "pair has one programme, and that a version of it stays")
    @Requirement("E17")
    void databaseHoldsWhatNoRuleMayBreak() {
        groupAtWork();
        String member = "insert into mentorship_member (id, mentorship_id, person_id, side, member_from, holds) "
                + "values (gen_random_uuid(), ?, ?, ?, date '2025-10-01', true)";
        UUID other = UUID.randomUUID();
        database.update(
                "insert into mentorship (id, organisation_id, programme_id, kind, pair_form, period_from, period_to, state) "
                        + "select ?, organisation_id, programme_id, 'INDIVIDUAL', pair_form, period_from, period_to, state "
                        + "from mentorship where id = ?",
                other,
                groupId);
        assertHeld("ex_mentorship_member_mentee", member, other, school.personOf(LEAVER), "MENTEE");
        assertHeld("ex_mentorship_member_mentor", member, groupId, school.personOf(NEW), "MENTOR");
        database.update(member, other, school.personOf(NEW), "MENTOR");
        assertHeld("ex_mentorship_member_self", member, other, school.personOf(NEW), "MENTEE");
        assertHeld(
                "uq_personal_programme_mentorship",
                "insert into personal_programme (id, mentorship_id, state) values (gen_random_uuid(), ?, 'DRAFTED')",
                groupId);
        assertHeld("never changed", "update personal_programme_version set goal = 'другая'");
        assertHeld("never changed", "update personal_programme_item set what = 'другое'");
    }

    private void assertHeld(String how, String sql, Object... parameters) {
        assertThatThrownBy(() -> database.update(sql, parameters))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining(how);
    }

    // --- what people do ---------------------------------------------------------------------------

    private Reply proposeGroup(String mentor, List<String> mentees, boolean agreed) {
        OpenTask task = school.curator().task("UserTask_MatchPairs");
        return school.curator()
                .submit(
                        task.id(),
                        "step",
                        "ADD",
                        "group",
                        true,
                        "menteeIds",
                        mentees.stream()
                                .map(name -> school.curator().option(task, "mentees", name))
                                .toList(),
                        "groupAgreed",
                        agreed,
                        "mentorId",
                        school.curator().option(task, "mentors", mentor),
                        "pairForm",
                        "TEACHER_TEACHER",
                        "periodFrom",
                        "2025-09-20",
                        "periodTo",
                        "2026-05-31");
    }

    private Reply marked(OpenTask mark, String mentor, int days, List<String> met) {
        return school.as(mentor)
                .submit(
                        mark.id(),
                        "dates",
                        school.as(mentor).options(mark, "days").subList(0, days),
                        "menteeIds",
                        met,
                        "none",
                        false,
                        "door",
                        "SCREEN");
    }

    private void mentorReplaced() {
        year.on("2025-11-01");
        post(
                school.curator(),
                "/pairs",
                "/pairs/" + groupId + "/replacement",
                Map.of("request", "Не сошлись"),
                "Просьба о замене наставника отправлена куратору.");
        school.curator()
                .complete(
                        "UserTask_ReviewReplacement",
                        "review",
                        "ACCEPT",
                        "ground",
                        "INCOMPATIBILITY",
                        "initiative",
                        "OTHER");
        year.newMentorChosen(NEW);
        UUID replacementId = one(UUID.class, "select id from replacement where mentorship_id = ?", groupId);
        assertThat(texts(
                        "select decided_by || ' ' || door from decision_record where subject_id = ? and verdict = 'CHOOSE'",
                        replacementId))
                .as("the curator's choice of a mentor is written down")
                .containsExactly(school.personOf("curator") + " SCREEN");
        school.as(NEW).complete("UserTask_AnswerNewMentor", "answer", "GIVEN", "door", "SCREEN");
        school.director().complete("UserTask_DecideReplacement", "decision", "APPROVE", "door", "SCREEN");
        assertThat(school.clerk()
                        .refused("UserTask_RegisterReplacementOrder", "number", "140-ОД", "date", "2025-09-19")
                        .message())
                .isEqualTo("Дата приказа: не раньше 20.09.2025, это начало работы пары.");
        school.clerk().complete("UserTask_RegisterReplacementOrder", "number", "140-ОД", "date", "2025-11-01");
        school.as(OLD).complete("UserTask_HandOver", "handover", "Прошли две темы.", "door", "SCREEN");
    }

    private void left(String mentee, String reason, String done, String... more) {
        Map<String, String> fields =
                new HashMap<>(Map.of("menteeId", school.personOf(mentee).toString(), "reason", reason));
        if (more.length == 0) {
            fields.put("searchGoesOn", "true");
        } else {
            for (int i = 0; i < more.length; i += 2) {
                fields.put(more[i], more[i + 1]);
            }
        }
        post(school.curator(), "/pairs", "/pairs/" + groupId + "/leave", fields, done);
    }

    /** Whoever has left finds a pair, even with the mentor of the group: groups are counted apart. */
    private void inAPairWithTheSameMentor() {
        post(
                school.curator(),
                "/pairs",
                "/pairs/lists",
                Map.of("programmeId", year.programmeId.toString()),
                "Подбор начат");
        assertThat(labels(school.curator().task("UserTask_MatchPairs"), "mentors"))
                .contains(NEW + " А. Е. — 0 из 2, групп: 1");
        year.pairsProposed(LEAVER, NEW)
                .pairsApproved(LEAVER)
                .pairOrderRegistered("150-ОД")
                .personalProgrammesApproved();
    }

    // --- what is in the database ------------------------------------------------------------------

    @SuppressWarnings("unchecked")
    private List<String> labels(OpenTask task, String key) {
        var user = task.key().equals("UserTask_ApprovePairList") ? school.director() : school.curator();
        return ((List<Map<String, String>>) user.form(task).get(key))
                .stream().map(choice -> choice.get("label")).toList();
    }

    private UUID orderOf(UUID pairId) {
        return one(UUID.class, "select order_id from mentorship where id = ?", pairId);
    }

    private List<String> members() {
        return texts(
                "select x.side || ' ' || p.last_name || ' ' || x.member_from || ' – ' || coalesce(x.member_to::text, '') "
                        + "from mentorship_member x join person_data p on p.person_id = x.person_id where x.mentorship_id = ? order by 1",
                groupId);
    }

    private List<String> attendance() {
        return new ArrayList<>(texts(
                "select m.held_on || ' ' || string_agg(p.last_name, ', ' order by p.last_name) from meeting m "
                        + "join meeting_attendee a on a.meeting_id = m.id join mentorship_member x on x.id = a.member_id "
                        + "join person_data p on p.person_id = x.person_id where m.mentorship_id = ? group by m.held_on order by m.held_on",
                groupId));
    }
}
