package ru.nastavnik.mentorship;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ru.nastavnik.consent.ConsentKind.Stops;
import ru.nastavnik.consent.ConsentWithdrawn;
import ru.nastavnik.mentorship.Mentorship.State;
import ru.nastavnik.mentorship.MentorshipEvents.SupportCancelled;
import ru.nastavnik.participants.Participants;
import ru.nastavnik.participants.Side;
import ru.nastavnik.roadmap.OpenProgrammes;
import ru.nastavnik.roadmap.Programme;
import ru.nastavnik.shared.RussianDate;

/**
 * Who has withdrawn the consent to take part works in no pair any more, is supported no more and is offered to nobody;
 * who has withdrawn the consent to the duties of a mentor mentors nobody. Both hold at once (E6).
 */
@Component
class ConsentWithdrawals {

    private final Mentorships mentorships;
    private final Replacements replacements;
    private final ReplacementRepository replacementRepository;
    private final UnmatchedSupports supports;
    private final Participants participants;
    private final OpenProgrammes programmes;
    private final ApplicationEventPublisher events;

    ConsentWithdrawals(
            Mentorships mentorships,
            Replacements replacements,
            ReplacementRepository replacementRepository,
            UnmatchedSupports supports,
            Participants participants,
            OpenProgrammes programmes,
            ApplicationEventPublisher events) {
        this.mentorships = mentorships;
        this.replacements = replacements;
        this.replacementRepository = replacementRepository;
        this.supports = supports;
        this.participants = participants;
        this.programmes = programmes;
        this.events = events;
    }

    @EventListener
    void on(ConsentWithdrawn event) {
        if (event.kind().stops() == Stops.NOTHING) {
            return;
        }
        List<Mentorship> working = mentorships.workingIn(event.organisationId());
        String reason = reason(event);
        if (event.kind().stops() == Stops.PARTICIPATION) {
            working.stream()
                    .filter(pair -> pair.menteeIds().contains(event.personId()))
                    .forEach(pair -> mentorships.leave(
                            pair.id(), event.personId(), reason, event.decider(), event.entry(), event.entry()));
            endSearches(event, running(event.organisationId()));
        }
        working.stream()
                .filter(pair -> pair.mentorId().equals(event.personId()))
                .forEach(pair -> loseMentor(pair, reason, event));
        if (event.kind().stops() == Stops.PARTICIPATION) {
            participants.leave(event.personId(), running(event.organisationId()));
        }
    }

    private static String reason(ConsentWithdrawn event) {
        return "Отозвано согласие: " + event.kind().what() + ". Заявление от "
                + RussianDate.of(event.entry().happenedOn()) + ", "
                + event.entry().proof();
    }

    private Set<UUID> running(UUID organisationId) {
        return programmes.running(organisationId).stream().map(Programme::id).collect(Collectors.toSet());
    }

    private void endSearches(ConsentWithdrawn event, Set<UUID> running) {
        participants.ofPerson(event.personId(), Side.MENTEE).stream()
                .filter(mentee -> running.contains(mentee.programmeId()))
                .filter(UnmatchedSupports::inBank)
                .filter(mentee -> supports.decline(mentee, event.decider(), event.entry()))
                .forEach(mentee -> events.publishEvent(new SupportCancelled(mentee.id())));
    }

    /** The mentee of a pair at work waits for a new mentor in it; a pair that has not begun, or is ending, ends. */
    private void loseMentor(Mentorship pair, String reason, ConsentWithdrawn event) {
        if (pair.state() == State.APPROVED || pair.finishing()) {
            mentorships.terminate(pair.id(), reason, event.decider(), event.entry());
            return;
        }
        UUID replacementId = replacementRepository
                .findByMentorshipIdAndStateIn(pair.id(), Replacement.State.OPEN)
                .map(Replacement::id)
                .orElseGet(() -> replacements.request(
                        pair.id(),
                        reason,
                        Objects.requireNonNull(event.entry().recordedBy(), "Somebody enters a withdrawal")));
        replacements.keepInSight(replacementId);
    }
}
