package ru.nastavnik;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nastavnik.support.Attempts.PDF;
import static ru.nastavnik.support.SchoolYear.MENTEES;
import static ru.nastavnik.support.SchoolYear.MENTORS;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import ru.nastavnik.requirements.Partly;
import ru.nastavnik.requirements.Requirement;
import ru.nastavnik.support.DeviationTest;
import ru.nastavnik.support.TasklistUser.OpenTask;
import ru.nastavnik.support.TasklistUser.Reply;

/** Programmes, stages and rows of the roadmap that go another way. */
class RoadmapDeviationsTest extends DeviationTest {

    private static final String PROGRAMME = "MentoringProgrammeProcess";
    private static final String MEASURE = "RoadmapMeasureProcess";

    // --- programme --------------------------------------------------------------------------------

    @Test
    @DisplayName("a returned roadmap is mended by the curator, who sees the remark, and approved")
    @Requirement("S2-H.1")
    @Partly(
            value = {"S0-1.2.2", "S2-1.3"},
            missing =
                    "what was returned is not kept as a version; the roadmap is neither printed nor an annex of an order")
    void returnedRoadmap_isMendedAndApproved() {
        requested();
        OpenTask proposed = school.curator().task("UserTask_CompleteRoadmap");
        assertThat(column(school.curator(), proposed, "rows", "accepted"))
                .as("dates and responsible are only proposed")
                .hasSize(18)
                .containsOnly("предложено");
        assertThat(column(school.curator(), proposed, "rows", "responsible")).doesNotContainNull();
        assertThat(column(school.curator(), proposed, "rows", "to")).doesNotContainNull();
        assertThat(school.director().has("UserTask_ApproveRoadmap"))
                .as("before they are accepted")
                .isFalse();
        school.curator().complete("UserTask_CompleteRoadmap", "step", "ACCEPT");
        assertThat(school.director()
                        .refused("UserTask_ApproveRoadmap", "decision", "RETURN", "door", "SCREEN")
                        .message())
                .isEqualTo("Напишите замечание, чтобы куратор знал, что не так.");
        school.director()
                .complete(
                        "UserTask_ApproveRoadmap",
                        "decision",
                        "RETURN",
                        "remark",
                        "Шаблон готовит куратор.",
                        "door",
                        "SCREEN");
        assertThat(programmeState()).isEqualTo("DRAFT");

        OpenTask complete = school.curator().task("UserTask_CompleteRoadmap");
        assertThat(column(school.curator(), complete, "rows", "accepted"))
                .as("accepted by the curator once")
                .hasSize(18)
                .containsOnly("да");
        assertThat(column(school.curator(), complete, "remarks", "remark")).containsExactly("Шаблон готовит куратор.");
        String row = rowId("S2-1.5").toString();
        assertThat(school.curator()
                        .refused(
                                "UserTask_CompleteRoadmap",
                                "step",
                                "CHANGE",
                                "measureId",
                                row,
                                "dueFrom",
                                "2025-10-10",
                                "dueTo",
                                "2025-10-01")
                        .message())
                .isEqualTo("Конец срока раньше начала. Исправьте даты.");
        assertThat(school.curator()
                        .refused(
                                "UserTask_CompleteRoadmap",
                                "step",
                                "CHANGE",
                                "measureId",
                                row,
                                "dueFrom",
                                "2025-09-01",
                                "dueTo",
                                "2026-09-01")
                        .message())
                .startsWith("Срок: не позже ");
        school.curator()
                .complete(
                        complete,
                        "step",
                        "CHANGE",
                        "measureId",
                        row,
                        "role",
                        "CURATOR",
                        "dueFrom",
                        "2025-09-01",
                        "dueTo",
                        "2025-09-30");
        school.curator().complete("UserTask_CompleteRoadmap", "step", "ACCEPT");
        school.director().complete("UserTask_ApproveRoadmap", "decision", "APPROVE", "door", "SCREEN");

        assertThat(programmeState()).isEqualTo("RUNNING");
        assertThat(database.queryForMap(
                        "select responsible_role, due_to::text from measure where id = ?", rowId("S2-1.5")))
                .isEqualTo(Map.of("responsible_role", "CURATOR", "due_to", "2025-09-30"));
        assertThat(texts(
                        "select verdict from decision_record where subject_id = ? order by recorded_at",
                        year.programmeId))
                .containsExactlyInAnyOrder("RETURN", "APPROVE");
    }

