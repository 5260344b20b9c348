package ru.nastavnik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.nastavnik.support.SchoolYear.MENTEES;
import static ru.nastavnik.support.SchoolYear.MENTORS;
import static ru.nastavnik.support.SchoolYear.MONTHS;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.nastavnik.support.EngineTables;
import ru.nastavnik.support.EngineTables.Hit;
import ru.nastavnik.support.SchoolTest;
import ru.nastavnik.support.SchoolYear;
import ru.nastavnik.support.TasklistUser.OpenTask;
import ru.nastavnik.support.TasklistUser.Reply;

/**
 * Every name, address and typed text of the school carries a mark, and every table of the engine is searched for it: it
 * may stand there only as long as a task is open that shows whom it is about.
 */
class NoPersonalDataInEngineTest extends SchoolTest {

    private EngineTables tables;
    private String mark;
    private SchoolYear year;

    @BeforeEach
    void markSchool() {
        tables = new EngineTables(database);
        mark = school.markEverything();
        year = new SchoolYear(school, this::day);
    }

    @Test
    void remarksFilesAndFailedJobs_leaveNothingBehind_whenTheProgrammeIsCancelled() {
        roadmapReturnedThenApproved();
        actReturnedThenInForce();
        year.banksFilled();
        evidenceAttached();
        assertOnlyOpenTasksSayWhomTheyAreAbout();

        String failed = reminderFails();
        assertThat(tables.search(List.of(failed)))
                .as("what the failed job says")
                .isEmpty();
        assertOnlyOpenTasksSayWhomTheyAreAbout();

        school.director()
                .post(
                        "/roadmap",
                        "/roadmap/cancel",
                        Map.of("programmeId", year.programmeId.toString(), "reason", "Нет наставников " + mark));
        assertThat(running()).isZero();
        assertThat(traces()).isEmpty();
    }

    @Test
    void wholeYearWithReturnedPairsAndANewMentor_leavesNothingBehind_whenTheProgrammeIsClosed() {
        year.programmeApproved().newsPublished().actsInForce().banksFilled().measuresDone();
        year.on("2025-09-15").mentorsSelected();
        year.on("2025-09-20")
                .pairsProposed(MENTEES.get(0), MENTORS.get(0), MENTEES.get(1), MENTORS.get(1))
                .pairsApproved(MENTEES.get(0))
                .pairOrderRegistered("101-ОД");
        school.curator().complete("UserTask_MatchPairs", "step", "FINISH");
        year.pairsApproved(MENTEES.get(1)).pairOrderRegistered("102-ОД").personalProgrammesApproved();
        school.as("psychologist")
                .complete(
                        "UserTask_SupportMentee",
                        "metOn",
                        "2025-09-20",
                        "outcome",
                        "DECLINED",
                        "reference",
                        "журнал консультаций",
                        "door",
                        "WORDS",
                        "proof",
                        "Психологу на встрече");
        year.on("2025-10-01").newsPublished().meetingsMarked(2);
        mentorReplaced();
        for (String month : MONTHS) {
            year.on(month).newsPublished().meetingsMarked(2);
        }
        assertOnlyOpenTasksSayWhomTheyAreAbout();

        year.measuresDone().finalEventHeld();
        year.on("2026-06-01").newsPublished().meetingsMarked(1).pairsSummedUp();
        school.as("editor")
                .complete(
                        "UserTask_PublishResults",
                        "link",
                        "https://school.example/results",
                        "publishedOn",
                        "2026-06-01");
        school.curator().complete("UserTask_CloseProgramme", "openPairs", "END", "conclusion", "Год завершён");
        assertThat(running()).isZero();
        assertThat(traces()).isEmpty();
    }

    @Test
    void nameInAnyKindOfColumn_isFound() {
        byte[] twoBytesForALetter = ("Ответ " + mark).getBytes(StandardCharsets.UTF_16LE);
        database.update(
                "insert into act_ge_bytearray (id_, rev_, name_, bytes_) values ('planted', 1, 'x', ?)",
                twoBytesForALetter);
        database.update("insert into act_hi_comment (id_, time_, message_) values ('planted', now(), ?)", "О " + mark);
        try {
            assertThat(traces()).extracting(Hit::column).containsExactly("bytes_", "message_");
        } finally {
            database.update("delete from act_ge_bytearray where id_ = 'planted'");
            database.update("delete from act_hi_comment where id_ = 'planted'");
        }
        assertThat(tables.names()).hasSizeGreaterThan(40);
    }

