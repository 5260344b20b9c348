package ru.nastavnik;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nastavnik.support.SchoolYear.MENTEES;
import static ru.nastavnik.support.SchoolYear.MENTORS;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import ru.nastavnik.requirements.Partly;
import ru.nastavnik.requirements.Requirement;
import ru.nastavnik.support.DeviationTest;
import ru.nastavnik.support.SchoolYear;
import ru.nastavnik.support.TasklistUser;
import ru.nastavnik.support.TasklistUser.OpenTask;

/** Roadmaps with other rows and other stages than that of 2025–2026, each led to its end. */
class OtherRoadmapsTest extends DeviationTest {

    @Test
    @DisplayName("the seven stages of the Regulation: two stages of pair work, no information support, nothing is done "
            + "that no row asks for")
    @Requirement({"S4-2.9", "S4-2.13.7", "S4-2.14"})
    @Partly(
            value = {"S0-3.2", "S1-3.1", "S2-3.2", "S3-2.1", "S4-R1.3.2", "S4-R2.10b"},
            missing = "the bank is listed with what each can help in where mentors are selected, on no page")
    @Partly(value = "S4-2.11.a", missing = "a talk about the needs is not recorded")
    @Partly(value = "S4-2.15", missing = "nobody is rewarded")
    void stagesOfTheRegulation_areLedToTheirEnd() {
        year.by("TARGET-MODEL-2023").programmeApproved();
        assertThat(school.curator().has("UserTask_CiteActs"))
                .as("no row asks for acts")
                .isFalse();
        year.banksFilled();
        carriedOut("2025-09-01", "deputy", "curator");
        assertThat(texts(
                        "select number || ' ' || state from stage where programme_id = ? order by number",
                        year.programmeId))
                .containsExactly(
                        "1 CLOSED", "2 CLOSED", "3 CLOSED", "4 PLANNED", "5 PLANNED", "6 PLANNED", "7 PLANNED");
        assertThat(evidence("S4-2.11.b"))
                .as("one outcome fulfils two rows")
                .isEqualTo(evidence("S4-2.11.c"))
                .containsExactly("SYSTEM Наставляемые в банке, с согласиями: 3");

        year.on("2025-09-15");
        assertThat(evidence("S4-2.11.a")).containsExactly("SYSTEM Запросы внесены, наставляемых: 3");
        OpenTask select = school.curator().task("UserTask_SelectMentors");
        assertThat(column(school.curator(), select, "bank", "topics"))
                .hasSize(3)
                .containsOnly(String.join(", ", texts("select title from topic order by position limit 3")));
        school.curator()
                .complete(select, "participantIds", school.curator().options(select, "candidates"), "door", "SCREEN");
        assertThat(school.curator().has("UserTask_RecordTraining"))
                .as("no row asks for a training")
                .isFalse();
        carriedOut("2025-09-15", "curator");
        assertThat(stageState(4)).isEqualTo("CLOSED");

        pairsFormed();
        year.on("2025-10-01");
        assertThat(stageState(6)).isEqualTo("OPEN");
        assertThat(count("select count(*) from pair_list where programme_id = ?", year.programmeId))
                .as("the second stage of pair work does not form the pairs anew")
                .isEqualTo(1);
        assertThat(school.as(MENTORS.get(0)).get("/").body())
                .as("the curator's row of the stage of pair work")
                .contains("6.1. Текущая работа куратора, наставников", "Куратор; также: наставник, наставляемый");
        year.meetingsMarked(2);
        for (String month : SchoolYear.MONTHS) {
            year.on(month).meetingsMarked(2);
        }
        assertThat(school.curator().has("UserTask_DraftAct"))
                .as("no row asks for an order on the final event")
                .isFalse();
        year.finalEventRecorded();
        assertThat(stageState(7)).isEqualTo("CLOSED");
        assertThat(school.curator().has("UserTask_CloseProgramme")).isFalse();
        year.on("2026-06-01").meetingsMarked(1).pairsSummedUp();
        assertThat(evidence("S4-2.14")).containsExactly("SYSTEM Работа всех пар завершена");
        school.curator().complete("UserTask_CloseProgramme", "openPairs", "END", "conclusion", "Год завершён");

        assertEnded();
    }

    /** The row waits for both: the pairs and their programmes. Its stage ends with its rows while the pairs work on. */
    private void pairsFormed() {
        year.on("2025-09-20");
        carriedOut("2025-09-20", "curator");
        year.pairsProposed(
                        MENTEES.get(0), MENTORS.get(0), MENTEES.get(1), MENTORS.get(1), MENTEES.get(2), MENTORS.get(2))
                .pairsApproved(MENTEES.toArray(String[]::new))
                .pairOrderRegistered("101-ОД");
        assertThat(rowState("S4-2.13.7")).isEqualTo("IN_PROGRESS");
        assertThat(evidence("S4-2.13.7"))
                .as("what there is already")
                .containsExactly("SYSTEM Приказ о закреплении наставнических пар № 101-ОД от 20.09.2025");
        assertThat(stageState(5)).isEqualTo("OPEN");
        year.personalProgrammesApproved();
        assertThat(evidence("S4-2.13.7"))
                .containsExactly(
                        "SYSTEM Приказ о закреплении наставнических пар № 101-ОД от 20.09.2025",
                        "SYSTEM Программы всех пар утверждены");
        assertThat(rowState("S4-2.13.7")).isEqualTo("DONE");
        assertThat(stageState(5)).isEqualTo("CLOSED");
    }

