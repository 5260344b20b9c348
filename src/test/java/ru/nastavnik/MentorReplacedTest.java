package ru.nastavnik;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nastavnik.support.SchoolYear.MENTEES;
import static ru.nastavnik.support.SchoolYear.MENTORS;

import java.sql.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.nastavnik.requirements.Requirement;
import ru.nastavnik.support.DeviationTest;
import ru.nastavnik.support.TasklistUser.OpenTask;

/** The mentor of a working pair is replaced in mid-year, in each of the ways in which that may go. */
class MentorReplacedTest extends DeviationTest {

    private static final String PROCESS = "MentorReplacementProcess";
    private static final String MENTEE = MENTEES.get(0);
    private static final String OLD = MENTORS.get(0);
    private static final String UNWILLING = MENTORS.get(1);
    private static final String NEW = MENTORS.get(2);
    private UUID pairId;

    @BeforeEach
    void pairWorks() {
        pairsAtWork(MENTEE, OLD);
        pairId = pairOf(MENTEE);
        year.on("2025-10-01").meetingsMarked(2);
        onlyActiveMentorIs(OLD);
    }

    @Test
    @DisplayName("a mentor refuses: free at once; without a candidate the pair rests and its mentee is supported; the "
            + "third who is asked takes over by order, to the same day")
    @Requirement({"E6", "E10", "E24", "S4-2.5", "S4-2.8", "S4-2.8.e", "S4-2.8.f", "S4-5.2.h"})
    void mentorRefuses_menteeIsKeptInSight_untilAnotherTakesOver() {
        requested(OLD);
        onlyActiveMentorIs(OLD);
        assertThat(school.curator()
                        .refused("UserTask_ReviewReplacement", "review", "DECLINE", "remark", "Некем заменить")
                        .message())
                .contains("Работник вправе отказаться от наставничества в любой день");
        assertThat(school.curator()
                        .refused(
                                "UserTask_ReviewReplacement",
                                "review",
                                "ACCEPT",
                                "ground",
                                "OTHER_REASONS",
                                "initiative",
                                "MENTOR",
                                "noticeOn",
                                "2025-10-01")
                        .message())
                .contains("выбрано то, чего в списке уже нет");
        assertThat(school.curator()
                        .refused(
                                "UserTask_ReviewReplacement",
                                "review",
                                "ACCEPT",
                                "initiative",
                                "MENTOR",
                                "noticeOn",
                                "2025-10-01")
                        .message())
                .isEqualTo("Выберите основание замены.");
        accepted("REASONED_REQUEST", "MENTOR", "2025-10-01");

        onlyActiveMentorIs();
        assertThat(pairState(MENTEE)).isEqualTo("SUSPENDED");
        assertThat(replacement("released_on")).isEqualTo(Date.valueOf("2025-10-01"));
        assertThat(school.as(OLD).has("UserTask_MarkMeetings")).isFalse();

        school.curator().complete("UserTask_ChooseNewMentor", "search", "NOBODY");
        assertThat(openSupports()).isEqualTo(1);
        assertThat(task(school.as("psychologist"), "UserTask_SupportMentee", MENTEE))
                .isNotNull();

        chosen(UNWILLING);
        school.as(UNWILLING).complete("UserTask_AnswerNewMentor", "answer", "REFUSED", "door", "SCREEN");
        OpenTask choose = school.curator().task("UserTask_ChooseNewMentor");
        assertThat(column(school.curator(), choose, "remarks", "author"))
                .singleElement()
                .asString()
                .startsWith(UNWILLING);
        chosen(NEW);
        agreed(NEW);
        onlyActiveMentorIs();
        assertThat(school.director()
                        .refused("UserTask_DecideReplacement", "decision", "RETURN", "door", "SCREEN")
                        .message())
                .isEqualTo("Напишите замечание: куратор увидит, почему замена не утверждена.");
        school.director()
                .complete(
                        "UserTask_DecideReplacement",
                        "decision",
                        "RETURN",
                        "remark",
                        "Согласуйте с методистом.",
                        "door",
                        "SCREEN");
        assertThat(column(school.curator(), school.curator().task("UserTask_ChooseNewMentor"), "remarks", "remark"))
                .contains("Согласуйте с методистом.");
        chosen(NEW);
        agreed(NEW);
        approved();
        onlyActiveMentorIs();

        assertThat(school.clerk()
                        .refused("UserTask_RegisterReplacementOrder", "number", "101-ОД", "date", "2025-10-01")
                        .message())
                .isEqualTo("Номер 101-ОД в журнале приказов за 2025 год уже занят. Укажите другой.");
        assertThat(school.clerk()
                        .refused("UserTask_RegisterReplacementOrder", "number", "140-ОД", "date", "2025-08-01")
                        .message())
                .isEqualTo("Дата приказа: не раньше 20.09.2025, это начало работы пары.");
        registered("140-ОД", "2025-10-01");

        onlyActiveMentorIs(NEW);
        assertThat(openSupports()).isZero();
        assertThat(database.queryForMap("select period_from, period_to from mentorship where id = ?", pairId))
                .isEqualTo(Map.of("period_from", Date.valueOf("2025-09-20"), "period_to", Date.valueOf("2026-05-31")));
        assertThat(orderText())
                .contains(
                        "Освободить от обязанностей наставника с 01.10.2025: " + OLD,
                        "Назначить наставником с 01.10.2025: " + NEW,
                        "Срок работы пары не меняется: по 31.05.2026",
                        "обоснованная просьба наставника или лица, в отношении которого осуществляется наставничество");
        handedOver();
        assertThat(school.as(NEW).form(school.as(NEW).task("UserTask_MarkMeetings")))
                .as("the new mentor reads it")
                .containsEntry("handover", "Прошли две темы.");
        assertThat(school.as(OLD).has("UserTask_MarkMeetings")).isFalse();
        OpenTask sheet = school.clerk().task("UserTask_MarkAcknowledged");
        assertThat(school.clerk().options(sheet, "people"))
                .containsExactlyInAnyOrderElementsOf(year.people(List.of(OLD, NEW, MENTEE)));
        assertThat(passed(PROCESS, replacementId()))
                .contains("ServiceTask_KeepMenteeInSight", "EndEvent_MentorReplaced")
                .doesNotContain(
                        "ServiceTask_WarnMentor", "EndEvent_ReplacementDeclined", "EndEvent_ReplacementRejected");
    }

