package ru.nastavnik;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import ru.nastavnik.requirements.Requirement;
import ru.nastavnik.support.DeviationTest;
import ru.nastavnik.support.TasklistUser;
import ru.nastavnik.support.TasklistUser.OpenTask;
import ru.nastavnik.support.TasklistUser.Reply;

/** Most of a school never logs in: two people enter what the others have signed. */
class PaperSchoolTest extends DeviationTest {

    private static final List<String> MENTEES = List.of("Новенькова", "Онуфриева");
    private static final List<String> MENTORS = List.of("Пятипалов", "Ростиславова");
    private static final List<String> MONTHS = List.of(
            "2025-10-01",
            "2025-11-01",
            "2025-12-01",
            "2026-01-01",
            "2026-02-01",
            "2026-03-01",
            "2026-04-01",
            "2026-05-01",
            "2026-06-01");
    private TasklistUser curator;
    private TasklistUser clerk;

    @Test
    @DisplayName("curator and clerk alone lead a school through the year: everybody else signs on paper")
    @Requirement({"S0-6.2", "S4-R1.6.2", "S4-R2.4b", "S4-R2.9b"})
    void curatorAndClerkAlone_leadTheSchoolThroughTheYear() {
        MENTEES.forEach(name -> school.person(name, name));
        MENTORS.forEach(name -> school.person(name, name));
        database.update(
                "delete from power where organisation_id = ? and role not in ('DIRECTOR', 'CURATOR', 'CLERK')",
                school.id);
        curator = school.curator();
        clerk = school.clerk();

        roadmapApproved();
        curator.complete(
                "UserTask_CiteActs",
                "act2State",
                "EXISTS",
                "act2Number",
                "12",
                "act2Date",
                "2025-08-29",
                "act1State",
                "EXISTS",
                "act1Number",
                "45-ОД",
                "act1Date",
                "2025-08-29");
        newsPublished("2025-09-01");
        banksFilled("CollectRequests", MENTEES);
        banksFilled("ProposeMentors", MENTORS);
        consentsGiven();
        measuresDone("2025-09-01");
        year.on("2025-09-15");
        OpenTask select = curator.task("UserTask_SelectMentors");
        curator.complete(
                select, "participantIds", curator.options(select, "candidates"), "door", "PAPER", "proof", PROOF);
        OpenTask training = curator.task("UserTask_RecordTraining");
        curator.complete(
                training,
                "heldOn",
                "2025-09-15",
                "eventKind",
                "EXCHANGE",
                "attendeeIds",
                curator.options(training, "mentors"),
                "reference",
                PROOF);
        year.on("2025-09-20");
        pairsFormed();
        programmesApproved();
        MONTHS.subList(0, MONTHS.size() - 1).forEach(this::monthPassed);
        measuresDone("2026-05-01");
        finalEventHeld("2026-05-01");
        monthPassed("2026-06-01");
        summedUpAndClosed("2026-06-01");

        assertThat(text("select state from programme where id = ?", year.programmeId))
                .isEqualTo("CLOSED");
        assertThat(texts("select distinct state from mentorship where programme_id = ?", year.programmeId))
                .containsExactly("COMPLETED");
        assertThat(texts(
                        "select ref from measure m join stage s on s.id = m.stage_id where s.programme_id = ? "
                                + "and not m.optional and (m.state <> 'DONE' "
                                + "or not exists (select 1 from evidence e where e.measure_id = m.id))",
                        year.programmeId))
                .isEmpty();
        assertThat(running()).isZero();
        onlyTheTwoHaveRecorded();
    }

    private void roadmapApproved() {
        day("2025-08-25");
        year.requested();
        curator.complete("UserTask_CompleteRoadmap", "step", "ACCEPT");
        assertThat(clerk.refused("UserTask_ApproveRoadmap", "decision", "APPROVE", "door", "SCREEN")
                        .message())
                .isEqualTo("Это решение другого человека. Укажите, как оно принято: «На бумаге» или «С его слов».");
        assertThat(clerk.refused("UserTask_ApproveRoadmap", "decision", "APPROVE", "door", "PAPER")
                        .message())
                .isEqualTo("Укажите, где лежит бумага: номер дела и лист.");
        assertThat(clerk.refused(
                                "UserTask_ApproveRoadmap",
                                "decision",
                                "APPROVE",
                                "door",
                                "PAPER",
                                "proof",
                                PROOF,
                                "happenedOn",
                                "2025-08-26")
                        .message())
                .contains("этот день ещё не наступил.");
        assertThat(text("select state from programme where id = ?", year.programmeId))
                .isEqualTo("ON_APPROVAL");
        clerk.complete(
                "UserTask_ApproveRoadmap",
                "decision",
                "APPROVE",
                "door",
                "PAPER",
                "proof",
                PROOF,
                "happenedOn",
                "2025-08-22");
        assertThat(decision(year.programmeId))
                .containsEntry("capacity", "Директор")
                .containsEntry("door", "PAPER")
                .containsEntry("decided_by", school.personOf("director"))
                .containsEntry("proof", PROOF)
                .containsEntry("happened_on", Date.valueOf("2025-08-22"))
                .containsEntry("recorded_by", school.accountOf("clerk"));
        year.on("2025-09-01");
    }

