package ru.nastavnik.process.documents;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.nastavnik.documents.LocalAct;
import ru.nastavnik.documents.LocalActs;

/** Puts the act in force, marks the row of the roadmap that it fulfils, and opens its acknowledgement sheet. */
@Component
class PutActInForceDelegate implements JavaDelegate {

    private final LocalActs acts;
    private final ActRows rows;
    private final AcknowledgementSheets sheets;

    PutActInForceDelegate(LocalActs acts, ActRows rows, AcknowledgementSheets sheets) {
        this.acts = acts;
        this.rows = rows;
        this.sheets = sheets;
    }

    @Override
    public void execute(DelegateExecution execution) {
        LocalAct act = acts.putInForce(UUID.fromString(execution.getProcessBusinessKey()));
        rows.reach(act.programmeId(), act, act.journalDate(), null);
        sheets.open(act);
    }
}
