package ru.nastavnik;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nastavnik.support.SchoolYear.MENTEES;
import static ru.nastavnik.support.SchoolYear.MENTORS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import ru.nastavnik.documents.Acknowledgements;
import ru.nastavnik.documents.ActKind;
import ru.nastavnik.documents.LocalActs;
import ru.nastavnik.process.OrganisationTenants;
import ru.nastavnik.process.documents.AcknowledgementSheets;
import ru.nastavnik.roadmap.Proof;
import ru.nastavnik.roadmap.Roadmap;
import ru.nastavnik.support.Patience;
import ru.nastavnik.support.SchoolTest;
import ru.nastavnik.support.SchoolYear;
import ru.nastavnik.support.TasklistUser;
import ru.nastavnik.support.TasklistUser.OpenTask;
import ru.nastavnik.support.TasklistUser.Reply;
import ru.nastavnik.support.TestSchool;
import ru.nastavnik.support.Together;

/** People act at the same moment: nothing is lost, nothing is done twice, no limit is passed. */
class ConcurrencyTest extends SchoolTest {

    private static final String STAGE = "CompletionStageProcess";
    private static final LocalDate DAY = LocalDate.of(2025, 9, 1);

    @Autowired
    private Roadmap roadmap;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private LocalActs acts;

    @Autowired
    private Acknowledgements acknowledgements;

    @Autowired
    private AcknowledgementSheets sheets;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void twoListsApprovedTogether_giveTheMentorsLastPlaceOnce_andTheOtherIsToldWhy() {
        SchoolYear year = new SchoolYear(school, this::day).programmeApproved();
        String mentor = MENTORS.get(0);
        List<String> mentees = TestSchool.teachers().stream()
                .filter(name -> !name.equals(mentor))
                .toList();
        fillBanksOnPaper(mentees, mentor);
        openList(year);
        for (int load = 0; load < 10; load++) {
            limitMentees(load + 1);
            openList(year);
            proposeInEmptyLists(mentor);
            school.curator()
                    .tasks("UserTask_MatchPairs")
                    .forEach(task -> school.curator().complete(task, "step", "FINISH"));
            List<OpenTask> lists = school.director().tasks("UserTask_ApprovePairList");
            assertThat(lists).hasSize(2);

            List<Reply> replies = Together.run(
                    () -> approveAll(school.director(), lists.get(0), "door", "SCREEN"),
                    () -> approveAll(school.clerk(), lists.get(1), "door", "PAPER", "proof", "дело 05-12, л. 8"));

            assertThat(replies).as("round %s", load).extracting(Reply::status).containsExactlyInAnyOrder(204, 409);
            assertThat(replies)
                    .filteredOn(reply -> reply.status() == 409)
                    .singleElement()
                    .extracting(Reply::message)
                    .asString()
                    .contains("Наставник " + mentor)
                    .contains("сейчас " + (load + 1) + " из " + (load + 1));
            assertThat(approvedPairs(mentor)).isEqualTo(load + 1);
            school.director()
                    .complete(
                            "UserTask_ApprovePairList",
                            "approvedIds",
                            List.of(),
                            "remark",
                            "Ждите места",
                            "door",
                            "SCREEN");
        }
    }

    @Test
    void lastTwoRowsOfAStageClosedTogether_endTheStage_everyTime() {
        UUID stage = waitingStage();
        List<UUID> rows = rows(stage);
        for (int round = 0; round < 20; round++) {
            reset(stage);
            startAtGate(stage);
            assertThat(runningStages(stage)).as("waits at the gate").isEqualTo(1);
            List<Callable<Void>> closings = new ArrayList<>();
            rows.forEach(row -> closings.add(() -> fulfil(row)));
            Together.run(closings);
            assertClosed(stage, round);
        }
    }

    @Test
    void lastRowClosedWhileTheStageComesToItsGate_endsTheStage_everyTime() {
        UUID stage = waitingStage();
        List<UUID> rows = rows(stage);
        for (int round = 0; round < 20; round++) {
            reset(stage);
            rows.subList(1, rows.size()).forEach(this::fulfil);
            Together.run(() -> startAtGate(stage), () -> fulfil(rows.get(0)));
            assertClosed(stage, round);
        }
    }

    @Test
    void gateWhoseMessageWasLost_isFoundByTheNightlySweep() {
        UUID stage = waitingStage();
        reset(stage);
        startAtGate(stage);
        // The rows are done, but nobody has been told.
        database.update("update measure set state = 'DONE', done_on = ? where stage_id = ?", DAY, stage);
        assertThat(runningStages(stage)).isEqualTo(1);

        roadmap.sweepGates();
        assertClosed(stage, 0);
        roadmap.sweepGates();
        assertClosed(stage, 1);
    }

