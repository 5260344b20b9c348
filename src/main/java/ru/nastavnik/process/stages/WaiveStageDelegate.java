package ru.nastavnik.process.stages;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.nastavnik.roadmap.StageWaivers;

@Component
class WaiveStageDelegate implements JavaDelegate {

    private final StageWaivers waivers;

    WaiveStageDelegate(StageWaivers waivers) {
        this.waivers = waivers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        waivers.waive(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