    @Test
    @DisplayName("a rejected roadmap ends the programme before any stage begins, and the year is free for another one")
    void rejectedRoadmap_endsTheProgramme_anotherMayBegin() {
        requested();
        UUID rejected = year.programmeId;
        school.curator().complete("UserTask_CompleteRoadmap", "step", "ACCEPT");
        school.director()
                .complete(
                        "UserTask_ApproveRoadmap",
                        "decision",
                        "REJECT",
                        "remark",
                        "Начнём через год.",
                        "door",
                        "SCREEN");

        assertThat(programmeState()).isEqualTo("REJECTED");
        assertThat(texts("select distinct state from stage where programme_id = ?", rejected))
                .containsExactly("PLANNED");
        assertThat(passed(PROGRAMME, rejected))
                .contains("EndEvent_ProgrammeRejected")
                .doesNotContain("ServiceTask_OpenProgramme", "Gateway_StagesFork");
        assertThat(running()).isZero();
        requested();
        assertThat(year.programmeId).isNotEqualTo(rejected);
        assertThat(programmeState()).isEqualTo("DRAFT");
    }

    @Test
    @DisplayName("a programme cancelled in mid-flow leaves nothing running, neither in the engine nor in the school")
    void cancelledInMidFlow_nothingRunsOn() {
        year.programmeApproved();
        school.curator().complete("UserTask_CiteActs", "act2State", "MAKE", "act1State", "MAKE");
        assertThat(texts("select distinct state from local_act where programme_id = ?", year.programmeId))
                .containsExactly("DRAFT");
        year.banksFilled()
                .on("2025-09-20")
                .pairsProposed(MENTEES.get(0), MENTORS.get(0), MENTEES.get(1), MENTORS.get(1))
                .pairsApproved(MENTEES.get(0), MENTEES.get(1));
        school.clerk().complete("UserTask_RegisterPairOrder", "number", "101-ОД", "date", "2025-09-20");
        doDueJobs();
        year.personalProgrammesApproved();
        post(
                school.curator(),
                "/pairs",
                "/pairs/" + pairOf(MENTEES.get(0)) + "/replacement",
                Map.of("request", "Не ладят"),
                "Просьба о замене наставника отправлена куратору.");
        assertThat(count(
                        "select count(distinct proc_def_id_) from act_ru_execution where tenant_id_ = ?",
                        school.id.toString()))
                .as("kinds of processes that run")
                .isGreaterThanOrEqualTo(10);
        assertThat(count("select count(*) from act_ru_job where tenant_id_ = ?", school.id.toString()))
                .isPositive();

        Map<String, String> cancel = Map.of("programmeId", year.programmeId.toString(), "reason", "Школа закрывается");
        post(school.curator(), "/roadmap", "/roadmap/cancel", cancel, "Прекратить программу может директор.");
        assertThat(programmeState()).isEqualTo("RUNNING");
        post(school.director(), "/roadmap", "/roadmap/cancel", cancel, "Программа прекращена, её задачи закрыты.");

        assertThat(programmeState()).isEqualTo("CANCELLED");
        assertThat(passed(PROGRAMME, year.programmeId))
                .contains("EndEvent_ProgrammeCancelled")
                .doesNotContain("EndEvent_ProgrammeClosed");
        assertThat(running()).isZero();
        for (String table :
                List.of("act_ru_execution", "act_ru_task", "act_ru_job", "act_ru_event_subscr", "act_ru_variable")) {
            assertThat(count("select count(*) from " + table + " where tenant_id_ = ?", school.id.toString()))
                    .as(table)
                    .isZero();
        }
        assertThat(texts("select distinct state from mentorship where programme_id = ?", year.programmeId))
                .containsExactly("TERMINATED");
        assertThat(texts("select state from replacement where organisation_id = ?", school.id))
                .containsExactly("CANCELLED");
        assertThat(count(
                        "select count(*) from unmatched_support where organisation_id = ? and closed_on is null",
                        school.id))
                .isZero();
        assertThat(count("select count(*) from consent where organisation_id = ? and state = 'AWAITED'", school.id))
                .isZero();
        assertThat(texts(
                        "select distinct state || ': ' || reason from local_act where programme_id = ? and kind <> "
                                + "'PAIR_ORDER'",
                        year.programmeId))
                .containsExactly("NOT_REQUIRED: Программа прекращена по решению директора.");
        assertThat(decision(year.programmeId))
                .containsEntry("verdict", "CANCEL")
                .containsEntry("remark", "Школа закрывается");
        day("2026-06-01");
        assertThat(running()).isZero();
    }