    @Test
    void sweep_leavesAlone_whatIsNotDone() {
        UUID stage = waitingStage();
        reset(stage);
        startAtGate(stage);
        fulfil(rows(stage).get(0));
        roadmap.sweepGates();
        assertThat(runningStages(stage)).isEqualTo(1);
        assertThat(state(stage)).isEqualTo("OPEN");
    }

    @Test
    void everybodyAnswersAtTheSameMoment_theCollectionEnds_andTheBanksAreFormed() {
        SchoolYear year = new SchoolYear(school, this::day).programmeApproved().gathered();
        for (List<String> side : List.of(MENTEES, MENTORS)) {
            side.forEach(name -> school.as(name).task("UserTask_GiveConsents"));
            assertThat(school.curator().tasks("UserTask_MarkConsents")).isNotEmpty();
            List<Callable<SchoolYear>> answers = new ArrayList<>();
            side.forEach(name -> answers.add(() -> year.consented(name)));
            Together.run(answers);
        }
        assertThat(school.curator().tasks("UserTask_MarkConsents")).isEmpty();
        assertThat(database.queryForList(
                        "select m.state from measure m join stage s on s.id = m.stage_id where "
                                + "s.programme_id = ? and m.ref in ('S2-2.2', 'S2-3.2')",
                        String.class,
                        year.programmeId))
                .containsExactly("DONE", "DONE");
    }

    @Test
    void theSameTaskSubmittedTwiceAtOnce_isDoneOnce() {
        SchoolYear year = new SchoolYear(school, this::day).programmeApproved();
        OpenTask task = school.as("deputy").task("UserTask_CarryOutMeasure");
        school.as("deputy").claim(task);
        Callable<Reply> click = () -> school.as("deputy")
                .submit(
                        task.id(),
                        "outcome",
                        "EXISTS",
                        "doneOn",
                        "2025-09-01",
                        "evidenceKind",
                        "REFERENCE",
                        "reference",
                        "дело 05-12, л. 7");
        List<Reply> replies = Together.run(click, click);
        assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(204, 409);
        assertThat(replies)
                .filteredOn(reply -> reply.status() == 409)
                .singleElement()
                .extracting(Reply::message)
                .asString()
                .startsWith("Уже отмечено 01.09.2025")
                .endsWith("Повторно ничего не записано.");
        assertThat(database.queryForObject(
                        "select count(*) from evidence e join measure m on m.id = e.measure_id "
                                + "join stage s on s.id = m.stage_id where s.programme_id = ? and e.reference = 'дело 05-12, л. 7'",
                        Long.class,
                        year.programmeId))
                .isEqualTo(1);
    }

    @Test
    void sheetMarkedByTheClerk_whileTheLastPersonMarksOnTheScreen_isCompletedOnce() {
        day("2025-09-01");
        for (int round = 0; round < 10; round++) {
            UUID act = acts.issue(school.id, null, ActKind.OTHER, "Правила", "Текст", "П-" + round, DAY);
            acknowledgements.name(act, List.of(school.personOf("deputy")));
            sheets.open(acts.get(act));
            OpenTask sheet = school.clerk().task("UserTask_MarkAcknowledged");
            school.clerk().claim(sheet);
            List<Reply> replies = Together.run(
                    () -> school.clerk()
                            .submit(
                                    sheet.id(),
                                    "personIds",
                                    List.of(school.personOf("deputy").toString()),
                                    "door",
                                    "PAPER",
                                    "proof",
                                    "дело 05-12, л. 3"),
                    () -> school.as("deputy").post("/acknowledgements", "/acknowledgements/" + act, Map.of()));
            assertThat(replies.get(0).status())
                    .as("round %s: %s", round, replies.get(0).body())
                    .isIn(204, 409);
            assertThat(replies.get(1).status())
                    .as("round %s: %s", round, replies.get(1).body())
                    .isEqualTo(200);
            assertThat(acknowledgements.awaited(act)).isEmpty();
            assertThat(running(act)).isZero();
            assertThat(database.queryForObject(
                            "select count(*) from decision_record where subject_id = ?", Long.class, act))
                    .isEqualTo(1);
        }
    }

