package ru.nastavnik.mentorship;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.mentorship.Mentorship.State;
import ru.nastavnik.mentorship.MentorshipEvents.MenteeMatched;
import ru.nastavnik.mentorship.MentorshipEvents.MenteeUnmatched;
import ru.nastavnik.mentorship.MentorshipEvents.SupportCancelled;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.organisation.People;
import ru.nastavnik.participants.Participant;
import ru.nastavnik.participants.ParticipantState;
import ru.nastavnik.participants.ParticipantVerdict;
import ru.nastavnik.participants.Participants;
import ru.nastavnik.participants.Side;
import ru.nastavnik.roadmap.OpenProgrammes;
import ru.nastavnik.roadmap.Programme;
import ru.nastavnik.shared.DayBounds;
import ru.nastavnik.shared.Decider;
import ru.nastavnik.shared.Decisions;
import ru.nastavnik.shared.Entry;
import ru.nastavnik.shared.Refusal;

/** Nobody who searches for a mentor is dropped silently (S0-5.3, S0-5.4, E24). */
@Service
@Transactional
public class UnmatchedSupports {

    private static final Set<State> HAD_MENTOR_TO_THE_END = EnumSet.of(State.COMPLETED, State.COMPLETED_EARLY);
    private static final Set<State> IN_LIST = EnumSet.of(State.PROPOSED, State.RETURNED);

    private final UnmatchedSupportRepository supports;
    private final MentorshipRepository pairs;
    private final PairListRepository lists;
    private final Participants participants;
    private final OpenProgrammes programmes;
    private final Organisations organisations;
    private final People people;
    private final Decisions decisions;
    private final ApplicationEventPublisher events;

    UnmatchedSupports(
            UnmatchedSupportRepository supports,
            MentorshipRepository pairs,
            PairListRepository lists,
            Participants participants,
            OpenProgrammes programmes,
            Organisations organisations,
            People people,
            Decisions decisions,
            ApplicationEventPublisher events) {
        this.supports = supports;
        this.pairs = pairs;
        this.lists = lists;
        this.participants = participants;
        this.programmes = programmes;
        this.organisations = organisations;
        this.people = people;
        this.decisions = decisions;
        this.events = events;
    }

    /**
     * Opens the support of this mentee, unless the person is supported already. A support that was opened in a programme
     * which has ended goes on in this one.
     */
    public void open(UUID participantId) {
        Participant mentee = participants.get(participantId);
        UUID organisationId = mentee.organisationId();
        Set<UUID> running = runningProgrammes(organisationId);
        for (UnmatchedSupport open : supports.openOf(List.of(mentee.personId()))) {
            UUID programmeId = participants.get(open.participantId()).programmeId();
            if (open.participantId().equals(participantId) || running.contains(programmeId)) {
                return;
            }
            close(open, UnmatchedSupport.Outcome.PROGRAMME_ENDED);
            events.publishEvent(new SupportCancelled(open.participantId()));
        }
        try {
            supports.saveAndFlush(
                    new UnmatchedSupport(organisationId, participantId, organisations.today(organisationId)));
        } catch (DataIntegrityViolationException e) {
            throw Refusal.wrongState("Поддержка этого наставляемого уже начата. Обновите страницу.");
        }
        events.publishEvent(new MenteeUnmatched(participantId));
    }

    /** Opens the support of whoever has lost the mentor of this pair. */
    void openAfter(Mentorship pair) {
        pair.menteeIds().forEach(menteeId -> openAfter(pair, menteeId));
    }

    /** Opens the support of one of them, who is still at the school: where the mentee takes part now. */
    void openAfter(Mentorship pair, UUID menteeId) {
        if (people.presentAmong(pair.organisationId(), List.of(menteeId)).isEmpty()) {
            return;
        }
        Set<UUID> running = runningProgrammes(pair.organisationId());
        menteesOf(menteeId).stream()
                .filter(mentee -> running.contains(mentee.programmeId()))
                .filter(UnmatchedSupports::inBank)
                .min(Comparator.comparing(mentee -> mentee.programmeId().equals(pair.programmeId()) ? 0 : 1))
                .or(() -> menteeOf(pair.programmeId(), menteeId))
                .ifPresent(mentee -> open(mentee.id()));
    }

    private Set<UUID> runningProgrammes(UUID organisationId) {
        return programmes.running(organisationId).stream().map(Programme::id).collect(Collectors.toSet());
    }

    static boolean inBank(Participant mentee) {
        return mentee.state() == ParticipantState.IN_BANK || mentee.state() == ParticipantState.SELECTED;
    }

    private List<Participant> menteesOf(UUID personId) {
        return participants.ofPerson(personId, Side.MENTEE);
    }

    /** Opens the support of every mentee of the programme who is without a mentor; none while pairs are being formed. */
    public void openForAll(UUID programmeId) {
        if (!lists.existsByProgrammeIdAndClosedAtIsNull(programmeId)) {
            searching(programmeId).forEach(mentee -> open(mentee.id()));
        }
    }

