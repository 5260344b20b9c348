package ru.nastavnik.process.consent;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.nastavnik.consent.Consent;
import ru.nastavnik.consent.ConsentCollection;
import ru.nastavnik.consent.Consents;
import ru.nastavnik.consent.Giver;
import ru.nastavnik.mentorship.Banks;
import ru.nastavnik.organisation.People;
import ru.nastavnik.participants.Participant;
import ru.nastavnik.participants.Participants;
import ru.nastavnik.process.ProcessVariable;
import ru.nastavnik.process.Processes;

/**
 * Asks everybody of the collection's side who is named for the consents that they need. Whoever has them all already (a
 * mentee who is a mentor too) enters the bank at once; whoever has an account gets a task of their own.
 */
@Component
class DetermineConsentsDelegate implements JavaDelegate {

    private final Consents consents;
    private final Participants participants;
    private final Banks banks;
    private final People people;
    private final Processes processes;

    DetermineConsentsDelegate(
            Consents consents, Participants participants, Banks banks, People people, Processes processes) {
        this.consents = consents;
        this.participants = participants;
        this.banks = banks;
        this.people = people;
        this.processes = processes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ConsentCollection collection = consents.collection(UUID.fromString(execution.getProcessBusinessKey()));
        List<UUID> applied = participants.applied(collection.programmeId(), collection.side()).stream()
                .map(Participant::personId)
                .toList();
        consents.ask(collection.id(), applied);
        banks.enterWhenReady(collection.programmeId(), applied);
        consents.awaited(collection.id()).stream()
                .filter(consent -> consent.giver() == Giver.SELF)
                .map(Consent::personId)
                .distinct()
                .filter(personId -> people.accountOf(personId).isPresent())
                .forEach(personId -> askOnScreen(collection, personId));
        ConsentCollectionProcess.CONSENTS_AWAITED.set(execution, consents.isAwaited(collection.id()));
    }

    /** One task for each person and programme, in which everything is answered, on whichever side it has been asked. */
    private void askOnScreen(ConsentCollection collection, UUID personId) {
        List<Participant> named = participants.named(collection.programmeId(), List.of(personId));
        if (named.stream().noneMatch(one -> processes.runs(PersonalConsentProcess.KEY, one.id()))) {
            named.stream()
                    .filter(one -> one.side() == collection.side())
                    .findFirst()
                    .ifPresent(participant -> processes.start(
                            PersonalConsentProcess.KEY,
                            participant.id(),
                            collection.organisationId(),
                            Map.of(
                                    ProcessVariable.PROGRAMME_ID.name(),
                                    collection.programmeId().toString(),
                                    PersonalConsentProcess.COLLECTION_ID.name(),
                                    collection.id().toString())));
        }
    }
}
