package ru.nastavnik.mentorship;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.consent.AnswersRecorded;
import ru.nastavnik.consent.ConsentKind.Gate;
import ru.nastavnik.consent.Consents;
import ru.nastavnik.consent.ParticipationRefused;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.participants.Participant;
import ru.nastavnik.participants.Participants;
import ru.nastavnik.participants.Side;
import ru.nastavnik.roadmap.Outcome;
import ru.nastavnik.roadmap.Programme;
import ru.nastavnik.roadmap.Proof;
import ru.nastavnik.roadmap.Roadmap;
import ru.nastavnik.shared.Known;

/**
 * Who enters the bank of mentees or of mentors, and when a bank is formed: by what has been answered to the requests for
 * consents, in the same transaction.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Banks {

    private static final Map<Side, Outcome> FORMED =
            Map.of(Side.MENTEE, Outcome.MENTEE_BANK_FORMED, Side.MENTOR, Outcome.MENTOR_BANK_FORMED);

    private final Consents consents;
    private final Participants participants;
    private final Roadmap roadmap;
    private final PairLists lists;
    private final Organisations organisations;

    Banks(Consents consents, Participants participants, Roadmap roadmap, PairLists lists, Organisations organisations) {
        this.consents = consents;
        this.participants = participants;
        this.roadmap = roadmap;
        this.lists = lists;
        this.organisations = organisations;
    }

    /** @return what forming the bank of this side brings about */
    public static Outcome formed(Side side) {
        return Known.in(FORMED, side);
    }

    @EventListener
    void on(ParticipationRefused event) {
        event.programmeIds().forEach(programmeId -> participants.refuse(programmeId, event.personId()));
    }

    @EventListener
    void on(AnswersRecorded event) {
        event.programmeIds().forEach(programmeId -> enterWhenReady(programmeId, event.personIds()));
    }

    /**
     * Whoever of these people has given everything enters the bank at once. E1, E3: nobody enters a bank before the
     * consents that it waits for are there, on every side on which they are named.
     */
    public void enterWhenReady(UUID programmeId, Collection<UUID> personIds) {
        UUID organisationId = roadmap.programme(programmeId).organisationId();
        List<Participant> named = participants.named(programmeId, personIds);
        Set<UUID> lacking = new HashSet<>();
        for (Side side : Side.values()) {
            Set<UUID> ofSide = named.stream()
                    .filter(one -> one.side() == side)
                    .map(Participant::personId)
                    .collect(Collectors.toSet());
            if (!ofSide.isEmpty()) {
                lacking.addAll(consents.missing(organisationId, side, ofSide, Gate.BANK)
                        .keySet());
            }
        }
        List<Participant> ready =
                named.stream().filter(one -> !lacking.contains(one.personId())).toList();
        if (participants.enterBank(ready)) {
            matchNewcomers(programmeId);
        }
        markFormed(programmeId);
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
    private void markFormed(UUID programmeId) {
        Programme programme = roadmap.programme(programmeId);
        FORMED.forEach((side, formed) -> {
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
