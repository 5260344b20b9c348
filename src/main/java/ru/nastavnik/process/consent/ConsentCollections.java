package ru.nastavnik.process.consent;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ru.nastavnik.consent.Consent;
import ru.nastavnik.consent.Consents;
import ru.nastavnik.organisation.People;
import ru.nastavnik.participants.NewcomerNamed;
import ru.nastavnik.participants.Side;
import ru.nastavnik.process.ProcessVariable;
import ru.nastavnik.process.Processes;

/** Collecting consents of one side of a programme. */
@Component
public class ConsentCollections {

    private final Consents consents;
    private final People people;
    private final Processes processes;

    ConsentCollections(Consents consents, People people, Processes processes) {
        this.consents = consents;
        this.people = people;
        this.processes = processes;
    }

    /** Whoever joins later is asked at once. */
    @EventListener
    void on(NewcomerNamed event) {
        start(event.organisationId(), event.programmeId(), event.side());
    }

    /** @return «Наставляемые: Иванова Анна Петровна», «Наставляемые: Иванова Анна Петровна, Петров Пётр Петрович и ещё 11» */
    String title(UUID collectionId) {
        Map<UUID, String> asked = people.fullNames(consents.ofCollection(collectionId).stream()
                .map(Consent::personId)
                .collect(Collectors.toSet()));
        String side = consents.collection(collectionId).side().bankTitle();
        return asked.isEmpty() ? side : side + ": " + People.firstOf(asked.values());
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
