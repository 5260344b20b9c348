package ru.nastavnik;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nastavnik.support.SchoolYear.MENTEES;
import static ru.nastavnik.support.SchoolYear.MENTORS;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import ru.nastavnik.requirements.Partly;
import ru.nastavnik.requirements.Requirement;
import ru.nastavnik.support.DeviationTest;
import ru.nastavnik.support.TasklistUser;
import ru.nastavnik.support.TasklistUser.OpenTask;
import ru.nastavnik.support.TasklistUser.Reply;

class PairDeviationsTest extends DeviationTest {

    private static final String FORMATION = "PairFormationProcess";
    private static final String WORK = "MentorshipProcess";
    private static final Pattern PROGRAMME = Pattern.compile("data-label=\"Программа пары\">([^<]*)<");
    private static final String APPROVAL = "PersonalProgrammeApprovalProcess";

    @Test
    @DisplayName("two of three pairs are approved: the third waits for its mentor's consent to extra duties, and then "
            + "for an order with a number of its own")
    @Requirement({"E4", "S0-5.1", "S1-1.2", "S2-5.1", "S3-2.4", "S4-2.5", "S4-R1.1.2", "S4-R1.5.1", "S4-R2.17b"})
    @Partly(
            value = {"S0-1.2.4", "S2-1.4", "S4-R2.18b"},
            missing = "nobody reads the text of the order before it has its number, and it is not printed")
    void pairWithoutAConsent_waits_theOthersGoOn() {
        String unwilling = MENTORS.get(2);
        year.programmeApproved().gathered();
        MENTEES.forEach(year::consented);
        year.consented(MENTORS.get(0)).consented(MENTORS.get(1));
        refuses(unwilling, "Дополнительные обязанности");
        year.on("2025-09-20")
                .pairsProposed(
                        MENTEES.get(0), MENTORS.get(0), MENTEES.get(1), MENTORS.get(1), MENTEES.get(2), unwilling);

        OpenTask approve = school.director().task("UserTask_ApprovePairList");
        assertThat(column(school.director(), approve, "pairs", "consents"))
                .filteredOn(consents -> !consents.equals("получены"))
                .singleElement()
                .asString()
                .startsWith("нет: " + unwilling)
                .endsWith("дополнительные обязанности");
        List<String> all = school.director().options(approve, "pairOptions");
        Reply refused = school.director().submit(approve.id(), "approvedIds", all, "door", "SCREEN");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.message())
                .isEqualTo("Нет согласия: 1 из 3 пар (" + unwilling + " А. Е. — дополнительные "
                        + "обязанности). Можно утвердить остальные 2, а эту вернуть куратору.");
        List<String> two = List.of(
                school.director().option(approve, "pairOptions", MENTEES.get(0)),
                school.director().option(approve, "pairOptions", MENTEES.get(1)));
        assertThat(school.director()
                        .submit(approve.id(), "approvedIds", two, "door", "SCREEN")
                        .message())
                .isEqualTo("Отмечены не все пары. Напишите замечание: почему остальные возвращаются куратору.");
        assertThat(states()).containsOnly("PROPOSED");
        year.pairsApproved(MENTEES.get(0), MENTEES.get(1));

        assertThat(states()).as("the order is not there yet").containsExactly("APPROVED", "APPROVED", "RETURNED");
        OpenTask match = school.curator().task("UserTask_MatchPairs");
        assertThat(column(school.curator(), match, "remarks", "remark"))
                .containsExactly("Подберите другого наставника.");
        assertThat(column(school.curator(), match, "proposed", "mentor")).containsExactly(unwilling + " А. Е.");
        assertThat(school.curator().get("/pairs").body())
                .contains("Подбор идёт. Сейчас нужно: «Зарегистрировать приказ о закреплении пар», «Подобрать пары».");
        year.pairOrderRegistered("101-ОД");
        assertThat(states()).containsExactly("ACTIVE", "ACTIVE", "RETURNED");
        assertThat(passed(FORMATION, listOf(MENTEES.get(0))))
                .contains("ServiceTask_ReturnPairs", "EndEvent_PairsAssigned");
        year.consented(unwilling);
        school.curator().complete("UserTask_MatchPairs", "step", "FINISH");
        year.pairsApproved(MENTEES.get(2));
        assertThat(school.clerk()
                        .refused("UserTask_RegisterPairOrder", "number", "101-ОД", "date", "2025-09-20")
                        .message())
                .isEqualTo("Номер 101-ОД в журнале приказов за 2025 год уже занят. Укажите другой.");
        assertThat(school.clerk()
                        .refused("UserTask_RegisterPairOrder", "number", "102-ОД", "date", "2025-09-19")
                        .message())
                .startsWith("Дата приказа: не раньше 20.09.2025, это день утверждения пар.");
        assertThat(states()).containsExactly("ACTIVE", "ACTIVE", "APPROVED");
        year.pairOrderRegistered("102-ОД");

