package ru.nastavnik.process.consent;

import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ru.nastavnik.consent.AnswersRecorded;
import ru.nastavnik.consent.Consents;
import ru.nastavnik.participants.Participant;
import ru.nastavnik.participants.Participants;
import ru.nastavnik.process.Processes;

/** Tells those who wait for answers: the collection when nobody is awaited any more, the person's own task likewise. */
@Component
class ConsentFollowUp {

    private final Consents consents;
    private final Participants participants;
    private final Processes processes;

    ConsentFollowUp(Consents consents, Participants participants, Processes processes) {
        this.consents = consents;
        this.participants = participants;
        this.processes = processes;
    }

    @EventListener
    void on(AnswersRecorded event) {
        event.collectionIds().stream()
                .filter(id -> !consents.isAwaited(id))
                .forEach(id -> processes.tell(ConsentCollectionProcess.CONSENTS_ANSWERED, id));
        event.programmeIds().forEach(programmeId -> {
            Set<UUID> awaited = consents.awaitedAmong(programmeId, event.personIds());
            participants.named(programmeId, event.personIds()).stream()
                    .filter(one -> !awaited.contains(one.personId()))
                    .map(Participant::id)
                    .forEach(id -> processes.tell(PersonalConsentProcess.PERSON_ANSWERED, id));
        });
    }
}
