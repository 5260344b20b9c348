package ru.nastavnik.process.documents;

import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ru.nastavnik.documents.Acknowledgements;
import ru.nastavnik.documents.LocalAct;
import ru.nastavnik.documents.LocalActs;
import ru.nastavnik.documents.SheetCompleted;
import ru.nastavnik.documents.SheetReopened;
import ru.nastavnik.process.ProcessVariable;
import ru.nastavnik.process.Processes;

/** Acknowledgement sheets and their instances. */
@Component
public class AcknowledgementSheets {

    private final Acknowledgements acknowledgements;
    private final LocalActs acts;
    private final Processes processes;

    AcknowledgementSheets(Acknowledgements acknowledgements, LocalActs acts, Processes processes) {
        this.acknowledgements = acknowledgements;
        this.acts = acts;
        this.processes = processes;
    }

    /** Starts the sheet of the act, where somebody named in it has not acknowledged the act yet. */
    public void open(LocalAct act) {
        if (!acknowledgements.awaited(act.id()).isEmpty()) {
            processes.start(
                    AcknowledgementProcess.KEY,
                    act.id(),
                    act.organisationId(),
                    act.programmeId() == null
                            ? Map.of()
                            : ProcessVariable.PROGRAMME_ID.of(act.programmeId().toString()));
        }
    }

    @EventListener
    void on(SheetReopened event) {
        open(acts.get(event.actId()));
    }

    @EventListener
    void on(SheetCompleted event) {
        processes.tell(AcknowledgementProcess.SHEET_COMPLETED, event.actId());
    }
}