    private void roadmapReturnedThenApproved() {
        day("2025-08-25");
        year.requested();
        school.curator().complete("UserTask_CompleteRoadmap", "step", "ACCEPT");
        school.director()
                .complete(
                        "UserTask_ApproveRoadmap", "decision", "RETURN", "remark", "Сдвиньте сроки", "door", "SCREEN");
        school.curator().complete("UserTask_CompleteRoadmap", "step", "ACCEPT");
        school.clerk()
                .complete(
                        "UserTask_ApproveRoadmap", "decision", "APPROVE", "door", "PAPER", "proof", "дело 05-12, л. 1");
        year.on("2025-09-01");
    }

    private void actReturnedThenInForce() {
        school.curator()
                .complete(
                        "UserTask_CiteActs",
                        "act2State",
                        "MAKE",
                        "act1State",
                        "NOT_REQUIRED",
                        "act1Reason",
                        "Приказ не нужен");
        school.curator()
                .complete(
                        "UserTask_DraftAct",
                        "outcome",
                        "DONE",
                        "title",
                        "Положение о наставничестве",
                        "text",
                        "1. Общие положения.",
                        "councilDemanded",
                        true);
        school.clerk()
                .complete(
                        "UserTask_RecordAgreement",
                        "minutesNumber",
                        "1",
                        "minutesDate",
                        "2025-08-29",
                        "agreement",
                        "REMARKS",
                        "remark",
                        "Добавьте права наставника");
        school.curator()
                .complete("UserTask_ReviseAct", "title", "Положение о системе наставничества", "text", "1. Права.");
        school.clerk()
                .complete(
                        "UserTask_RecordAgreement",
                        "minutesNumber",
                        "2",
                        "minutesDate",
                        "2025-08-30",
                        "agreement",
                        "AGREED");
        school.director()
                .complete("UserTask_DecideOnAct", "decision", "RETURN", "remark", "Уточните сроки", "door", "SCREEN");
        school.curator()
                .complete("UserTask_ReviseAct", "title", "Положение о системе наставничества", "text", "1. Сроки.");
        school.director().complete("UserTask_DecideOnAct", "decision", "APPROVE", "door", "SCREEN");
        school.clerk()
                .complete(
                        "UserTask_RegisterAct",
                        "number",
                        "12-П",
                        "date",
                        "2025-09-01",
                        "acquaintIds",
                        List.of(school.personOf("deputy").toString()));
        assertThat(school.clerk().task("UserTask_MarkAcknowledged").about()).contains(mark);
    }

    private void evidenceAttached() {
        OpenTask measure = school.as("deputy").task("UserTask_CarryOutMeasure");
        Reply attached = school.as("deputy")
                .attach(
                        measure,
                        "Протокол " + mark + ".pdf",
                        ("%PDF-1.4\n% " + mark + "\n%%EOF").getBytes(StandardCharsets.UTF_8));
        assertThat(attached.status()).as(attached.body()).isEqualTo(200);
        school.as("deputy").complete(measure, "outcome", "DONE", "doneOn", "2025-09-01", "evidenceKind", "FILE");
    }