    @Test
    @DisplayName("three rows in two stages: one of two acts is enough, and what no stage brings about is done by hand")
    void threeRowsInTwoStages_areLedToTheirEnd() {
        day("2025-08-25");
        post(
                school.curator(),
                "/roadmap",
                "/roadmap/start",
                Map.of("template", "THREE-ROWS", "from", "2025-09-01", "to", "2026-05-31"),
                "Программа начата.");
        year.programmeId = one(UUID.class, "select id from programme where organisation_id = ?", school.id);
        school.curator().complete("UserTask_CompleteRoadmap", "step", "ACCEPT");
        school.director().complete("UserTask_ApproveRoadmap", "decision", "APPROVE", "door", "SCREEN");
        assertThat(texts(
                        "select outcome from reached_outcome where programme_id = ? and happened_on = '2025-08-25'",
                        year.programmeId))
                .as("kept, though no row asks for it")
                .containsExactly("ROADMAP_APPROVED");
        day("2025-09-01");

        school.curator()
                .complete(
                        "UserTask_CiteActs",
                        "act2State",
                        "EXISTS",
                        "act2Number",
                        "12",
                        "act2Date",
                        "2025-08-20",
                        "act1State",
                        "NOT_REQUIRED",
                        "act1Reason",
                        "Хватает приказа");
        assertThat(evidence("made-up 1"))
                .containsExactly("SYSTEM Приказ об утверждении положения о наставничестве № 12 от 20.08.2025");
        assertThat(rowState("made-up 1")).isEqualTo("DONE");
        assertThat(decision(rowId("made-up 1")))
                .containsEntry("verdict", "PART_NOT_REQUIRED")
                .containsEntry("remark", "Хватает приказа");
        assertThat(school.as("deputy").get("/").body())
                .as("the deputy answers for the row with the curator, who carries it out")
                .contains(
                        "Вы отвечаете вместе с другими",
                        "2. Приказ о закреплении пар",
                        "Куратор; также: заместитель директора, педагогический совет",
                        "Сейчас идёт: «");
        assertThat(school.as("deputy").get("/roadmap").body())
                .contains("Куратор; также: заместитель директора, педагогический совет", "Сейчас идёт: «");
        assertThat(school.as("deputy").tasks("UserTask_CarryOutMeasure"))
                .as("and has not got the task")
                .isEmpty();
        assertThat(school.curator().get("/").body()).doesNotContain("Вы отвечаете вместе с другими");
        carriedOut("2025-09-01", "curator");
        assertThat(school.as("deputy").get("/").body()).doesNotContain("Вы отвечаете вместе с другими");
        assertThat(evidence("made-up 2")).as("by hand: no stage forms pairs").containsExactly("REFERENCE " + PROOF);
        assertThat(stageState(1)).isEqualTo("CLOSED");

        school.as("editor")
                .complete(
                        "UserTask_PublishResults",
                        "link",
                        "https://school.example/results",
                        "publishedOn",
                        "2025-09-01");
        assertThat(stageState(2)).as("its own row is still open").isEqualTo("OPEN");
        carriedOut("2025-09-01", "editor");
        assertThat(passed("InformationSupportStageProcess", stageId(2))).contains("Event_StageGateMet");
        school.curator().complete("UserTask_CloseProgramme", "openPairs", "END", "conclusion", "Год завершён");

        assertEnded();
    }

    @Test
    @DisplayName("a row that one of two acts fulfils is not required when neither is")
    void neitherOfTwoActsIsRequired_rowIsNotRequired() {
        day("2025-09-01");
        school.curator()
                .post(
                        "/roadmap",
                        "/roadmap/start",
                        Map.of("template", "THREE-ROWS", "from", "2025-09-01", "to", "2026-05-31"));
        year.programmeId = one(UUID.class, "select id from programme where organisation_id = ?", school.id);
        school.curator().complete("UserTask_CompleteRoadmap", "step", "ACCEPT");
        school.director().complete("UserTask_ApproveRoadmap", "decision", "APPROVE", "door", "SCREEN");
        doDueJobs();
        school.curator()
                .complete(
                        "UserTask_CiteActs",
                        "act1State",
                        "NOT_REQUIRED",
                        "act1Reason",
                        "Утверждает учредитель",
                        "act2State",
                        "NOT_REQUIRED",
                        "act2Reason",
                        "Утверждает учредитель");

        assertThat(rowState("made-up 1")).isEqualTo("NOT_REQUIRED");
        carriedOut("2025-09-01", "curator");
        assertThat(stageState(1)).as("the gate is not shut").isEqualTo("CLOSED");
    }

    /** Everything that these people carry out by hand, with the first proof that the form offers. */
    private void carriedOut(String day, String... people) {
        for (String who : people) {
            TasklistUser person = school.as(who);
            for (OpenTask task : person.tasks("UserTask_CarryOutMeasure")) {
                boolean link = !person.options(task, "evidenceKinds").contains("REFERENCE");
                person.complete(
                        task,
                        "outcome",
                        "DONE",
                        "doneOn",
                        day,
                        "evidenceKind",
                        link ? "LINK" : "REFERENCE",
                        "reference",
                        link ? "https://school.example/page" : PROOF);
            }
        }
    }

    private List<String> evidence(String ref) {
        return texts(
                "select kind || ' ' || reference from evidence where measure_id = ? order by recorded_at", rowId(ref));
    }

    private String stageState(int number) {
        return text("select state from stage where id = ?", stageId(number));
    }

    private void assertEnded() {
        assertThat(texts(
                        "select distinct m.state from measure m join stage s on s.id = m.stage_id where s.programme_id = ?",
                        year.programmeId))
                .containsExactly("DONE");
        assertThat(texts("select distinct state from stage where programme_id = ?", year.programmeId))
                .containsExactly("CLOSED");
        assertThat(text("select state from programme where id = ?", year.programmeId))
                .isEqualTo("CLOSED");
        assertThat(running()).isZero();
    }
}
