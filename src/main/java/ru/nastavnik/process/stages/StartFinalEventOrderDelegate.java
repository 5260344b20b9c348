package ru.nastavnik.process.stages;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.nastavnik.documents.ActKind;
import ru.nastavnik.documents.ActKinds;
import ru.nastavnik.documents.LocalActs;
import ru.nastavnik.process.ProcessVariable;
import ru.nastavnik.process.Processes;
import ru.nastavnik.process.documents.LocalActApprovalProcess;
import ru.nastavnik.roadmap.Measure;
import ru.nastavnik.roadmap.Outcome;
import ru.nastavnik.roadmap.Roadmap;

/** Comes where a row waits for the order. */
@Component
class StartFinalEventOrderDelegate implements JavaDelegate {

    private final Roadmap roadmap;
    private final ActKinds kinds;
    private final LocalActs acts;
    private final Processes processes;

    StartFinalEventOrderDelegate(Roadmap roadmap, ActKinds kinds, LocalActs acts, Processes processes) {
        this.roadmap = roadmap;
        this.kinds = kinds;
        this.acts = acts;
        this.processes = processes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID organisationId = UUID.fromString(execution.getTenantId());
        UUID programmeId = UUID.fromString(ProcessVariable.PROGRAMME_ID.in(execution));
        Measure row = roadmap.rows(programmeId, Outcome.FINAL_EVENT_ORDERED).get(0);
        roadmap.begin(programmeId, Outcome.FINAL_EVENT_ORDERED);
        UUID actId = acts.request(
                organisationId,
                programmeId,
                row.id(),
                ActKind.FINAL_EVENT_ORDER,
                kinds.get(organisationId, ActKind.FINAL_EVENT_ORDER).title(),
                row.responsibleRole());
        processes.start(
                LocalActApprovalProcess.KEY,
                actId,
                organisationId,
                ProcessVariable.PROGRAMME_ID.of(programmeId.toString()));
    }
}
