package ru.nastavnik.process.stages;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.nastavnik.roadmap.Roadmap;
import ru.nastavnik.roadmap.StageWaivers;

@Component
class CloseStageDelegate implements JavaDelegate {

    private final Roadmap roadmap;
    private final StageWaivers waivers;

    CloseStageDelegate(Roadmap roadmap, StageWaivers waivers) {
        this.roadmap = roadmap;
        this.waivers = waivers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID stageId = UUID.fromString(execution.getProcessBusinessKey());
        roadmap.closeStage(stageId);
        waivers.cancel(stageId);
    }
}
