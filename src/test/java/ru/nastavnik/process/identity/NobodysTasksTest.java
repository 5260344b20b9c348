package ru.nastavnik.process.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.nastavnik.support.DeviationTest;
import ru.nastavnik.support.TasklistUser.OpenTask;

class NobodysTasksTest extends DeviationTest {

    @Autowired
    private NobodysTasks nobodys;

    @Test
    @DisplayName("the only deputy leaves: the curator is offered the deputy's measure and carries it out")
    void onlyHolderLeaves_curatorIsOfferedTheTask() {
        year.programmeApproved();
        OpenTask measure = school.as("deputy").task("UserTask_CarryOutMeasure");
        assertThat(school.curator().tasks()).noneMatch(task -> task.id().equals(measure.id()));
        String card = "/staff/" + school.personOf("deputy");
        post(school.director(), card, card + "/dismissal", Map.of("day", "2025-09-01"), "Увольнение отмечено.");

        assertThat(school.curator().tasks("UserTask_CarryOutMeasure"))
                .extracting(OpenTask::id)
                .contains(measure.id());
        school.curator()
                .complete(
                        measure,
                        "outcome",
                        "EXISTS",
                        "doneOn",
                        "2025-09-01",
                        "evidenceKind",
                        "REFERENCE",
                        "reference",
                        PROOF);
        assertThat(rowState("S2-1.5")).isEqualTo("DONE");
    }

    @Test
    @DisplayName("the only power of a role ends by its date: the night after, the curator is offered its tasks, once, "
            + "and nobody loses theirs")
    void onlyPowerEnds_curatorIsOfferedTheTasksAtNight() {
        year.programmeApproved();
        OpenTask questionnaire = school.as("lead").task("UserTask_CarryOutMeasure");
        OpenTask news = school.as("editor").task("UserTask_PublishNews");
        List<String> newsBefore = candidates(news);
        database.update(
                "update power set valid_to = ? where account_id = ?",
                LocalDate.of(2025, 9, 2),
                school.accountOf("lead"));
        year.on("2025-09-02");
        nobodys.sweep();
        assertThat(candidates(questionnaire)).as("on the last day").containsExactly(school.id + "_subjectLead");

        year.on("2025-09-03");
        nobodys.sweep();
        nobodys.sweep();
        assertThat(candidates(questionnaire)).containsExactly(school.id + "_curator", school.id + "_subjectLead");
        assertThat(school.curator().tasks("UserTask_CarryOutMeasure"))
                .extracting(OpenTask::id)
                .containsExactly(questionnaire.id());
        assertThat(candidates(news)).isEqualTo(newsBefore);
    }

    private List<String> candidates(OpenTask task) {
        return texts(
                "select group_id_ from act_ru_identitylink where task_id_ = ? and type_ = 'candidate' order by 1",
                task.id());
    }
}