        assertThat(states()).containsOnly("ACTIVE");
        assertThat(passed(FORMATION, listOf(MENTEES.get(2)))).contains("EndEvent_PairsAssigned");
        assertThat(count("select count(*) from unmatched_support where organisation_id = ?", school.id))
                .isZero();
    }

    @Test
    @DisplayName("an order is not dated before the mentee's consent either, though the mentor's is older")
    @Requirement({"E4", "S3-2.4", "S4-R1.1.2"})
    void orderBeforeTheMenteesConsent_isRefused() {
        String mentee = MENTEES.get(0);
        year.programmeApproved().gathered();
        MENTORS.forEach(year::consented);
        year.on("2025-09-10").consented(mentee);
        year.on("2025-09-20").pairsProposed(mentee, MENTORS.get(0)).pairsApprovedOnPaper("2025-09-09");

        assertThat(school.clerk()
                        .refused("UserTask_RegisterPairOrder", "number", "101-ОД", "date", "2025-09-09")
                        .message())
                .isEqualTo(
                        "Приказ не может быть раньше согласия: " + mentee + " А. Е. — обработка персональных данных, "
                                + "10.09.2025. Укажите дату приказа не раньше этого дня.");
        assertThat(count("select count(*) from local_act where organisation_id = ? and kind = 'PAIR_ORDER'", school.id))
                .isZero();
        school.clerk().complete("UserTask_RegisterPairOrder", "number", "101-ОД", "date", "2025-09-10");
        doDueJobs();
        assertThat(pairState(mentee)).isEqualTo("ACTIVE");
    }

    @Test
    @DisplayName(
            "a third mentee at the same time, a pair for longer than a year, and one that outlasts somebody's time at "
                    + "the school are refused with a sentence")
    @Requirement({"E7", "S4-2.6", "S4-2.7.1"})
    @Partly(value = "E8", missing = "the work of a pair cannot be extended")
    void thirdMentee_andMoreThanAYear_areRefused() {
        banksFilled();
        String mentor = MENTORS.get(0);
        assertThat(propose(MENTEES.get(0), mentor, "2025-09-20", "2026-09-20").status())
                .isEqualTo(400);
        assertThat(propose(MENTEES.get(0), mentor, "2025-09-20", "2026-09-20").message())
                .isEqualTo(
                        "Пара работает не дольше 12 мес.: если начать 20.09.2025, последний возможный день — 19.09.2026.");
        assertThat(propose(MENTEES.get(0), mentor, "2025-09-20", "2026-09-19").status())
                .isEqualTo(204);
        assertThat(propose(MENTEES.get(1), mentor, "2025-09-20", "2026-05-31").status())
                .isEqualTo(204);
        Reply third = propose(MENTEES.get(2), mentor, "2025-09-20", "2026-05-31");
        assertThat(third.status()).isEqualTo(409);
        assertThat(third.message()).startsWith("Наставник " + mentor).contains("больше, чем можно");
        assertThat(states()).containsExactly("PROPOSED", "PROPOSED");
        database.update(
                "update person set dismissed_on = date '2026-07-01' where id = ?", school.personOf(MENTEES.get(2)));
        assertThat(propose(MENTEES.get(2), mentor, "2026-06-01", "2026-08-31").message())
                .startsWith(MENTEES.get(2) + " А. Е. уходит раньше, чем закончится срок работы пары, 31.08.2026.");
        assertThat(propose(MENTEES.get(2), mentor, "2026-06-01", "2026-06-30").status())
                .as("the second pair has ended by then")
                .isEqualTo(204);
    }

    @Test
    @DisplayName("the director approves nobody: not without a remark; with it the whole list goes back, and a pair may "
            + "be taken out")
    void directorApprovesNobody_listGoesBack() {
        banksFilled();
        year.pairsProposed(MENTEES.get(0), MENTORS.get(0), MENTEES.get(1), MENTORS.get(1));
        assertThat(school.director()
                        .refused("UserTask_ApprovePairList", "approvedIds", List.of(), "door", "SCREEN")
                        .message())
                .isEqualTo("Отмечены не все пары. Напишите замечание: почему остальные возвращаются куратору.");
        school.director()
                .complete(
                        "UserTask_ApprovePairList",
                        "approvedIds",
                        List.of(),
                        "remark",
                        "Обсудите с методистом.",
                        "door",
                        "SCREEN");
        assertThat(states()).containsOnly("RETURNED");
        assertThat(school.clerk().has("UserTask_RegisterPairOrder")).isFalse();

        for (String mentee : List.of(MENTEES.get(0), MENTEES.get(1))) {
            OpenTask match = school.curator().task("UserTask_MatchPairs");
            school.curator()
                    .complete(
                            match, "step", "REMOVE", "pairId", school.curator().option(match, "proposedPairs", mentee));
        }
        assertThat(states()).containsOnly("DROPPED");
        school.curator().complete("UserTask_MatchPairs", "step", "FINISH");

        assertThat(passed(FORMATION, listOf(MENTEES.get(0))))
                .contains("EndEvent_PairsAssigned", "Gateway_AnyPairApproved")
                .doesNotContain("UserTask_RegisterPairOrder", "ServiceTask_StartPairs");
        assertThat(school.as("psychologist").tasks("UserTask_SupportMentee")).hasSize(3);
    }

    @Test
    @DisplayName("a personal programme that the director returned comes back to its mentor with the remark")
    @Requirement({"E17", "S0-1.2.5", "S0-5.2", "S1-1.3", "S2-5.2", "S3-2.6", "S4-R1.5.2"})
    void returnedPersonalProgramme_comesBackToItsMentor() {
        banksFilled();
        year.pairsProposed(MENTEES.get(0), MENTORS.get(0))
                .pairsApproved(MENTEES.get(0))
                .pairOrderRegistered("101-ОД");
        UUID pairId = pairOf(MENTEES.get(0));
        assertThat(programmeOnThePage()).isEqualTo("Не составлена");
        school.as(MENTORS.get(0))
                .complete("UserTask_DraftPersonalProgramme", "goal", "Освоиться", "content", "Встречи");
        assertThat(programmeOnThePage()).isEqualTo("На утверждении");
        assertThat(school.director()
                        .refused("UserTask_ApprovePersonalProgrammes", "approvedIds", List.of(), "door", "SCREEN")
                        .message())
                .startsWith("Не отмечены: " + MENTORS.get(0));
        school.director()
                .complete(
                        "UserTask_ApprovePersonalProgrammes",
                        "approvedIds",
                        List.of(),
                        "remark",
                        "Цель расплывчата.",
                        "door",
                        "SCREEN");

        OpenTask draft = school.as(MENTORS.get(0)).task("UserTask_DraftPersonalProgramme");
        assertThat(column(school.as(MENTORS.get(0)), draft, "remarks", "remark"))
                .containsExactly("Цель расплывчата.");
        assertThat(school.as(MENTORS.get(0)).form(draft)).containsEntry("goal", "Освоиться");
        assertThat(school.as(MENTORS.get(0)).has("UserTask_MarkMeetings")).isFalse();
        year.personalProgrammesApproved();
        assertThat(programmeOnThePage()).isEqualTo("Утверждена");
        assertThat(texts(
                        "select v.number || ' ' || d.verdict || ' ' || v.goal from decision_record d "
                                + "join personal_programme_version v on v.id = d.text_id join personal_programme p "
                                + "on p.id = d.subject_id where p.mentorship_id = ? order by 1",
                        pairId))
                .as("which text was decided on")
                .containsExactly("1 RETURN Освоиться", "2 APPROVE Освоить проектирование урока");
        assertThat(passed(WORK, pairId)).contains("Event_ProgrammeReturned", "Event_ProgrammeApproved");
        assertThat(school.as(MENTORS.get(0)).has("UserTask_MarkMeetings")).isTrue();
    }

    @Test
    @DisplayName(
            "the only pair of a list ends before its order: matching begins anew, with a task, and the order is dropped")
    void everyPairOfTheListIsGone_matchingBeginsAnew() {
        banksFilled();
        year.pairsProposed(MENTEES.get(0), MENTORS.get(0)).pairsApproved(MENTEES.get(0));
        UUID list = listOf(MENTEES.get(0));
        post(
                school.curator(),
                "/pairs",
                "/pairs/" + pairOf(MENTEES.get(0)) + "/terminate",
                Map.of("reason", "Наставник отказался", "initiative", "MENTOR", "searchGoesOn", "true"),
                "Наставляемый остаётся в поиске.");
        assertThat(school.curator().has("UserTask_MatchPairs")).isFalse();
        assertThat(school.curator().get("/pairs").body())
                .contains("Подбор идёт. Сейчас нужно: «Зарегистрировать приказ о закреплении пар».");

        Map<String, String> programme = Map.of("programmeId", year.programmeId.toString());
        post(school.curator(), "/pairs", "/pairs/lists", programme, "Подбор начат: задача «Подобрать пары»");
        post(school.curator(), "/pairs", "/pairs/lists", programme, "Подбор начат: задача «Подобрать пары»");
        assertThat(school.curator().tasks("UserTask_MatchPairs"))
                .as("clicked twice")
                .hasSize(1);
        school.clerk().complete("UserTask_RegisterPairOrder");
        assertThat(passed(FORMATION, list)).contains("EndEvent_PairsAssigned");
    }

    @Test
    @DisplayName("a personal programme waits for the director and its pair ends: nothing is left to approve")
    void pairEndsBeforeItsProgrammeIsApproved_nothingIsLeftToApprove() {
        banksFilled();
        year.pairsProposed(MENTEES.get(0), MENTORS.get(0))
                .pairsApproved(MENTEES.get(0))
                .pairOrderRegistered("101-ОД");
        school.as(MENTORS.get(0))
                .complete("UserTask_DraftPersonalProgramme", "goal", "Освоиться", "content", "Встречи");
        assertThat(school.director().has("UserTask_ApprovePersonalProgrammes")).isTrue();
        post(
                school.curator(),
                "/pairs",
                "/pairs/" + pairOf(MENTEES.get(0)) + "/terminate",
                Map.of(
                        "reason",
                        "Наставляемый уволился",
                        "initiative",
                        "OTHER",
                        "menteeDoor",
                        "WORDS",
                        "menteeProof",
                        "Куратору лично"),
                "поиск наставника завершён");

        assertThat(school.director().has("UserTask_ApprovePersonalProgrammes")).isFalse();
        assertThat(passed(APPROVAL, year.programmeId))
                .contains("EndEvent_NothingToApprove")
                .doesNotContain("EndEvent_ProgrammesDecided");
    }

    @Test
    @DisplayName(
            "pairs begin after the stage of pair work has ended and outlive the school year: the director approves "
                    + "their programmes, they meet to the end of their term, and nothing else of the programme goes on")
    @Requirement("E17")
    void pairsThatOutliveTheStageAndTheYear_workToTheirEnd() {
        year.programmeApproved().banksFilled().on("2026-04-15");
        school.curator().complete("UserTask_MatchPairs", "step", "FINISH");
        for (UUID stage : database.queryForList(
                "select id from stage where programme_id = ? and number < 7 " + "and state = 'OPEN'",
                UUID.class,
                year.programmeId)) {
            school.curator().post("/roadmap", "/roadmap/stages/" + stage + "/waiver", Map.of("reason", "Карантин"));
            school.director().complete("UserTask_DecideStageWaiver", "decision", "APPROVE", "door", "SCREEN");
        }
        assertThat(running(stageId(5))).isZero();

        post(
                school.curator(),
                "/pairs",
                "/pairs/lists",
                Map.of("programmeId", year.programmeId.toString()),
                "Подбор начат");
        year.pairsProposed(MENTEES.get(0), MENTORS.get(0), MENTEES.get(1), MENTORS.get(1))
                .pairsApproved(MENTEES.get(0), MENTEES.get(1))
                .pairOrderRegistered("101-ОД");
        UUID approved = pairOf(MENTEES.get(0));
        UUID drafting = pairOf(MENTEES.get(1));
        school.as(MENTORS.get(0))
                .complete("UserTask_DraftPersonalProgramme", "goal", "Освоиться", "content", "Встречи");
        OpenTask approve = school.director().task("UserTask_ApprovePersonalProgrammes");
        school.director()
                .complete(approve, "approvedIds", school.director().options(approve, "pairs"), "door", "SCREEN");
        school.as("editor")
                .complete(
                        "UserTask_PublishResults",
                        "link",
                        "https://school.example/results",
                        "publishedOn",
                        "2026-04-15");
        school.curator().complete("UserTask_CloseProgramme", "openPairs", "CONTINUE");

        assertThat(text("select state from programme where id = ?", year.programmeId))
                .isEqualTo("CLOSED");
        assertThat(runtime.createProcessInstanceQuery()
                        .tenantIdIn(school.id.toString())
                        .list())
                .extracting(ProcessInstance::getBusinessKey)
                .containsExactlyInAnyOrder(approved.toString(), drafting.toString());
        assertThat(openTasks(approved)).containsExactly("UserTask_MarkMeetings");
        assertThat(openTasks(drafting)).containsExactly("UserTask_DraftPersonalProgramme");
        year.personalProgrammesApproved();
        assertThat(openTasks(drafting)).containsExactly("UserTask_MarkMeetings");
        assertThat(passed(APPROVAL, year.programmeId)).contains("EndEvent_ProgrammesDecided");

        year.on("2026-05-10")
                .meetingsMarked(1)
                .on("2026-06-01")
                .meetingsMarked(1)
                .pairsSummedUp();
        assertThat(texts("select distinct state from mentorship where programme_id = ?", year.programmeId))
                .containsExactly("COMPLETED");
        assertThat(running()).isZero();
    }

    @Test
    @DisplayName("a month without meetings: the curator finds out why, and the next month is asked for again")
    void monthWithoutMeetings_isClarifiedByTheCurator() {
        pairsAtWork(MENTEES.get(0), MENTORS.get(0));
        UUID pairId = pairOf(MENTEES.get(0));
        year.on("2025-10-01");
        assertThat(school.as(MENTORS.get(0))
                        .refused("UserTask_MarkMeetings", "none", true, "door", "SCREEN")
                        .message())
                .isEqualTo("Напишите, почему встреч не было.");
        assertThat(school.as(MENTORS.get(0))
                        .refused("UserTask_MarkMeetings", "none", false, "door", "SCREEN")
                        .message())
                .isEqualTo("Отметьте дни, когда встречались, или «Встреч не было».");
        school.as(MENTORS.get(0))
                .complete("UserTask_MarkMeetings", "none", true, "reason", "Наставник болел.", "door", "SCREEN");

        OpenTask clarify = school.curator().task("UserTask_ClarifyNoMeetings");
        assertThat(school.curator().form(clarify)).containsEntry("reason", "Наставник болел.");
        school.curator().complete(clarify, "conclusion", "Вышел на работу, встретятся в октябре.");
        assertThat(database.queryForMap("select reason, conclusion from silent_month where mentorship_id = ?", pairId))
                .isEqualTo(
                        Map.of("reason", "Наставник болел.", "conclusion", "Вышел на работу, встретятся в октябре."));
        assertThat(count("select count(*) from meeting where mentorship_id = ?", pairId))
                .isZero();
        assertThat(school.as(MENTORS.get(0)).has("UserTask_MarkMeetings")).isFalse();
        year.on("2025-11-01").meetingsMarked(1);
        assertThat(texts("select kind from meeting where mentorship_id = ?", pairId))
                .containsExactly("FIRST");
        assertThat(school.curator().has("UserTask_ClarifyNoMeetings")).isFalse();
    }

    @Test
    @DisplayName("a pair ends early when mentor and curator agree: after its final meeting, and without waiting for "
            + "the term")
    @Requirement({"E9", "S1-5.6", "S4-2.7.2", "S4-R2.19", "S4-R2.20", "S4-R2.22", "S4-R2.24"})
    @Partly(
            value = "S4-R2.21",
            missing = "the programme of the pair is not its result: it is approved before the first meeting")
    @Partly(value = "S1-5.1", missing = "a pair may end without it")
    @Partly(
            value = "E18",
            missing = "nothing is measured, and of the questionnaires it is only said that they are filled in")
    void mentorAndCuratorAgree_pairEndsEarly() {
        pairsAtWork(MENTEES.get(0), MENTORS.get(0));
        UUID pairId = pairOf(MENTEES.get(0));
        year.on("2025-10-01").meetingsMarked(4).on("2025-12-01");
        TasklistUser mentor = school.as(MENTORS.get(0));
        assertThat(column(mentor, mentor.task("UserTask_MarkMeetings"), "held", "kind"))
                .containsExactlyInAnyOrder(
                        "Первая, организационная", "Пробная рабочая", "Встреча-планирование", "Регулярная");
        String finish = "/pairs/" + pairId + "/finish";
        post(
                school.curator(),
                "/pairs",
                finish,
                Map.of("reason", "Освоился", "mentorDoor", "SCREEN"),
                "Укажите, как согласился наставник");
        post(
                school.curator(),
                "/pairs",
                finish,
                Map.of("reason", "Освоился", "mentorDoor", "PAPER"),
                "Укажите, где лежит согласие наставника");
        post(
                school.as(MENTORS.get(0)),
                "/pairs",
                finish,
                Map.of("reason", "Освоился", "mentorDoor", "SCREEN"),
                "Это делает куратор.");
        assertThat(pairState(MENTEES.get(0)) + openTasks(pairId)).isEqualTo("ACTIVE[UserTask_MarkMeetings]");
        post(
                school.curator(),
                "/pairs",
                finish,
                Map.of("reason", "Освоился", "mentorDoor", "PAPER", "mentorProof", PROOF),
                "Решено завершить работу пары раньше срока.");

        assertThat(openTasks(pairId)).containsExactly("UserTask_HoldFinalMeeting");
        school.as(MENTORS.get(0))
                .complete("UserTask_HoldFinalMeeting", "heldOn", "2025-12-01", "result", "Ведёт сам", "door", "SCREEN");
        school.curator().complete("UserTask_SumUpPair", "resultKind", "ACHIEVED", "conclusion", "Быстро освоился");
        assertThat(database.queryForMap(
                        "select state, end_reason, ended_on::text from mentorship where id = ?", pairId))
                .isEqualTo(Map.of("state", "COMPLETED_EARLY", "end_reason", "Освоился", "ended_on", "2025-12-01"));
        assertThat(texts(
                        "select capacity || ', ' || door from decision_record where subject_id = ? "
                                + "and verdict = 'FINISH_EARLY'",
                        pairId))
                .containsExactlyInAnyOrder("Наставник, PAPER", "Куратор, SCREEN");
        assertThat(texts("select kind from meeting where mentorship_id = ? order by held_on", pairId))
                .containsExactly("FIRST", "TRIAL", "PLANNING", "REGULAR", "FINAL_PAIR");
        assertThat(passed(WORK, pairId))
                .contains("BoundaryEvent_PairFinishing", "EndEvent_PairCompleted")
                .doesNotContain("EndEvent_WorkOver", "EndEvent_PairTerminated");
    }

    @Test
    @DisplayName("a pair that is terminated ends at once; its mentee searches on, or not")
    @Requirement("E24")
    void terminatedPairs_endAtOnce_menteeSearchesOnOrNot() {
        pairsAtWork(MENTEES.get(0), MENTORS.get(0), MENTEES.get(1), MENTORS.get(1));
        UUID first = pairOf(MENTEES.get(0));
        UUID second = pairOf(MENTEES.get(1));
        post(
                school.curator(),
                "/pairs",
                "/pairs/" + first + "/terminate",
                Map.of("reason", "Наставник уехал", "initiative", "MENTOR", "searchGoesOn", "true"),
                "Наставляемый остаётся в поиске.");
        String terminate = "/pairs/" + second + "/terminate";
        post(school.curator(), "/pairs", terminate, Map.of("reason", "Справляется"), "Укажите, кто прекращает");
        for (String door : List.of("", "SCREEN")) {
            post(
                    school.curator(),
                    "/pairs",
                    terminate,
                    Map.of("reason", "Справляется", "initiative", "OTHER", "menteeDoor", door),
                    "Поиск завершает только сам наставляемый.");
        }
        post(
                school.curator(),
                "/pairs",
                terminate,
                Map.of("reason", "Справляется", "initiative", "OTHER", "menteeDoor", "PAPER"),
                "Укажите, где лежит отказ наставляемого");
        assertThat(pairState(MENTEES.get(1))).isEqualTo("ACTIVE");
        post(
                school.curator(),
                "/pairs",
                terminate,
                Map.of(
                        "reason",
                        "Справляется",
                        "initiative",
                        "OTHER",
                        "menteeDoor",
                        "WORDS",
                        "menteeProof",
                        "Куратору лично"),
                "поиск наставника завершён.");
        assertThat(decision(participant(MENTEES.get(1), "MENTEE")))
                .containsEntry("verdict", "DECLINED")
                .containsEntry("decided_by", school.personOf(MENTEES.get(1)))
                .containsEntry("door", "WORDS");

        for (UUID pairId : List.of(first, second)) {
            assertThat(text("select state from mentorship where id = ?", pairId))
                    .isEqualTo("TERMINATED");
            assertThat(passed(WORK, pairId))
                    .contains("EndEvent_PairTerminated")
                    .doesNotContain("UserTask_HoldFinalMeeting");
            assertThat(running(pairId)).isZero();
        }
        assertThat(task(school.as("psychologist"), "UserTask_SupportMentee", MENTEES.get(0)))
                .isNotNull();
        assertThat(school.as("psychologist").tasks("UserTask_SupportMentee"))
                .noneMatch(task -> task.about().contains(MENTEES.get(1)));
        assertThat(text("select state from participant where id = ?", participant(MENTEES.get(0), "MENTEE")))
                .isEqualTo("IN_BANK");
        assertThat(text("select state from participant where id = ?", participant(MENTEES.get(1), "MENTEE")))
                .isEqualTo("SEARCH_ENDED");
    }

    @Test
    @DisplayName("a mentee is without a mentor until spring, supported every month, and then wants none any more")
    @Requirement({"E24", "S0-5.3", "S2-5.3", "S4-R1.5.3"})
    @Partly(
            value = "S0-5.4",
            missing = "a mentor who enters the bank does not open the search anew by it; the curator does")
    void unmatchedUntilSpring_supportedEveryMonth_thenTheMenteesOwnWord() {
        String mentee = MENTEES.get(2);
        pairsAtWork(MENTEES.get(0), MENTORS.get(0), MENTEES.get(1), MENTORS.get(1));
        UUID menteeId = participant(mentee, "MENTEE");
        for (String month :
                List.of("2025-10-01", "2025-11-01", "2025-12-01", "2026-01-01", "2026-02-01", "2026-03-01")) {
            year.on(month);
            assertThat(school.as("psychologist").tasks("UserTask_SupportMentee"))
                    .hasSize(1);
            school.as("psychologist")
                    .complete(
                            "UserTask_SupportMentee",
                            "metOn",
                            month,
                            "outcome",
                            "CONTINUE",
                            "reference",
                            "журнал консультаций",
                            "door",
                            "SCREEN");
            assertThat(school.as("psychologist").has("UserTask_SupportMentee")).isFalse();
        }
        UUID supportId = one(UUID.class, "select id from unmatched_support where participant_id = ?", menteeId);
        assertThat(count(
                        "select count(*) from decision_record where subject_id = ? and verdict = 'SUPPORTED'",
                        supportId))
                .isEqualTo(6);

        year.on("2026-04-01");
        assertThat(school.as("psychologist")
                        .refused(
                                "UserTask_SupportMentee",
                                "metOn",
                                "2026-04-01",
                                "outcome",
                                "DECLINED",
                                "door",
                                "SCREEN")
                        .message())
                .startsWith("Это решение другого человека.");
        assertThat(school.as("psychologist")
                        .refused(
                                "UserTask_SupportMentee",
                                "metOn",
                                "2026-04-02",
                                "outcome",
                                "CONTINUE",
                                "door",
                                "SCREEN")
                        .message())
                .contains("этот день ещё не наступил.");
        school.as("psychologist")
                .complete(
                        "UserTask_SupportMentee",
                        "metOn",
                        "2026-04-01",
                        "outcome",
                        "DECLINED",
                        "door",
                        "WORDS",
                        "proof",
                        "На встрече");

        assertThat(text("select state from participant where id = ?", menteeId)).isEqualTo("SEARCH_ENDED");
        assertThat(text("select outcome from unmatched_support where id = ?", supportId))
                .isEqualTo("DECLINED");
        assertThat(decision(supportId))
                .containsEntry("verdict", "DECLINED")
                .containsEntry("door", "WORDS")
                .containsEntry("decided_by", school.personOf(mentee))
                .containsEntry("recorded_by", school.accountOf("psychologist"));
        assertThat(passed("UnmatchedSupportProcess", menteeId))
                .contains("Event_SupportAgain", "EndEvent_SearchEnded")
                .doesNotContain("EndEvent_MenteeMatched");
        assertThat(running(menteeId)).isZero();
        assertThat(rowState("S2-5.3")).isEqualTo("DONE");
    }

    @Test
    @DisplayName("whoever matches pairs sees how many mentees each mentor has, also those only approved")
    void loadOfEachMentor_isShownWhereMentorsAreChosen() {
        pairsAtWork(MENTEES.get(0), MENTORS.get(0));
        post(
                school.curator(),
                "/pairs",
                "/pairs/lists",
                Map.of("programmeId", year.programmeId.toString()),
                "Подбор начат");

        assertThat(mentorsToChoose())
                .containsExactlyInAnyOrder(
                        MENTORS.get(0) + " А. Е. — 1 из 2",
                        MENTORS.get(1) + " А. Е. — 0 из 2, вне отбора",
                        MENTORS.get(2) + " А. Е. — 0 из 2, вне отбора");
    }

    @SuppressWarnings("unchecked")
    private List<String> mentorsToChoose() {
        OpenTask match = school.curator().task("UserTask_MatchPairs");
        return ((List<Map<String, String>>) school.curator().form(match).get("mentors"))
                .stream().map(choice -> choice.get("label")).toList();
    }

    private Reply propose(String mentee, String mentor, String from, String to) {
        OpenTask task = school.curator().task("UserTask_MatchPairs");
        return school.curator()
                .submit(
                        task.id(),
                        "step",
                        "ADD",
                        "menteeId",
                        school.curator().option(task, "mentees", mentee),
                        "mentorId",
                        school.curator().option(task, "mentors", mentor),
                        "pairForm",
                        "TEACHER_TEACHER",
                        "periodFrom",
                        from,
                        "periodTo",
                        to);
    }

    /** @return how far the programme of the only pair has come, as the curator sees it */
    private String programmeOnThePage() {
        Matcher cell = PROGRAMME.matcher(school.curator().get("/pairs").body());
        assertThat(cell.find()).isTrue();
        return cell.group(1);
    }

    /** @return states of all pairs that have been proposed, by mentee */
    private List<String> states() {
        return texts(
                "select m.state from mentorship m join mentorship_member e on e.mentorship_id = m.id and e.side = 'MENTEE' "
                        + "join person_data p on p.person_id = e.person_id where m.programme_id = ? "
                        + "order by p.last_name",
                year.programmeId);
    }

    private UUID listOf(String mentee) {
        return one(
                UUID.class,
                "select m.pair_list_id from mentorship m join mentorship_member x on x.mentorship_id = m.id "
                        + "where x.person_id = ? and x.side = 'MENTEE'",
                school.personOf(mentee));
    }
}