    @Test
    @DisplayName("a programme in a year that is none is refused with a sentence")
    void programmeInAnotherEra_isRefused() {
        for (String from : List.of("+999999999-01-01", "-999999999-01-01", "1899-12-31")) {
            post(
                    school.curator(),
                    "/roadmap",
                    "/roadmap/start",
                    Map.of("template", "SCHOOL-TEACHERS-2025", "from", from, "to", "2026-08-31"),
                    " программы: не ");
            post(
                    school.curator(),
                    "/roadmap",
                    "/roadmap/start",
                    Map.of("template", "SCHOOL-TEACHERS-2025", "from", "2025-09-01", "to", "2201-01-01"),
                    " программы: не ");
        }
        assertThat(count("select count(*) from programme where organisation_id = ?", school.id))
                .isZero();
    }

    // --- stage ------------------------------------------------------------------------------------

    @Test
    @DisplayName("a stage is ended without its evidence only when the director approves the reason, which is kept")
    void stageWithoutEvidence_endsOnlyByTheDirectorsWord() {
        year.programmeApproved();
        school.curator()
                .complete(
                        "UserTask_CiteActs",
                        "act2State",
                        "MAKE",
                        "act1State",
                        "NOT_REQUIRED",
                        "act1Reason",
                        "Утверждён учредителем");
        UUID stageId = stageId(1);
        String path = "/roadmap/stages/" + stageId + "/waiver";
        post(
                school.as("deputy"),
                "/roadmap",
                path,
                Map.of("reason", "Так решили"),
                "Просить о завершении этапа без подтверждения может куратор.");
        post(school.curator(), "/roadmap", path, Map.of("reason", " "), "Напишите обоснование");
        assertThat(running(stageId)).isEqualTo(1);
        post(
                school.curator(),
                "/roadmap",
                path,
                Map.of("reason", "Положение готовит учредитель"),
                "Директору отправлена просьба");
        post(
                school.curator(),
                "/roadmap",
                path,
                Map.of("reason", "Ещё раз"),
                "Директора уже попросили завершить этот этап.");

        OpenTask decide = school.director().task("UserTask_DecideStageWaiver");
        assertThat(school.director().form(decide)).containsEntry("reason", "Положение готовит учредитель");
        assertThat(column(school.director(), decide, "missing", "number"))
                .contains("1.2", "1.5")
                .doesNotContain("1.1", "1.3");
        assertThat(school.director()
                        .refused("UserTask_DecideStageWaiver", "decision", "REJECT", "door", "SCREEN")
                        .message())
                .isEqualTo("Напишите замечание, чтобы куратор знал, что не так.");
        school.director().complete(decide, "decision", "REJECT", "remark", "Подождём месяц.", "door", "SCREEN");
        assertThat(stageState(1)).isEqualTo("OPEN");
        assertThat(passed("StageWaiverProcess", stageId))
                .contains("EndEvent_WaiverRejected")
                .doesNotContain("ServiceTask_WaiveStage", "EndEvent_StageWaived");

        post(school.curator(), "/roadmap", path, Map.of("reason", "Месяц прошёл"), "Директору отправлена просьба");
        school.director().complete("UserTask_DecideStageWaiver", "decision", "APPROVE", "door", "SCREEN");
        assertThat(stageState(1)).isEqualTo("WAIVED");
        assertThat(texts(
                        "select reason || ': ' || state from stage_waiver where stage_id = ? order by requested_at",
                        stageId))
                .containsExactly("Положение готовит учредитель: REJECTED", "Месяц прошёл: APPROVED");
        assertThat(passed("StageWaiverProcess", stageId)).contains("EndEvent_StageWaived");
        assertThat(passed("PreparationStageProcess", stageId))
                .contains("EndEvent_StageWaived")
                .doesNotContain("Event_StageGateMet", "EndEvent_StageClosed");
        assertThat(running(stageId)).isZero();
        assertThat(school.curator().has("UserTask_DraftAct"))
                .as("the act is drafted all the same")
                .isTrue();
        assertThat(stageState(2)).isEqualTo("OPEN");
    }