    /**
     * A row of the roadmap cannot be read any more, so the reminder about it fails until it is given up.
     *
     * @return what the error says
     */
    private String reminderFails() {
        String broken = "беда" + mark;
        UUID row = database.queryForObject(
                "select m.id from measure m join stage s on s.id = m.stage_id where "
                        + "s.programme_id = ? and cardinality(m.outcomes) = 0 and m.state = 'IN_PROGRESS' order by m.due_to limit 1",
                UUID.class,
                year.programmeId);
        String role = database.queryForObject("select responsible_role from measure where id = ?", String.class, row);
        database.update("update measure set responsible_role = ? where id = ?", broken, row);
        assertThatThrownBy(() -> day("2025-12-01"))
                .as("what the engine could have kept")
                .rootCause()
                .hasMessageContaining(broken);
        Job job = management
                .createJobQuery()
                .tenantIdIn(school.id.toString())
                .withException()
                .singleResult();
        for (int left = job.getRetries(); left > 0; left--) {
            assertThatThrownBy(() -> management.executeJob(job.getId())).isNotNull();
        }
        assertThat(database.queryForList(
                        "select incident_msg_ from act_ru_incident where configuration_ = ?",
                        String.class,
                        job.getId()))
                .singleElement()
                .asString()
                .contains("IllegalArgumentException");
        assertThat(management.getJobExceptionStacktrace(job.getId())).contains("at ru.nastavnik.process.");
        assertThat(database.queryForList(
                        "select job_exception_msg_ from act_hi_job_log where job_id_ = ? and job_state_ = 1",
                        String.class,
                        job.getId()))
                .hasSizeGreaterThan(2)
                .doesNotContainNull();
        database.update("update measure set responsible_role = ? where id = ?", role, row);
        return broken;
    }

    private void mentorReplaced() {
        UUID pair = database.queryForObject(
                "select mentorship_id from mentorship_member where side = 'MENTEE' and person_id = ?",
                UUID.class,
                school.personOf(MENTEES.get(0)));
        school.as(MENTORS.get(0))
                .post("/pairs", "/pairs/" + pair + "/replacement", Map.of("request", "Прошу заменить " + mark));
        school.curator()
                .complete(
                        "UserTask_ReviewReplacement",
                        "review",
                        "ACCEPT",
                        "ground",
                        "REASONED_REQUEST",
                        "initiative",
                        "OTHER",
                        "noticeOn",
                        "2025-10-01",
                        "basis",
                        "Заявление от 01.10",
                        "remark",
                        "Согласен");
        OpenTask choice = school.curator().task("UserTask_ChooseNewMentor");
        school.curator()
                .complete(
                        choice,
                        "search",
                        "FOUND",
                        "mentorId",
                        school.curator().option(choice, "mentors", MENTORS.get(2)));
        school.as(MENTORS.get(2)).complete("UserTask_AnswerNewMentor", "answer", "GIVEN", "door", "SCREEN");
        assertOnlyOpenTasksSayWhomTheyAreAbout();
        school.director()
                .complete(
                        "UserTask_DecideReplacement", "decision", "APPROVE", "remark", "Не возражаю", "door", "SCREEN");
        school.clerk().complete("UserTask_RegisterReplacementOrder", "number", "120-ОД", "date", "2025-10-01");
        school.as(MENTORS.get(0))
                .complete("UserTask_HandOver", "handover", "Наставляемый ведёт два класса", "door", "SCREEN");
        assertThat(school.as(MENTORS.get(2)).has("UserTask_MarkMeetings")).isTrue();
    }

    private void assertOnlyOpenTasksSayWhomTheyAreAbout() {
        assertThat(database.queryForList(
                        "select distinct t.task_def_key_ from act_ru_task t where t.tenant_id_ = ? and not exists "
                                + "(select 1 from act_ru_variable v where v.task_id_ = t.id_ and v.name_ = 'about')",
                        String.class,
                        school.id.toString()))
                .as("tasks that do not say of whom or of what they are")
                .isEmpty();
        List<Hit> traces = traces();
        assertThat(traces)
                .as("open tasks show whom they are about")
                .isNotEmpty()
                .allSatisfy(hit -> {
                    assertThat(hit.table()).isEqualTo("act_ru_variable");
                    assertThat(hit.row()).containsEntry("name_", "about");
                    assertThat(database.queryForObject(
                                    "select count(*) from act_ru_task where id_ = ?",
                                    Long.class,
                                    hit.row().get("task_id_")))
                            .as(hit.toString())
                            .isEqualTo(1);
                });
    }

    private List<Hit> traces() {
        List<String> wanted = new ArrayList<>(school.logins());
        wanted.add(mark);
        return tables.search(wanted);
    }
}
