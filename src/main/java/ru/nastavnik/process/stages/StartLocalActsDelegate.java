package ru.nastavnik.process.stages;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.nastavnik.documents.LocalActs;
import ru.nastavnik.process.ProcessVariable;
import ru.nastavnik.process.Processes;
import ru.nastavnik.process.documents.LocalActApprovalProcess;

/** Starts the approval of every act of the programme that has been asked for and not been drafted yet. */
@Component
class StartLocalActsDelegate implements JavaDelegate {

    private final LocalActs acts;
    private final Processes processes;

    StartLocalActsDelegate(LocalActs acts, Processes processes) {
        this.acts = acts;
        this.processes = processes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String programmeId = ProcessVariable.PROGRAMME_ID.in(execution);
        acts.drafts(UUID.fromString(programmeId))
                .forEach(act -> processes.start(
                        LocalActApprovalProcess.KEY,
                        act.id(),
                        act.organisationId(),
                        ProcessVariable.PROGRAMME_ID.of(programmeId)));
    }
}
