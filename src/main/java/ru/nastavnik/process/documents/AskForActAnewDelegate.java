package ru.nastavnik.process.documents;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.nastavnik.documents.LocalAct;
import ru.nastavnik.documents.LocalActs;
import ru.nastavnik.process.ProcessVariable;
import ru.nastavnik.process.Processes;

/**
 * A rejected act fulfils nothing. The row that waits for it gets a draft of its own again, whose author may write another
 * one, name an act that is there, or say that none is required.
 */
@Component
class AskForActAnewDelegate implements JavaDelegate {

    private final LocalActs acts;
    private final ActRows rows;
    private final Processes processes;

    AskForActAnewDelegate(LocalActs acts, ActRows rows, Processes processes) {
        this.acts = acts;
        this.rows = rows;
        this.processes = processes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        LocalAct rejected = acts.get(UUID.fromString(execution.getProcessBusinessKey()));
        if (rows.waiting(rejected)) {
            processes.start(
                    LocalActApprovalProcess.KEY,
                    acts.requestAnew(rejected.id()),
                    rejected.organisationId(),
                    ProcessVariable.PROGRAMME_ID.of(ProcessVariable.PROGRAMME_ID.in(execution)));
        }
    }
}