    private void banksFilled(String kind, List<String> names) {
        OpenTask task = curator.task("UserTask_" + kind);
        curator.complete(
                task,
                "personIds",
                year.people(names),
                "topics",
                curator.options(task, "topicList").subList(0, 1),
                "more",
                false,
                "door",
                "PAPER",
                "proof",
                PROOF);
    }

    private void consentsGiven() {
        assertThat(curator.tasks("UserTask_MarkConsents")).hasSize(2);
        for (OpenTask sheets : curator.tasks("UserTask_MarkConsents")) {
            curator.complete(sheets, "givenIds", curator.options(sheets, "awaited"), "door", "PAPER", "proof", PROOF);
        }
        assertThat(texts("select distinct state from participant where programme_id = ?", year.programmeId))
                .containsExactly("IN_BANK");
        assertThat(texts(
                        "select t.side || ' ' || d.door || ' ' || c.state from participant t join consent c "
                                + "on c.person_id = t.person_id and c.kind = 'PROCESSING' join decision_record d "
                                + "on d.subject_id = c.id where t.programme_id = ? order by 1",
                        year.programmeId))
                .as("consents to the processing of data")
                .containsExactly(
                        "MENTEE PAPER GIVEN", "MENTEE PAPER GIVEN", "MENTOR PAPER GIVEN", "MENTOR PAPER GIVEN");
        assertThat(count(
                        "select count(*) from act_ru_task where tenant_id_ = ? "
                                + "and task_def_key_ = 'UserTask_GiveConsents'",
                        school.id.toString()))
                .as("tasks for people who never log in")
                .isZero();
    }

    private void pairsFormed() {
        for (int i = 0; i < MENTEES.size(); i++) {
            OpenTask match = curator.task("UserTask_MatchPairs");
            curator.complete(
                    match,
                    "step",
                    "ADD",
                    "menteeId",
                    curator.option(match, "mentees", MENTEES.get(i)),
                    "mentorId",
                    curator.option(match, "mentors", MENTORS.get(i)),
                    "pairForm",
                    "TEACHER_TEACHER",
                    "periodFrom",
                    "2025-09-20",
                    "periodTo",
                    "2026-05-31");
        }
        curator.complete("UserTask_MatchPairs", "step", "FINISH");
        OpenTask approve = clerk.task("UserTask_ApprovePairList");
        List<String> pairs = clerk.options(approve, "pairOptions");
        refusedOnScreenAndWithoutProof(clerk, approve, "approvedIds", pairs);
        clerk.complete(approve, "approvedIds", pairs, "door", "PAPER", "proof", PROOF);
        clerk.complete("UserTask_RegisterPairOrder", "number", "101-ОД", "date", "2025-09-20");
        doDueJobs();
        OpenTask sheet = clerk.task("UserTask_MarkAcknowledged");
        clerk.complete(sheet, "personIds", clerk.options(sheet, "people"), "door", "PAPER", "proof", PROOF);
    }

    private void programmesApproved() {
        for (OpenTask draft : curator.tasks("UserTask_DraftPersonalProgramme")) {
            curator.complete(draft, "goal", "Освоить проектирование урока", "content", "Взаимопосещение уроков");
        }
        while (clerk.has("UserTask_ApprovePersonalProgrammes")) {
            OpenTask approve = clerk.task("UserTask_ApprovePersonalProgrammes");
            refusedOnScreenAndWithoutProof(clerk, approve, "approvedIds", clerk.options(approve, "pairs"));
            clerk.complete(approve, "approvedIds", clerk.options(approve, "pairs"), "door", "PAPER", "proof", PROOF);
        }
    }

    private void monthPassed(String month) {
        year.on(month);
        List<OpenTask> meetings = curator.tasks("UserTask_MarkMeetings");
        assertThat(meetings).as("pairs asked in %s", month).hasSize(MENTEES.size());
        for (OpenTask task : meetings) {
            List<String> days = curator.options(task, "days").subList(0, 2);
            refusedOnScreenAndWithoutProof(curator, task, "dates", days);
            curator.complete(task, "dates", days, "none", false, "door", "WORDS", "proof", "Куратору по телефону");
        }
        newsPublished(month);
    }

    private void newsPublished(String day) {
        OpenTask news = curator.task("UserTask_PublishNews");
        curator.complete(
                news,
                "link",
                "https://school.example/news/" + day,
                "publishedOn",
                day,
                "stageIds",
                curator.options(news, "stages"));
    }

