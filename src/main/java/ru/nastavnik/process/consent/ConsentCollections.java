package ru.nastavnik.process.consent;

import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ru.nastavnik.consent.Consents;
import ru.nastavnik.participants.NewcomerNamed;
import ru.nastavnik.participants.Side;
import ru.nastavnik.process.ProcessVariable;
import ru.nastavnik.process.Processes;

/** Collecting consents of one side of a programme. */
@Component
public class ConsentCollections {

    private final Consents consents;
    private final Processes processes;

    ConsentCollections(Consents consents, Processes processes) {
        this.consents = consents;
        this.processes = processes;
    }

    /** Whoever joins later is asked at once. */
    @EventListener
    void on(NewcomerNamed event) {
        start(event.organisationId(), event.programmeId(), event.side());
    }

    /** Opens a collection and starts its process, which asks everybody of the side who is named and has not answered. */
    public void start(UUID organisationId, UUID programmeId, Side side) {
        UUID collectionId = consents.openCollection(organisationId, programmeId, side);
        processes.start(
                ConsentCollectionProcess.KEY,
                collectionId,
                organisationId,
                ProcessVariable.PROGRAMME_ID.of(programmeId.toString()));
    }
}
