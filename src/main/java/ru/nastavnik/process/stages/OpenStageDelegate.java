package ru.nastavnik.process.stages;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.nastavnik.process.ProcessVariable;
import ru.nastavnik.process.Processes;
import ru.nastavnik.roadmap.Measure;
import ru.nastavnik.roadmap.Roadmap;

/** Opens the stage and starts those of its rows that somebody carries out by hand. */
@Component
class OpenStageDelegate implements JavaDelegate {

    private final Roadmap roadmap;
    private final Processes processes;

    OpenStageDelegate(Roadmap roadmap, Processes processes) {
        this.roadmap = roadmap;
        this.processes = processes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID stageId = UUID.fromString(execution.getProcessBusinessKey());
        UUID organisationId = UUID.fromString(execution.getTenantId());
        String programmeId = ProcessVariable.PROGRAMME_ID.in(execution);
        roadmap.openStage(stageId);
        roadmap.measures(stageId).stream()
                .filter(row -> row.byHand() && !row.closed())
                .map(Measure::id)
                .forEach(measureId -> {
                    roadmap.begin(measureId);
                    processes.start(
                            RoadmapMeasureProcess.KEY,
                            measureId,
                            organisationId,
                            ProcessVariable.PROGRAMME_ID.of(programmeId));
                });
    }
}