    /** @return mentees of the programme's bank who have no mentor and have not had one in it to the end */
    @Transactional(readOnly = true)
    public List<Participant> searching(UUID programmeId) {
        List<Participant> bank = participants.bank(programmeId, Side.MENTEE);
        List<UUID> personIds = bank.stream().map(Participant::personId).toList();
        Set<UUID> provided = new HashSet<>(pairs.menteesAmong(personIds, State.WORKING));
        provided.addAll(pairs.menteesAmong(programmeId, personIds, HAD_MENTOR_TO_THE_END));
        return bank.stream()
                .filter(mentee -> !provided.contains(mentee.personId()))
                .toList();
    }

    /** @return open supports of the programme's mentees */
    @Transactional(readOnly = true)
    public List<UnmatchedSupport> openOnes(UUID programmeId) {
        List<UUID> mentees = participants.of(programmeId, Side.MENTEE).stream()
                .map(Participant::id)
                .toList();
        return mentees.isEmpty() ? List.of() : supports.findByParticipantIdInAndClosedOnIsNull(mentees);
    }

    /**
     * Writes down that the mentee has been supported and searches on.
     *
     * @param metOn when they talked
     */
    public void recordSupport(UUID participantId, LocalDate metOn, Decider supporter, Entry entry) {
        UnmatchedSupport support = openOne(participantId);
        days(participantId).require("Дата беседы", metOn);
        decisions.record(
                support.organisationId(),
                UnmatchedSupportVerdict.SUPPORTED,
                support.id(),
                null,
                null,
                supporter,
                new Entry(entry.door(), metOn, entry.proof(), entry.recordedBy()));
    }

    /** @return days on which this mentee, who has no mentor, is supported */
    @Transactional(readOnly = true)
    public DayBounds days(UUID participantId) {
        UnmatchedSupport support = openOne(participantId);
        return DayBounds.untilToday(organisations.today(support.organisationId()))
                .notBefore(support.openedOn(), "день, с которого ищут наставника");
    }

    /** These mentees have a mentor (again), in whatever programme; nothing happens when there was no support. */
    void matched(Collection<UUID> menteePersonIds) {
        supports.openOf(menteePersonIds).forEach(support -> {
            close(support, UnmatchedSupport.Outcome.MATCHED);
            events.publishEvent(new MenteeMatched(support.participantId()));
        });
    }

    /**
     * The mentee wants no mentor any more: the search and what has been proposed end.
     *
     * @param mentee  who says so
     * @param decider the mentee
     * @param entry   how it was said: always written down (E24)
     * @return whether the mentee was being supported
     */
    boolean decline(Participant mentee, Decider decider, Entry entry) {
        Optional<UnmatchedSupport> open = supports.findByParticipantIdAndClosedOnIsNull(mentee.id());
        open.ifPresentOrElse(
                support -> {
                    decisions.record(
                            support.organisationId(),
                            UnmatchedSupportVerdict.DECLINED,
                            support.id(),
                            null,
                            null,
                            decider,
                            entry);
                    close(support, UnmatchedSupport.Outcome.DECLINED);
                },
                () -> decisions.record(
                        mentee.organisationId(), ParticipantVerdict.DECLINED, mentee.id(), null, null, decider, entry));
        pairs.ofMentee(mentee.personId(), IN_LIST).stream()
                .filter(pair -> pair.programmeId().equals(mentee.programmeId()))
                .forEach(Mentorship::drop);
        participants.endSearch(mentee.id());
        return open.isPresent();
    }

    /**
     * The person has left the school: nobody searches for a mentor of theirs.
     *
     * @return the participants whose support has ended
     */
    List<UUID> left(UUID personId) {
        List<UnmatchedSupport> open = supports.openOf(List.of(personId));
        open.forEach(support -> {
            close(support, UnmatchedSupport.Outcome.LEFT);
            events.publishEvent(new SupportCancelled(support.participantId()));
        });
        return open.stream().map(UnmatchedSupport::participantId).toList();
    }

    /** @return whether a mentor is searched for this person, who is supported meanwhile */
    @Transactional(readOnly = true)
    boolean supported(UUID personId) {
        return !supports.openOf(List.of(personId)).isEmpty();
    }

    /** The programme has ended, and with it every support; whoever searches in another one is supported there. */
    void endWith(UUID programmeId) {
        for (UnmatchedSupport support : openOnes(programmeId)) {
            close(support, UnmatchedSupport.Outcome.PROGRAMME_ENDED);
            Set<UUID> running = runningProgrammes(support.organisationId());
            menteesOf(participants.get(support.participantId()).personId()).stream()
                    .filter(mentee -> running.contains(mentee.programmeId())
                            && !mentee.programmeId().equals(programmeId))
                    .filter(UnmatchedSupports::inBank)
                    .findFirst()
                    .ifPresent(mentee -> open(mentee.id()));
        }
    }

    Optional<Participant> menteeOf(UUID programmeId, UUID personId) {
        return participants.find(programmeId, personId, Side.MENTEE);
    }

    private UnmatchedSupport openOne(UUID participantId) {
        return supports.findByParticipantIdAndClosedOnIsNull(participantId)
                .orElseThrow(() -> Refusal.wrongState("Поддержка этого наставляемого уже завершена."));
    }

    private void close(UnmatchedSupport support, UnmatchedSupport.Outcome outcome) {
        support.close(outcome, organisations.today(support.organisationId()));
        supports.flush();
    }
}