    @ParameterizedTest(name = "warned on {0}: works until {1} inclusive")
    @CsvSource({
        "2025-10-30, 2025-11-05, 2025-11-06, DISCIPLINARY_ACTION, привлечение наставника к дисциплинарной",
        "2025-12-26, 2026-01-12, 2026-01-13, DUTIES_NEGLECTED, систематическое неисполнение наставником"
    })
    @DisplayName("the school cancels an employee's mentoring: three working days of warning")
    @Requirement({"E6", "S4-2.8", "S4-2.8.c", "S4-2.8.d"})
    void schoolCancels_mentorWorksThroughThreeWorkingDaysOfWarning(
            String warnedOn, String lastDay, String released, String ground, String wording) {
        year.on(warnedOn);
        requested("curator");
        assertThat(school.curator()
                        .refused(
                                "UserTask_ReviewReplacement",
                                "review",
                                "ACCEPT",
                                "ground",
                                ground,
                                "initiative",
                                "EMPLOYER")
                        .message())
                .isEqualTo("Укажите, когда наставник предупреждён или подал заявление.");
        accepted(ground, "EMPLOYER", warnedOn);
        assertThat(replacement("warning_ends_on")).isEqualTo(Date.valueOf(lastDay));
        assertThat(notices(OLD, "MENTORSHIP_CANCELLED")).isEqualTo(1);

        year.on(lastDay);
        onlyActiveMentorIs(OLD);
        assertThat(school.curator().has("UserTask_ChooseNewMentor")).isFalse();
        year.on(released);
        onlyActiveMentorIs();
        assertThat(replacement("released_on")).isEqualTo(Date.valueOf(released));

        chosen(NEW);
        agreed(NEW);
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
                .startsWith("Прежний наставник уже освобождён, отклонить замену нельзя.");
        approved();
        registered("140-ОД", released);
        onlyActiveMentorIs(NEW);
        assertThat(orderText()).contains("Основание замены: " + wording);
        handedOver();
        assertThat(passed(PROCESS, replacementId()))
                .contains(
                        "ServiceTask_WarnMentor",
                        "Event_WarningOver",
                        "ServiceTask_ReleaseMentor",
                        "EndEvent_MentorReplaced");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "INCOMPATIBILITY, психологическая несовместимость наставника и наставляемого",
        "MENTOR_DISMISSED, прекращение наставником трудовых отношений с образовательным учреждением"
    })
    @DisplayName("neither mentor nor school has spoken: the old mentor works until the very order, the new one from it")
    @Requirement({"E10", "S4-2.8", "S4-2.8.b", "S4-2.8.f", "S4-6.2.c"})
    void otherwise_oldMentorWorksUntilTheOrder(String ground, String wording) {
        requested(MENTEE);
        accepted(ground, "OTHER", null);
        onlyActiveMentorIs(OLD);
        chosen(NEW);
        agreed(NEW);
        onlyActiveMentorIs(OLD);
        approved();
        onlyActiveMentorIs(OLD);
        registered("140-ОД", "2025-10-01");
        onlyActiveMentorIs(NEW);

        assertThat(orderText()).contains("Основание замены: " + wording);
        assertThat(text("select period_to::text from mentorship where id = ?", pairId))
                .isEqualTo("2026-05-31");
        OpenTask handOver = school.as(OLD).task("UserTask_HandOver");
        assertThat(column(school.as(OLD), handOver, "meetings", "date")).hasSize(2);
        handedOver();
        assertThat(passed("MentorshipProcess", pairId))
                .contains("BoundaryEvent_MentorReplaced")
                .doesNotContain("BoundaryEvent_PairSuspended", "Event_PairResumed");
        assertThat(passed(PROCESS, replacementId()))
                .contains("EndEvent_MentorReplaced")
                .doesNotContain("ServiceTask_ReleaseMentor");
    }

    @Test
    @DisplayName("the mentor is replaced when only the final meeting is left: the new mentor holds it")
    void replacedBeforeTheFinalMeeting_newMentorHoldsIt() {
        onlyTheFinalMeetingIsLeft();
        requested("curator");
        accepted("MENTOR_DISMISSED", "OTHER", null);
        chosen(NEW);
        agreed(NEW);
        approved();
        assertThat(school.as(OLD).has("UserTask_HoldFinalMeeting")).isTrue();
        registered("140-ОД", "2026-06-01");

        finalMeetingIsHeldByTheNewMentor();
        assertThat(passed("MentorshipProcess", pairId))
                .contains("BoundaryEvent_MentorReplacedAtEnd")
                .doesNotContain("BoundaryEvent_MentorReplaced", "BoundaryEvent_PairSuspendedAtEnd");
    }

    @Test
    @DisplayName(
            "the mentor refuses when only the final meeting is left: nobody is asked for it until there is another")
    @Requirement("E6")
    void refusedBeforeTheFinalMeeting_meetingWaitsForTheNewMentor() {
        onlyTheFinalMeetingIsLeft();
        requested(OLD);
        accepted("REASONED_REQUEST", "MENTOR", "2026-06-01");
        assertThat(openTasks(pairId)).isEmpty();
        chosen(NEW);
        agreed(NEW);
        approved();
        registered("140-ОД", "2026-06-01");

        finalMeetingIsHeldByTheNewMentor();
        assertThat(passed("MentorshipProcess", pairId))
                .contains("BoundaryEvent_PairSuspendedAtEnd", "Event_PairResumedAtEnd")
                .doesNotContain("BoundaryEvent_PairSuspended", "BoundaryEvent_MentorReplacedAtEnd");
    }

    private void onlyTheFinalMeetingIsLeft() {
        year.on("2026-06-01").meetingsMarked(1);
        assertThat(openTasks(pairId)).containsExactly("UserTask_HoldFinalMeeting");
    }

    private void finalMeetingIsHeldByTheNewMentor() {
        assertThat(openTasks(pairId)).containsExactly("UserTask_HoldFinalMeeting");
        assertThat(school.as(OLD).has("UserTask_HoldFinalMeeting")).isFalse();
        year.pairsSummedUp();
        assertThat(text(
                        "select state || ' ' || p.last_name from mentorship m join mentorship_member x "
                                + "on x.mentorship_id = m.id and x.side = 'MENTOR' and not x.gone "
                                + "join person_data p on p.person_id = x.person_id where m.id = ?",
                        pairId))
                .isEqualTo("COMPLETED " + NEW);
        assertThat(running(pairId)).isZero();
    }

    @Test
    @DisplayName("a request that the curator declined, with the reason, changes nothing; a second one is not taken "
            + "meanwhile")
    void declinedRequest_changesNothing() {
        requested(MENTEE);
        assertThat(school.as(MENTEE)
                        .post("/pairs", "/pairs/" + pairId + "/replacement", Map.of("request", "Ещё раз"))
                        .body())
                .contains("Замена наставника в этой паре уже рассматривается.");
        assertThat(school.curator()
                        .refused("UserTask_ReviewReplacement", "review", "DECLINE")
                        .message())
                .isEqualTo("Напишите, почему просьба отклонена.");
        school.curator()
                .complete("UserTask_ReviewReplacement", "review", "DECLINE", "remark", "Поговорили, работают дальше.");

        onlyActiveMentorIs(OLD);
        assertThat(replacement("state")).isEqualTo("DECLINED");
        assertThat(decision(replacementId())).containsEntry("remark", "Поговорили, работают дальше.");
        assertThat(passed(PROCESS, replacementId()))
                .contains("EndEvent_ReplacementDeclined")
                .doesNotContain("UserTask_ChooseNewMentor");
        assertThat(running(replacementId())).isZero();
    }

    @Test
    @DisplayName("a replacement that the director rejected leaves the old mentor at work")
    void rejectedReplacement_leavesTheOldMentorAtWork() {
        requested("curator");
        assertThat(school.curator()
                        .refused(
                                "UserTask_ReviewReplacement",
                                "review",
                                "ACCEPT",
                                "ground",
                                "DUTIES_NEGLECTED",
                                "initiative",
                                "OTHER")
                        .message())
                .startsWith("По этому основанию наставничество отменяет сама школа.");
        accepted("INCOMPATIBILITY", "OTHER", null);
        chosen(NEW);
        agreed(NEW);
        school.director()
                .complete(
                        "UserTask_DecideReplacement",
                        "decision",
                        "REJECT",
                        "remark",
                        "Оснований мало.",
                        "door",
                        "SCREEN");

        onlyActiveMentorIs(OLD);
        assertThat(replacement("state")).isEqualTo("REJECTED");
        assertThat(passed(PROCESS, replacementId()))
                .contains("EndEvent_ReplacementRejected")
                .doesNotContain("UserTask_RegisterReplacementOrder", "EndEvent_MentorReplaced");
        assertThat(count(
                        "select count(*) from local_act where organisation_id = ? and kind = 'REPLACEMENT_ORDER'",
                        school.id))
                .isZero();
    }

    @Test
    @DisplayName("nobody can take over from a mentor whom nobody has released: the pair rests all the same; nobody new "
            + "without a consent, and after the director's no the old mentor goes on")
    @Requirement({"E4", "E24"})
    void withoutACandidate_thePairRests_untilTheDirectorSaysNo() {
        requested(MENTEE);
        accepted("INCOMPATIBILITY", "OTHER", null);
        assertThat(school.as(OLD).has("UserTask_MarkMeetings")).isFalse();
        school.curator().complete("UserTask_ChooseNewMentor", "search", "NOBODY");
        onlyActiveMentorIs();
        assertThat(pairState(MENTEE)).isEqualTo("SUSPENDED");
        assertThat(openSupports()).isEqualTo(1);

        chosen(NEW);
        agreed(NEW);
        assertThat(withdraws(school.personOf(NEW), "PARTICIPATION", "SELF", "2025-09-20")
                        .body())
                .contains("Отзыв согласия внесён");
        assertThat(school.director()
                        .refused("UserTask_DecideReplacement", "decision", "APPROVE", "door", "SCREEN")
                        .message())
                .startsWith("Нет согласия: " + NEW)
                .contains("участие");
        school.director()
                .complete(
                        "UserTask_DecideReplacement", "decision", "REJECT", "remark", "Помиритесь.", "door", "SCREEN");
        onlyActiveMentorIs(OLD);
        assertThat(openSupports()).isZero();
        assertThat(school.as("psychologist").tasks("UserTask_SupportMentee"))
                .noneMatch(task -> task.about().contains(MENTEE));
        assertThat(passed("MentorshipProcess", pairId)).contains("BoundaryEvent_PairSuspended", "Event_PairResumed");
        assertThat(openTasks(pairId)).containsExactly("UserTask_MarkMeetings");
    }

    @Test
    @DisplayName("the mentee of a pair that rests without a candidate wants no mentor any more: the pair ends")
    @Requirement("E24")
    void menteeOfARestingPair_mayEndTheSearch() {
        requested(MENTEE);
        accepted("INCOMPATIBILITY", "OTHER", null);
        school.curator().complete("UserTask_ChooseNewMentor", "search", "NOBODY");
        school.as("psychologist")
                .complete(
                        task(school.as("psychologist"), "UserTask_SupportMentee", MENTEE),
                        "metOn",
                        "2025-10-01",
                        "outcome",
                        "DECLINED",
                        "door",
                        "WORDS",
                        "proof",
                        "Психологу на встрече");

        assertThat(text("select state from mentorship where id = ?", pairId)).isEqualTo("TERMINATED");
        assertThat(replacement("state")).isEqualTo("CANCELLED");
        assertThat(openSupports()).isZero();
        assertThat(running(pairId)).isZero();
    }

    @Test
    @DisplayName("the pair is ended while a new mentor is searched: nobody is searched any more")
    void pairEndsDuringTheSearch_replacementEndsWithIt() {
        requested("curator");
        accepted("MENTOR_DISMISSED", "MENTOR", "2025-10-01");
        UUID replacementId = replacementId();
        post(
                school.curator(),
                "/pairs",
                "/pairs/" + pairId + "/terminate",
                Map.of(
                        "reason",
                        "Наставляемый уволился",
                        "initiative",
                        "OTHER",
                        "menteeDoor",
                        "PAPER",
                        "menteeProof",
                        PROOF),
                "поиск наставника завершён");

        assertThat(replacement("state")).isEqualTo("CANCELLED");
        assertThat(school.curator().has("UserTask_ChooseNewMentor")).isFalse();
        assertThat(passed(PROCESS, replacementId))
                .contains("EndEvent_ReplacementCancelled")
                .doesNotContain("EndEvent_MentorReplaced");
        assertThat(running(replacementId)).isZero();
        assertThat(running(pairId)).isZero();
    }

    private void requested(String who) {
        post(
                school.as(who),
                "/pairs",
                "/pairs/" + pairId + "/replacement",
                Map.of("request", "Нужен другой наставник"),
                "Просьба о замене наставника отправлена куратору.");
    }

    private void accepted(String ground, String initiative, String noticeOn) {
        year.replacementAccepted(ground, initiative, noticeOn);
    }

    private void chosen(String mentor) {
        year.newMentorChosen(mentor);
    }

    private void agreed(String mentor) {
        school.as(mentor).complete("UserTask_AnswerNewMentor", "answer", "GIVEN", "door", "SCREEN");
    }

    private void approved() {
        school.director().complete("UserTask_DecideReplacement", "decision", "APPROVE", "door", "SCREEN");
    }

    private void registered(String number, String date) {
        school.clerk().complete("UserTask_RegisterReplacementOrder", "number", number, "date", date);
    }

    private void handedOver() {
        school.as(OLD).complete("UserTask_HandOver", "handover", "Прошли две темы.", "door", "SCREEN");
        assertThat(replacement("state")).isEqualTo("DONE");
    }

    private String orderText() {
        return text(
                "select v.body from act_version v join replacement r on r.order_id = v.act_id where r.mentorship_id = ?",
                pairId);
    }

    private UUID replacementId() {
        return one(UUID.class, "select id from replacement where mentorship_id = ?", pairId);
    }

    private Object replacement(String column) {
        return database.queryForMap("select * from replacement where mentorship_id = ?", pairId)
                .get(column);
    }

    private long openSupports() {
        return count(
                "select count(*) from unmatched_support where participant_id = ? and closed_on is null",
                participant(MENTEE, "MENTEE"));
    }

    /** The mentee has exactly one working pair all the time, and in it works this mentor, or nobody while it rests. */
    private void onlyActiveMentorIs(String... mentor) {
        UUID menteeId = school.personOf(MENTEE);
        assertThat(texts(
                        "select p.last_name from mentorship m join mentorship_member e on e.mentorship_id = m.id "
                                + "join mentorship_member r on r.mentorship_id = m.id and r.side = 'MENTOR' "
                                + "and r.member_to is null join person_data p on p.person_id = r.person_id "
                                + "where e.person_id = ? and e.side = 'MENTEE' and m.state = 'ACTIVE'",
                        menteeId))
                .containsExactly(mentor);
        assertThat(count(
                        "select count(*) from mentorship m join mentorship_member e on e.mentorship_id = m.id "
                                + "where e.person_id = ? and e.side = 'MENTEE' and state in ('APPROVED', 'ACTIVE', 'SUSPENDED')",
                        menteeId))
                .isEqualTo(1);
    }
}