    @Test
    @DisplayName("the final event is held before the monitoring is done: the stage waits for its last row, then ends "
            + "by itself")
    void finalEventBeforeTheMonitoring_stageWaitsForItsLastRow() {
        year.programmeApproved().banksFilled().on("2026-04-15");
        year.finalEventOrdered();
        Reply nobodyTicked = school.as("deputy")
                .refused(
                        "UserTask_RecordFinalEvent",
                        "heldOn",
                        "2026-04-15",
                        "eventKind",
                        "ROUND_TABLE",
                        "attendeeIds",
                        List.of(),
                        "reference",
                        PROOF);
        assertThat(nobodyTicked.message()).isEqualTo("Заполните поле «Кто участвовал».");
        assertThat(rowState("S2-6.3")).isNotEqualTo("DONE");
        year.finalEventRecorded();
        assertThat(stageState(6)).isEqualTo("OPEN");
        assertThat(rowState("S2-6.1")).isEqualTo("IN_PROGRESS");

        OpenTask monitoring = task(school.as("deputy"), "UserTask_CarryOutMeasure", "6.1");
        school.as("deputy")
                .complete(
                        monitoring,
                        "outcome",
                        "DONE",
                        "doneOn",
                        "2026-04-15",
                        "evidenceKind",
                        "REFERENCE",
                        "reference",
                        PROOF);
        assertThat(stageState(6)).isEqualTo("CLOSED");
        assertThat(passed("CompletionStageProcess", stageId(6))).contains("Event_StageGateMet", "EndEvent_StageClosed");
    }

    @Test
    @DisplayName("a roadmap with one more row for the training: the stage waits for it too")
    void oneMoreRowForTheTraining_stageWaitsForIt() {
        year.programmeApproved().banksFilled();
        UUID materials = UUID.randomUUID();
        database.update(
                "insert into measure select ?, stage_id, 3, 'S1-4.3', '4.3', kind, "
                        + "'Подготовка методических материалов', "
                        + "'{}', false, 'REFERENCE', false, false, due_from, due_to, 'DEPUTY', true, 'NOT_STARTED' "
                        + "from measure where id = ?",
                materials,
                rowId("S2-4.2"));
        year.on("2025-09-15").mentorsSelected();
        assertThat(stageState(4)).isEqualTo("OPEN");

        OpenTask task = task(school.as("deputy"), "UserTask_CarryOutMeasure", "4.3");
        school.as("deputy")
                .complete(
                        task,
                        "outcome",
                        "DONE",
                        "doneOn",
                        "2025-09-15",
                        "evidenceKind",
                        "REFERENCE",
                        "reference",
                        PROOF);
        assertThat(text("select state from measure where id = ?", materials)).isEqualTo("DONE");
        assertThat(stageState(4)).isEqualTo("CLOSED");
        assertThat(passed("SelectionTrainingStageProcess", stageId(4)))
                .contains("Event_StageGateMet", "EndEvent_StageClosed");
    }

    // --- row --------------------------------------------------------------------------------------

    @Test
    @DisplayName("a measure that is not required is closed with the reason")
    void measureIsNotRequired_closedWithTheReason() {
        OpenTask task = templateTask();
        assertThat(deputyRefused(task, "outcome", "NOT_REQUIRED"))
                .isEqualTo("Напишите, почему мероприятие не требуется.");
        school.as("deputy").complete(task, "outcome", "NOT_REQUIRED", "reason", "Шаблон есть у учредителя.");

        assertThat(database.queryForMap("select state, reason from measure where id = ?", rowId("S2-1.5")))
                .isEqualTo(Map.of("state", "NOT_REQUIRED", "reason", "Шаблон есть у учредителя."));
        assertThat(passed(MEASURE, rowId("S2-1.5")))
                .contains("EndEvent_MeasureNotRequired")
                .doesNotContain("EndEvent_MeasureDone");
    }

    @Test
    @DisplayName("a measure that is handed over becomes the other role's task, with the same term")
    void handedOverMeasure_becomesTheOtherRolesTask() {
        OpenTask task = templateTask();
        assertThat(deputyRefused(task, "outcome", "HANDED_OVER")).isEqualTo("Выберите, кому передать мероприятие.");
        school.as("deputy").complete(task, "outcome", "HANDED_OVER", "handOverTo", "PSYCHOLOGIST");

        assertThat(school.as("deputy").has("UserTask_CarryOutMeasure")).isFalse();
        assertThat(text("select state from measure where id = ?", rowId("S2-1.5")))
                .isEqualTo("IN_PROGRESS");
        school.as("psychologist")
                .complete(
                        "UserTask_CarryOutMeasure",
                        "outcome",
                        "EXISTS",
                        "doneOn",
                        "2024-05-20",
                        "evidenceKind",
                        "REFERENCE",
                        "reference",
                        PROOF);
        assertThat(rowState("S2-1.5")).isEqualTo("DONE");
    }

