package ru.nastavnik.process.programme;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.nastavnik.process.Processes;
import ru.nastavnik.process.stages.InformationSupportStageProcess;
import ru.nastavnik.roadmap.Roadmap;
import ru.nastavnik.roadmap.StageKind;

@Component
class EndInformationSupportDelegate implements JavaDelegate {

    private final Roadmap roadmap;
    private final Processes processes;

    EndInformationSupportDelegate(Roadmap roadmap, Processes processes) {
        this.roadmap = roadmap;
        this.processes = processes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        roadmap.stages(UUID.fromString(execution.getProcessBusinessKey()), StageKind.INFORMATION_SUPPORT)
                .forEach(stage -> processes.tell(InformationSupportStageProcess.STAGES_COMPLETED, stage.id()));
    }
}
