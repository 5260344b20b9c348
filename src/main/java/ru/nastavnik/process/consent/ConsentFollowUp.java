package ru.nastavnik.process.consent;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ru.nastavnik.consent.AnswersRecorded;
import ru.nastavnik.consent.ConsentAnswered;
import ru.nastavnik.consent.ConsentKind.Gate;
import ru.nastavnik.consent.ConsentKind.Stops;
import ru.nastavnik.consent.Consents;
import ru.nastavnik.mentorship.PairLists;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.participants.Participant;
import ru.nastavnik.participants.Participants;
import ru.nastavnik.process.Processes;
import ru.nastavnik.roadmap.Programme;
import ru.nastavnik.roadmap.Proof;
import ru.nastavnik.roadmap.Roadmap;

/**
 * What follows from an answer, in the same transaction: the person enters the bank or leaves the way, the bank is
 * formed, whoever waits is told.
 *
 * <p>Instances are told once for all answers of one stroke, and never the one whose own task has recorded them
 * ({@link AnswersRecorded#recordedIn()}): the message would end the task that is just being completed. That instance
 * goes on by its own flow.
 */
@Component
class ConsentFollowUp {

    private final Consents consents;
    private final Participants participants;
    private final Roadmap roadmap;
    private final PairLists lists;
    private final Organisations organisations;
    private final Processes processes;

    ConsentFollowUp(
            Consents consents,
            Participants participants,
            Roadmap roadmap,
            PairLists lists,
            Organisations organisations,
            Processes processes) {
        this.consents = consents;
        this.participants = participants;
        this.roadmap = roadmap;
        this.lists = lists;
        this.organisations = organisations;
        this.processes = processes;
    }

    /** A refusal ends what its kind says: of the duties of a mentor, or of pictures, it does not end the way. */
    @EventListener
    void on(ConsentAnswered event) {
        if (event.given()) {
            event.programmeIds().forEach(programmeId -> enterBankWhenReady(programmeId, event.personId()));
        } else if (event.kind().stops() == Stops.PARTICIPATION) {
            event.programmeIds().forEach(programmeId -> participants.refuse(programmeId, event.personId()));
        }
    }

    @EventListener
    void on(AnswersRecorded event) {
        event.programmeIds().forEach(this::markFormedBanks);
        event.collectionIds().stream()
                .filter(id -> !id.equals(event.recordedIn()) && !consents.isAwaited(id))
                .forEach(id -> processes.tell(ConsentCollectionProcess.CONSENTS_ANSWERED, id));
        event.programmeIds()
                .forEach(programmeId -> event.personIds().stream()
                        .filter(personId -> !consents.isAwaitedOf(programmeId, personId))
                        .flatMap(personId -> participants.named(programmeId, personId).stream())
                        .map(Participant::id)
                        .filter(id -> !id.equals(event.recordedIn()))
                        .forEach(id -> processes.tell(PersonalConsentProcess.PERSON_ANSWERED, id)));
    }

    /** E1, E3: nobody enters a bank before the consents that it waits for are there. */
    void enterBankWhenReady(UUID programmeId, UUID personId) {
        List<Participant> named = participants.named(programmeId, personId);
        boolean ready = named.stream()
                .allMatch(one -> consents.missing(one.organisationId(), one.side(), Set.of(personId), Gate.BANK)
                        .isEmpty());
        if (ready && participants.enterBank(programmeId, personId)) {
            matchNewcomers(programmeId);
        }
    }

    /** Once pairs have been formed nobody looks for mentees any more: the curator gets the task to match anew (E24). */
    private void matchNewcomers(UUID programmeId) {
        Programme programme = roadmap.programme(programmeId);
        boolean matched = lists.any(programmeId) && !lists.anyOpen(programmeId);
        if (programme.running() && matched && !lists.mentees(programmeId).isEmpty()) {
            lists.open(programme.organisationId(), programmeId);
        }
    }

    /** A bank is formed once everybody of the side has answered and somebody is in it. */
    void markFormedBanks(UUID programmeId) {
        Programme programme = roadmap.programme(programmeId);
        ConsentCollectionProcess.BANK_FORMED.forEach((side, formed) -> {
            if (programme.running()
                    && participants.bankFormed(programmeId, side)
                    && !roadmap.reached(programmeId, formed)) {
                roadmap.reach(
                        programmeId,
                        formed,
                        Proof.bySystem(
                                side.bankTitle() + " в банке, с согласиями: "
                                        + participants.bank(programmeId, side).size(),
                                organisations.today(programme.organisationId())));
            }
        });
    }
}
