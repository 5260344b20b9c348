package ru.nastavnik.process.stages;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.nastavnik.mentorship.Mentorships;
import ru.nastavnik.mentorship.UnmatchedSupports;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.process.ProcessVariable;
import ru.nastavnik.roadmap.Proof;
import ru.nastavnik.roadmap.Roadmap;
import ru.nastavnik.roadmap.Stage;

/**
 * Looks at the work of the programme's pairs, under the lock of the stage: whoever changes it either has changed it
 * before, or finds the stage waiting.
 */
@Component
class CheckPairWorkDelegate implements JavaDelegate {

    private static final String PROGRAMMES_ROW = "S2-5.2";

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
        roadmap.lockStage(stageId);
        boolean complete = true;
        if (roadmap.stage(stageId).state() != Stage.State.WAIVED) {
            supports.openForAll(programmeId);
            markProgrammesDrafted(programmeId, UUID.fromString(execution.getTenantId()));
            complete = mentorships.workComplete(programmeId)
                    && roadmap.missing(stageId).isEmpty();
        }
        PairWorkStageProcess.PAIR_WORK_COMPLETE.set(execution, complete);
    }

    private void markProgrammesDrafted(UUID programmeId, UUID organisationId) {
        if (mentorships.everyPairHasProgramme(programmeId)) {
            roadmap.row(programmeId, PROGRAMMES_ROW)
                    .filter(row -> !row.closed())
                    .ifPresent(row -> roadmap.fulfil(
                            row.id(),
                            Proof.bySystem("Программы всех пар утверждены", organisations.today(organisationId))));
        }
    }
}