    @Test
    @DisplayName("whoever waits for the one who ends the task meanwhile is told that it is done, and records nothing")
    void taskThatEndsWhileItsFormWaits_isRefusedAsDone() throws Exception {
        day("2025-09-01");
        UUID act = acts.issue(school.id, null, ActKind.OTHER, "Правила", "Текст", "П-1", DAY);
        acknowledgements.name(act, List.of(school.personOf("deputy")));
        sheets.open(acts.get(act));
        OpenTask sheet = school.clerk().task("UserTask_MarkAcknowledged");
        school.clerk().claim(sheet);

        Reply reply = whileAnother(
                () -> acknowledgements.acknowledge(act, school.accountOf("deputy")),
                () -> school.clerk()
                        .submit(
                                sheet.id(),
                                "personIds",
                                List.of(school.personOf("deputy").toString()),
                                "door",
                                "PAPER",
                                "proof",
                                "дело 05-12, л. 3"));

        assertThat(reply.status()).as(reply.body()).isEqualTo(409);
        assertThat(reply.message()).isEqualTo("Эту задачу уже выполнил другой сотрудник.");
        assertThat(running(act)).isZero();
        assertThat(database.queryForObject(
                        "select count(*) from decision_record where subject_id = ?", Long.class, act))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("a page whose instance somebody else is just changing asks to look again, and has changed nothing")
    void pageOvertakenInTheEngine_asksToLookAgain() throws Exception {
        SchoolYear year = new SchoolYear(school, this::day)
                .programmeApproved()
                .banksFilled()
                .on("2025-09-20");
        year.pairsProposed(MENTEES.get(0), MENTORS.get(0))
                .pairsApproved(MENTEES.get(0))
                .pairOrderRegistered("101-ОД");
        UUID pair = database.queryForObject(
                "select id from mentorship where programme_id = ?", UUID.class, year.programmeId);
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(pair.toString())
                .singleResult()
                .getId();
        Map<String, String> finish =
                Map.of("reason", "Освоился", "mentorDoor", "WORDS", "mentorProof", "Куратору лично");

        Reply reply = whileAnother(
                () -> runtime.deleteProcessInstance(instance, "overtaken"),
                () -> school.curator().post("/pairs", "/pairs/" + pair + "/finish", finish));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).contains("Кто-то изменил это одновременно с вами.", "повторите");
        assertThat(database.queryForObject("select finishing from mentorship where id = ?", Boolean.class, pair))
                .isFalse();
    }