    @Test
    @DisplayName("a file as evidence: without a file and with a wrong one refused, with a PDF the row is done by it")
    @Requirement("E26")
    @Partly(
            value = "S3-H.3",
            missing = "the roadmap does not say beforehand what result a row is to have; only its task does")
    void fileAsEvidence_onlyWithAFile() {
        OpenTask task = templateTask();
        assertThat(deputyRefused(task, "outcome", "DONE", "doneOn", "2025-09-01", "evidenceKind", "FILE"))
                .isEqualTo("Приложите файл во вкладке «Файлы».");
        assertThat(deputyRefused(
                        task,
                        "outcome",
                        "DONE",
                        "doneOn",
                        "2025-09-02",
                        "evidenceKind",
                        "REFERENCE",
                        "reference",
                        PROOF))
                .contains("этот день ещё не наступил.");
        assertThat(deputyRefused(
                        task,
                        "outcome",
                        "DONE",
                        "doneOn",
                        "2024-05-20",
                        "evidenceKind",
                        "REFERENCE",
                        "reference",
                        PROOF))
                .as("a document may be older, work for this programme may not")
                .isEqualTo("Дата проведения: не раньше 01.03.2025, это за полгода до начала программы.");
        assertThat(deputyRefused(task, "outcome", "EXISTS", "doneOn", "2025-09-01", "evidenceKind", "REFERENCE"))
                .isEqualTo("Укажите, где лежит подтверждение: номер дела и лист.");
        assertThat(deputyRefused(
                        task,
                        "outcome",
                        "DONE",
                        "doneOn",
                        "2025-09-01",
                        "evidenceKind",
                        "REFERENCE",
                        "reference",
                        PROOF))
                .isEqualTo("Мероприятие 1.5 так не подтверждается. Нужно: файл.");
        assertThat(deputyRefused(
                        task,
                        "outcome",
                        "EXISTS",
                        "doneOn",
                        "2025-09-01",
                        "evidenceKind",
                        "LINK",
                        "reference",
                        "https://school.example/template"))
                .contains("Чем подтверждается");
        assertThat(column(school.as("deputy"), task, "evidenceKinds", "label"))
                .containsExactly("Файл во вкладке «Файлы»", "Запись в деле (дело №, лист), если документ уже есть");
        assertThat(school.as("deputy")
                        .attach(task, "шаблон.pdf", "просто текст".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(400);
        assertThat(school.as("deputy").attach(task, "шаблон.pdf", PDF).status()).isEqualTo(200);
        assertThat(rowState("S2-1.5")).isEqualTo("IN_PROGRESS");
        school.as("deputy").complete(task, "outcome", "DONE", "doneOn", "2025-09-01", "evidenceKind", "FILE");

        assertThat(rowState("S2-1.5")).isEqualTo("DONE");
        assertThat(texts(
                        "select f.name from evidence e join stored_file f on f.id = e.file_id where e.measure_id = ? "
                                + "and e.kind = 'FILE'",
                        rowId("S2-1.5")))
                .containsExactly("шаблон.pdf");
    }

    @Test
    @DisplayName("whoever answers for a row is reminded once when its term has passed, by the clock of the school")
    @Requirement("E28")
    void termHasPassed_responsibleIsRemindedOnce() {
        OpenTask task = templateTask();
        day("2025-09-15");
        // Samara is four hours ahead: there the last day of the term ends at 20:00 in Greenwich.
        clock.moveTo(Instant.parse("2025-09-15T19:59:30Z"));
        doDueJobs();
        assertThat(notices("deputy", "MEASURE_LATE")).as("on the last day").isZero();
        day("2025-09-16");
        assertThat(notices("deputy", "MEASURE_LATE")).isEqualTo(1);
        day("2025-10-16");
        assertThat(notices("deputy", "MEASURE_LATE")).isEqualTo(1);
        assertThat(school.as("deputy").get("/").body()).containsPattern("\\d\\d\\.\\d\\d\\.\\d{4}, \\d\\.\\d\\. ");
        school.as("deputy")
                .complete(
                        task,
                        "outcome",
                        "EXISTS",
                        "doneOn",
                        "2025-09-10",
                        "evidenceKind",
                        "REFERENCE",
                        "reference",
                        PROOF);
        assertThat(school.as("deputy").get("/").body())
                .as("the row is done")
                .doesNotContain("Срок мероприятия дорожной карты прошёл");
        assertThat(passed(MEASURE, rowId("S2-1.5"))).contains("EndEvent_ResponsibleReminded", "EndEvent_MeasureDone");
    }

    @Test
    @DisplayName(
            "a roadmap approved in November: what was due in September is neither late nor reminded of, and has two "
                    + "weeks from the approval on")
    @Requirement("E28")
    void approvedAfterTheTerm_isNotLate() {
        day("2025-11-10");
        year.programmeId = school.curator()
                .start(
                        PROGRAMME,
                        "templateCode",
                        "SCHOOL-TEACHERS-2025",
                        "track",
                        "STAFF",
                        "periodFrom",
                        "2025-09-01",
                        "periodTo",
                        "2026-08-31");
        school.curator().complete("UserTask_CompleteRoadmap", "step", "ACCEPT");
        school.director().complete("UserTask_ApproveRoadmap", "decision", "APPROVE", "door", "SCREEN");
        year.on("2025-11-11");
        assertThat(text("select due_to::text from measure where id = ?", rowId("S2-1.5")))
                .isEqualTo("2025-09-15");

        assertThat(school.as("deputy").list("Срок прошёл")).isEmpty();
        assertThat(text(
                        "select (due_date_ at time zone 'UTC' at time zone 'Europe/Samara')::date::text from act_ru_task t "
                                + "join act_ru_execution e on e.id_ = t.proc_inst_id_ where e.business_key_ = ?",
                        rowId("S2-1.5").toString()))
                .isEqualTo("2025-11-24");
        assertThat(notices("deputy", "MEASURE_LATE")).isZero();
        assertThat(passed(MEASURE, rowId("S2-1.5"))).as("the timer has come").contains("EndEvent_ResponsibleReminded");
    }

    @Test
    @DisplayName("the row of the news is done only when no stage that runs or has run is left untold")
    @Partly(
            value = {"S0-7.1", "S1-1.5", "S1-7.1", "S2-7.1", "S4-R1.7.1"},
            missing =
                    "one link is kept, not whether it leads to the site and its section, to a social network or to a higher level")
    void newsOfOneStage_doesNotFulfilTheRow_untilAllAreTold() {
        year.programmeApproved();
        OpenTask news = school.as("editor").task("UserTask_PublishNews");
        List<String> stages = school.as("editor").options(news, "stages");
        assertThat(stages).as("stages that run").hasSizeGreaterThan(1);
        tell(news, "https://school.example/first", stages.subList(0, 1));
        assertThat(rowState("S2-7.1")).isEqualTo("IN_PROGRESS");

        day("2025-10-01");
        OpenTask next = school.as("editor").task("UserTask_PublishNews");
        assertThat(column(school.as("editor"), next, "uncovered", "title")).isNotEmpty();
        tell(next, "https://school.example/second", school.as("editor").options(next, "stages"));
        assertThat(rowState("S2-7.1")).isEqualTo("DONE");
    }

    private void tell(OpenTask news, String link, List<String> stages) {
        school.as("editor")
                .complete(
                        news,
                        "link",
                        link,
                        "publishedOn",
                        link.endsWith("first") ? "2025-09-01" : "2025-10-01",
                        "stageIds",
                        stages);
    }

    private OpenTask templateTask() {
        year.programmeApproved();
        OpenTask task = school.as("deputy").task("UserTask_CarryOutMeasure");
        assertThat(openTasks(rowId("S2-1.5"))).containsExactly("UserTask_CarryOutMeasure");
        return task;
    }

    private String deputyRefused(OpenTask task, Object... answers) {
        var reply = school.as("deputy").submit(task.id(), answers);
        assertThat(reply.status()).isEqualTo(400);
        return reply.message();
    }

    private void requested() {
        day("2025-08-25");
        year.requested();
    }

    private String programmeState() {
        return text("select state from programme where id = ?", year.programmeId);
    }

    private String stageState(int number) {
        return text("select state from stage where id = ?", stageId(number));
    }
}
