package ru.nastavnik.process.stages;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.nastavnik.mentorship.PairWork;
import ru.nastavnik.roadmap.Roadmap;
import ru.nastavnik.roadmap.Stage;

/**
 * Looks at the work of the programme's pairs, under the lock of the stage: whoever changes it either has changed it
 * before, or finds the stage waiting.
 */
@Component
class CheckPairWorkDelegate implements JavaDelegate {

    private final Roadmap roadmap;
    private final PairWork work;

    CheckPairWorkDelegate(Roadmap roadmap, PairWork work) {
        this.roadmap = roadmap;
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID stageId = UUID.fromString(execution.getProcessBusinessKey());
        Stage stage = roadmap.holdGate(stageId);
        boolean complete = true;
        if (stage.state() != Stage.State.WAIVED) {
            boolean settled = work.settled(stage);
            complete = roadmap.checkGate(stageId) && settled;
        }
        PairWorkStageProcess.PAIR_WORK_COMPLETE.set(execution, complete);
    }
}