    /** Does one thing, and before it is written for good lets somebody else run into it. */
    private <T> T whileAnother(Runnable first, Callable<T> second) throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            return transaction
                    .execute(status -> {
                        first.run();
                        Future<T> waiting = thread.submit(second);
                        await(waiting);
                        return waiting;
                    })
                    .get(Patience.MILLIS, TimeUnit.MILLISECONDS);
        } finally {
            thread.shutdownNow();
        }
    }

    private void await(Future<?> waiting) {
        for (int round = 0; round < 200; round++) {
            assertThat(waiting).as("must wait for a lock").isNotDone();
            if (database.queryForObject(
                            "select count(*) from pg_stat_activity where wait_event_type = 'Lock'", Long.class)
                    > 0) {
                return;
            }
            LockSupport.parkNanos(50_000_000);
        }
        throw new AssertionError("Nobody waits");
    }

    @Test
    void twoBranchesOfOneInstanceFinishedTogether_areRepeatedInsteadOfFailing() {
        String deployment = repository
                .createDeployment()
                .addModelInstance(
                        "twoBranches.bpmn",
                        Bpmn.createExecutableProcess("twoBranches")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .parallelGateway("fork")
                                .receiveTask("one")
                                .parallelGateway("join")
                                .endEvent()
                                .moveToNode("fork")
                                .receiveTask("two")
                                .connectTo("join")
                                .done())
                .deploy()
                .getId();
        try {
            for (int round = 0; round < 20; round++) {
                ProcessInstance instance = OrganisationTenants.onBehalfOf(
                        school.id,
                        () -> runtime.createProcessInstanceByKey("twoBranches")
                                .processDefinitionWithoutTenantId()
                                .execute());
                Together.run(finish(instance, "one"), finish(instance, "two"));
                assertThat(runtime.createProcessInstanceQuery()
                                .processInstanceId(instance.getId())
                                .count())
                        .as("round %s", round)
                        .isZero();
            }
        } finally {
            repository.deleteDeployment(deployment, true);
        }
    }

    private Callable<Void> finish(ProcessInstance instance, String branch) {
        Execution waiting = runtime.createExecutionQuery()
                .processInstanceId(instance.getId())
                .activityId(branch)
                .singleResult();
        return () -> {
            runtime.signal(waiting.getId());
            return null;
        };
    }

    // --- two lists ----------------------------------------------------------------------------------

    private void fillBanksOnPaper(List<String> mentees, String mentor) {
        OpenTask requests = school.curator().task("UserTask_CollectRequests");
        school.curator()
                .complete(
                        requests,
                        "personIds",
                        ids(mentees),
                        "topics",
                        school.curator().options(requests, "topicList").subList(0, 1),
                        "more",
                        false,
                        "door",
                        "SCREEN");
        OpenTask mentors = school.as("lead").task("UserTask_ProposeMentors");
        school.as("lead")
                .complete(
                        mentors,
                        "personIds",
                        ids(List.of(mentor)),
                        "topics",
                        school.as("lead").options(mentors, "topicList").subList(0, 1),
                        "more",
                        false,
                        "door",
                        "SCREEN");
        for (OpenTask consents : school.curator().tasks("UserTask_MarkConsents")) {
            school.curator()
                    .complete(
                            consents,
                            "givenIds",
                            school.curator().options(consents, "awaited"),
                            "door",
                            "PAPER",
                            "proof",
                            "дело 05-12, л. 2");
        }
    }

    private List<String> ids(List<String> names) {
        return names.stream().map(name -> school.personOf(name).toString()).toList();
    }

    private void openList(SchoolYear year) {
        school.curator().post("/pairs", "/pairs/lists", Map.of("programmeId", year.programmeId.toString()));
        proposeInEmptyLists(MENTORS.get(0));
    }

    private void proposeInEmptyLists(String mentor) {
        for (OpenTask task : school.curator().tasks("UserTask_MatchPairs")) {
            if (school.curator().options(task, "proposedPairs").isEmpty()) {
                school.curator()
                        .complete(
                                task,
                                "step",
                                "ADD",
                                "menteeId",
                                school.curator().options(task, "mentees").get(0),
                                "mentorId",
                                school.curator().option(task, "mentors", mentor),
                                "pairForm",
                                "TEACHER_TEACHER",
                                "periodFrom",
                                "2025-09-01",
                                "periodTo",
                                "2026-05-31");
            }
        }
    }

    private Reply approveAll(TasklistUser user, OpenTask list, Object... door) {
        List<Object> answers = new ArrayList<>(List.of("approvedIds", user.options(list, "pairOptions")));
        answers.addAll(List.of(door));
        return user.submit(list.id(), answers.toArray());
    }

    private void limitMentees(int limit) {
        if (database.update(
                        "update organisation_policy set max_mentees = ? where organisation_id = ?", limit, school.id)
                == 0) {
            database.update(
                    "insert into organisation_policy (organisation_id, max_mentees) values (?, ?)", school.id, limit);
        }
    }

    private long approvedPairs(String mentor) {
        return database.queryForObject(
                "select count(*) from mentorship m join mentorship_member x on x.mentorship_id = m.id "
                        + "where x.side = 'MENTOR' and x.person_id = ? and m.state = 'APPROVED'",
                Long.class,
                school.personOf(mentor));
    }

    // --- a stage at its gate ------------------------------------------------------------------------

    /** @return a stage of a running programme, whose own instance still waits for its first day */
    private UUID waitingStage() {
        SchoolYear year = new SchoolYear(school, this::day).programmeApproved();
        UUID stage = database.queryForObject(
                "select id from stage where programme_id = ? and number = 6", UUID.class, year.programmeId);
        assertThat(runningStages(stage)).isZero();
        return stage;
    }

    private List<UUID> rows(UUID stage) {
        List<UUID> rows = database.queryForList(
                "select id from measure where stage_id = ? and not optional order by position", UUID.class, stage);
        assertThat(rows).hasSizeGreaterThanOrEqualTo(2);
        return rows;
    }

    private void reset(UUID stage) {
        database.update("update stage set state = 'OPEN', awaited = false, closed_on = null where id = ?", stage);
        database.update("update measure set state = 'IN_PROGRESS', done_on = null where stage_id = ?", stage);
    }

    private Void startAtGate(UUID stage) {
        OrganisationTenants.onBehalfOf(
                school.id,
                () -> runtime.createProcessInstanceByKey(STAGE)
                        .processDefinitionWithoutTenantId()
                        .businessKey(stage.toString())
                        .startBeforeActivity("ServiceTask_CheckStage")
                        .execute());
        return null;
    }

    private Void fulfil(UUID row) {
        roadmap.fulfil(row, Proof.bySystem("сделано", DAY));
        return null;
    }

    /** Instances that have come to the gate. */
    private long runningStages(UUID stage) {
        return runtime.createExecutionQuery()
                .processDefinitionKey(STAGE)
                .processInstanceBusinessKey(stage.toString())
                .activityId("Event_StageGateMet")
                .count();
    }

    private String state(UUID stage) {
        return database.queryForObject("select state from stage where id = ?", String.class, stage);
    }

    private void assertClosed(UUID stage, int round) {
        assertThat(runningStages(stage))
                .as("round %s: still waits at the gate", round)
                .isZero();
        assertThat(state(stage)).as("round %s", round).isEqualTo("CLOSED");
    }
}
