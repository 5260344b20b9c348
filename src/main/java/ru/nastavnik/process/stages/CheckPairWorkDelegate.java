package ru.nastavnik.process.stages;

import java.time.LocalDate;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.nastavnik.mentorship.Mentorships;
import ru.nastavnik.mentorship.UnmatchedSupports;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.process.ProcessVariable;
import ru.nastavnik.roadmap.Outcome;
import ru.nastavnik.roadmap.Proof;
import ru.nastavnik.roadmap.Roadmap;
import ru.nastavnik.roadmap.Stage;

/**
 * Looks at the work of the programme's pairs, under the lock of the stage: whoever changes it either has changed it
 * before, or finds the stage waiting.
 */
@Component
class CheckPairWorkDelegate implements JavaDelegate {

    private final Roadmap roadmap;
    private final Mentorships mentorships;
    private final UnmatchedSupports supports;
    private final Organisations organisations;

    CheckPairWorkDelegate(
            Roadmap roadmap, Mentorships mentorships, UnmatchedSupports supports, Organisations organisations) {
        this.roadmap = roadmap;
        this.mentorships = mentorships;
        this.supports = supports;
        this.organisations = organisations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID stageId = UUID.fromString(execution.getProcessBusinessKey());
        UUID programmeId = UUID.fromString(ProcessVariable.PROGRAMME_ID.in(execution));
        Stage stage = roadmap.holdGate(stageId);
        boolean complete = true;
        if (stage.state() != Stage.State.WAIVED) {
            supports.openForAll(programmeId);
            boolean workComplete = !roadmap.carriesPairWork(stage) || mentorships.workComplete(programmeId);
            publish(stage, workComplete);
            complete = roadmap.checkGate(stageId) && workComplete;
        }
        PairWorkStageProcess.PAIR_WORK_COMPLETE.set(execution, complete);
    }

    private void publish(Stage stage, boolean workComplete) {
        UUID programmeId = stage.programmeId();
        LocalDate today =
                organisations.today(roadmap.programme(programmeId).organisationId());
        if (mentorships.everyPairHasProgramme(programmeId)) {
            roadmap.reach(
                    programmeId,
                    Outcome.PERSONAL_PROGRAMMES_APPROVED,
                    Proof.bySystem("Программы всех пар утверждены", today));
        }
        if (workComplete && onlyWaitsForThePairs(stage)) {
            roadmap.reach(
                    programmeId, Outcome.PAIR_WORK_COMPLETED, Proof.bySystem("Работа всех пар завершена", today));
        }
    }

    /** As long as something else keeps the stage open, new pairs may be formed in it. */
    private boolean onlyWaitsForThePairs(Stage stage) {
        return roadmap.carriesPairWork(stage)
                && roadmap.missing(stage.id()).stream()
                        .allMatch(row -> row.outcomes().contains(Outcome.PAIR_WORK_COMPLETED));
    }
}
