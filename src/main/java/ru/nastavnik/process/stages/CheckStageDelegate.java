package ru.nastavnik.process.stages;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.nastavnik.roadmap.Roadmap;

@Component
class CheckStageDelegate implements JavaDelegate {

    private final Roadmap roadmap;

    CheckStageDelegate(Roadmap roadmap) {
        this.roadmap = roadmap;
    }

    @Override
    public void execute(DelegateExecution execution) {
        StageGate.STAGE_COMPLETE.set(execution, roadmap.checkGate(UUID.fromString(execution.getProcessBusinessKey())));
    }
}