    private void measuresDone(String day) {
        for (OpenTask task : curator.tasks("UserTask_CarryOutMeasure")) {
            curator.complete(task, "outcome", "EXISTS", "doneOn", day, "evidenceKind", "REFERENCE", "reference", PROOF);
        }
    }

    private void finalEventHeld(String day) {
        curator.complete(
                "UserTask_DraftAct",
                "outcome",
                "DONE",
                "title",
                "Об итоговом мероприятии",
                "text",
                "Провести семинар.",
                "councilDemanded",
                false);
        refusedOnScreenAndWithoutProof(clerk, clerk.task("UserTask_DecideOnAct"), "decision", "APPROVE");
        clerk.complete("UserTask_DecideOnAct", "decision", "APPROVE", "door", "PAPER", "proof", PROOF);
        clerk.complete("UserTask_RegisterAct", "number", "177-ОД", "date", day, "acquaintIds", List.of());
        OpenTask event = curator.task("UserTask_RecordFinalEvent");
        curator.complete(
                event,
                "heldOn",
                day,
                "eventKind",
                "SEMINAR",
                "attendeeIds",
                curator.options(event, "participants"),
                "reference",
                PROOF);
        assertThat(text(
                        "select kind || ', ' || (select count(*) from occasion_attendee where occasion_id = id) "
                                + "from occasion where programme_id = ? and held_on = ?::date",
                        year.programmeId,
                        day))
                .isEqualTo("SEMINAR, 4");
    }

    private void summedUpAndClosed(String day) {
        List<OpenTask> meetings = curator.tasks("UserTask_HoldFinalMeeting");
        assertThat(meetings).hasSize(MENTEES.size());
        for (OpenTask task : meetings) {
            refusedOnScreenAndWithoutProof(curator, task, "heldOn", day, "result", "Ведёт уроки уверенно");
            curator.complete(task, "heldOn", day, "result", "Ведёт уроки уверенно", "door", "PAPER", "proof", PROOF);
        }
        for (OpenTask task : curator.tasks("UserTask_SumUpPair")) {
            curator.complete(
                    task, "resultKind", "PARTLY", "conclusion", "Продолжить самообразование", "questionnaires", true);
        }
        curator.complete("UserTask_PublishResults", "link", "https://school.example/results", "publishedOn", day);
        curator.complete("UserTask_CloseProgramme", "openPairs", "END");
    }

    private static void refusedOnScreenAndWithoutProof(TasklistUser user, OpenTask task, Object... answers) {
        Reply onScreen = user.submit(task.id(), with(answers, "door", "SCREEN"));
        assertThat(onScreen.status()).isEqualTo(400);
        assertThat(onScreen.message()).startsWith("Это решение другого человека.");
        Reply withoutProof = user.submit(task.id(), with(answers, "door", "PAPER"));
        assertThat(withoutProof.status()).isEqualTo(400);
        assertThat(withoutProof.message()).isEqualTo("Укажите, где лежит бумага: номер дела и лист.");
    }

    private static Object[] with(Object[] answers, Object... more) {
        List<Object> all = new ArrayList<>(List.of(answers));
        all.addAll(List.of(more));
        return all.toArray();
    }

    /** Every decision of anybody else is from paper with its place, or from their words; the two entered them all. */
    private void onlyTheTwoHaveRecorded() {
        List<UUID> theTwo = List.of(school.accountOf("curator"), school.accountOf("clerk"));
        assertThat(database.queryForList(
                        "select distinct recorded_by from decision_record where organisation_id = ?",
                        UUID.class,
                        school.id))
                .containsExactlyInAnyOrderElementsOf(theTwo);
        assertThat(texts(
                        "select subject_kind || ' ' || verdict from decision_record where organisation_id = ? "
                                + "and decided_by is not null and decided_by <> ? and decided_by <> ? "
                                + "and (door = 'SCREEN' or door = 'PAPER' and proof is null)",
                        school.id,
                        school.personOf("curator"),
                        school.personOf("clerk")))
                .isEmpty();
        assertThat(texts(
                        "select distinct subject_kind from decision_record where organisation_id = ? and decided_by = ? "
                                + "and door = 'PAPER'",
                        school.id,
                        school.personOf("director")))
                .containsExactlyInAnyOrder("programme", "pair", "personalProgramme", "localAct");
        for (String name : MENTEES) {
            assertThat(texts("select distinct door from decision_record where decided_by = ?", school.personOf(name)))
                    .containsExactly("PAPER");
        }
        for (String name : MENTORS) {
            assertThat(texts(
                            "select distinct door from decision_record where decided_by = ? order by 1",
                            school.personOf(name)))
                    .containsExactly("PAPER", "WORDS");
        }
    }
}
