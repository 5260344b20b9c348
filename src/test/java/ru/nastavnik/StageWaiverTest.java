package ru.nastavnik;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.support.DeviationTest;
import ru.nastavnik.support.TestSchool;

class StageWaiverTest extends DeviationTest {

    @Test
    @DisplayName("the director may end any stage with a reason that is kept, wherever it stands")
    void everyStageWaived_programmeIsClosed_reasonsAreKept() {
        year.programmeApproved().on("2026-04-15");
        school.curator().complete("UserTask_MatchPairs", "step", "FINISH");

        List<UUID> stages = everyStageWaived();
        school.as("editor")
                .complete(
                        "UserTask_PublishResults",
                        "link",
                        "https://school.example/results",
                        "publishedOn",
                        "2026-04-15");
        school.curator().complete("UserTask_CloseProgramme", "openPairs", "END");

        assertThat(database.queryForList(
                        "select reason from stage_waiver where stage_id = any (?)", String.class, (Object)
                                stages.toArray(UUID[]::new)))
                .hasSize(6)
                .containsOnly("Школа на карантине");
        assertThat(running()).isZero();
    }

    @Test
    @DisplayName("the year is not closed before an approved act has its number")
    void approvedActHasNoNumber_yearIsNotClosed() {
        year.programmeApproved();
        school.curator()
                .complete(
                        "UserTask_CiteActs",
                        "act2State",
                        "MAKE",
                        "act1State",
                        "EXISTS",
                        "act1Number",
                        "45-ОД",
                        "act1Date",
                        "2025-08-20");
        school.curator()
                .complete(
                        "UserTask_DraftAct",
                        "outcome",
                        "DONE",
                        "title",
                        "Положение",
                        "text",
                        "1. Общее.",
                        "councilDemanded",
                        false);
        school.director().complete("UserTask_DecideOnAct", "decision", "APPROVE", "door", "SCREEN");
        year.on("2026-04-15");
        school.curator().complete("UserTask_MatchPairs", "step", "FINISH");
        everyStageWaived();
        school.as("editor")
                .complete(
                        "UserTask_PublishResults",
                        "link",
                        "https://school.example/results",
                        "publishedOn",
                        "2026-04-15");

        assertThat(school.curator()
                        .refused("UserTask_CloseProgramme", "openPairs", "END")
                        .message())
                .startsWith("Утверждён, но не зарегистрирован: ");
        school.clerk().complete("UserTask_RegisterAct", "number", "12", "date", "2026-04-15", "acquaintIds", List.of());
        school.curator().complete("UserTask_CloseProgramme", "openPairs", "END");
        assertThat(running()).isZero();
    }

    @Test
    @DisplayName("the stage of pair work cannot be waived while pairs are being formed")
    void pairWorkWaived_whilePairsAreFormed_isRefused() {
        year.programmeApproved().on("2025-09-20");
        UUID stage = database.queryForObject(
                "select id from stage where programme_id = ? and number = 5", UUID.class, year.programmeId);
        school.curator().post("/roadmap", "/roadmap/stages/" + stage + "/waiver", Map.of("reason", "Некогда"));

        assertThat(school.director()
                        .refused("UserTask_DecideStageWaiver", "decision", "APPROVE", "door", "SCREEN")
                        .message())
                .contains("Пары ещё работают или подбираются");
        assertThat(database.queryForObject("select state from stage where id = ?", String.class, stage))
                .isEqualTo("OPEN");
    }

    @Test
    @DisplayName("a stage ends by itself while the director is asked to end it: nothing is left to decide")
    void stageEndsByItself_nothingIsLeftToDecide() {
        year.programmeApproved();
        waiverAsked(3);
        assertThat(school.director().has("UserTask_DecideStageWaiver")).isTrue();
        year.banksFilled().measuresDone();

        assertThat(text("select state from stage where id = ?", stageId(3))).isEqualTo("CLOSED");
        assertThat(school.director().has("UserTask_DecideStageWaiver")).isFalse();
        assertThat(text("select state from stage_waiver where stage_id = ?", stageId(3)))
                .isEqualTo("CANCELLED");
        assertThat(passed("StageWaiverProcess", stageId(3)))
                .contains("EndEvent_WaiverCancelled")
                .doesNotContain("EndEvent_StageWaived", "EndEvent_WaiverRejected");
        assertThat(running(stageId(3))).isZero();
    }

    @Test
    @DisplayName("the stage that goes on to the end of the programme is not offered to be waived, and cannot be")
    void stageOfInformation_cannotBeWaived() {
        year.programmeApproved();
        String page = school.curator().get("/roadmap").body();
        assertThat(page)
                .contains("/roadmap/stages/" + stageId(3) + "/waiver")
                .doesNotContain("/roadmap/stages/" + stageId(7) + "/waiver");

        assertThat(waiverAsked(7)).contains("Этот этап идёт до конца программы и завершится вместе с ней.");
        assertThat(count("select count(*) from stage_waiver where stage_id = ?", stageId(7)))
                .isZero();
        assertThat(school.director().has("UserTask_DecideStageWaiver")).isFalse();
    }

    private String waiverAsked(int stage) {
        return school.curator()
                .post(
                        "/roadmap",
                        "/roadmap/stages/" + stageId(stage) + "/waiver",
                        Map.of("reason", "Школа на карантине"))
                .body();
    }

    @Test
    @DisplayName("somebody who works in two schools starts a programme on the page of the one that they have chosen")
    void programmeStartedOnThePage_belongsToThatSchool() {
        day("2025-08-25");
        TestSchool other = new TestSchool(organisations, database, port);
        school.alsoWorksIn(other, "curator", Role.CURATOR);
        school.curator().post("/roadmap", "/organisation", Map.of("organisationId", other.id.toString()));
        school.curator()
                .post(
                        "/roadmap",
                        "/roadmap/start",
                        Map.of("template", "SCHOOL-TEACHERS-2025", "from", "2025-09-01", "to", "2026-05-31"));

        assertThat(programmes(other)).containsExactly("DRAFT");
        assertThat(programmes(school)).isEmpty();
        assertThat(other.curator().has("UserTask_CompleteRoadmap")).isTrue();
        school.curator().post("/roadmap", "/organisation", Map.of("organisationId", school.id.toString()));
        school.curator()
                .post(
                        "/roadmap",
                        "/roadmap/start",
                        Map.of("template", "SCHOOL-TEACHERS-2025", "from", "2025-09-01", "to", "2026-05-31"));
        assertThat(programmes(school)).containsExactly("DRAFT");
    }

    private List<UUID> everyStageWaived() {
        List<UUID> stages = database.queryForList(
                "select id from stage where programme_id = ? and number < 7 order by number",
                UUID.class,
                year.programmeId);
        for (UUID stage : stages) {
            school.curator()
                    .post("/roadmap", "/roadmap/stages/" + stage + "/waiver", Map.of("reason", "Школа на карантине"));
            school.director().complete("UserTask_DecideStageWaiver", "decision", "APPROVE", "door", "SCREEN");
            assertThat(database.queryForObject("select state from stage where id = ?", String.class, stage))
                    .isEqualTo("WAIVED");
            assertThat(running(stage)).as("instances of the waived stage").isZero();
        }
        return stages;
    }

    private List<String> programmes(TestSchool of) {
        return database.queryForList("select state from programme where organisation_id = ?", String.class, of.id);
    }
}
