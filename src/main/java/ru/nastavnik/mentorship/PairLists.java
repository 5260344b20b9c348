package ru.nastavnik.mentorship;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.documents.ActKind;
import ru.nastavnik.documents.LocalActs;
import ru.nastavnik.mentorship.Mentorship.State;
import ru.nastavnik.mentorship.MentorshipEvents.PairListClosed;
import ru.nastavnik.mentorship.MentorshipEvents.PairListOpened;
import ru.nastavnik.mentorship.MentorshipEvents.PairStarted;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.organisation.People;
import ru.nastavnik.participants.Participant;
import ru.nastavnik.participants.ParticipantState;
import ru.nastavnik.participants.ParticipantVerdict;
import ru.nastavnik.participants.Participants;
import ru.nastavnik.participants.Side;
import ru.nastavnik.roadmap.Programme;
import ru.nastavnik.roadmap.Roadmap;
import ru.nastavnik.shared.DayBounds;
import ru.nastavnik.shared.Decider;
import ru.nastavnik.shared.DecisionRecord;
import ru.nastavnik.shared.Decisions;
import ru.nastavnik.shared.Door;
import ru.nastavnik.shared.Entry;
import ru.nastavnik.shared.Known;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.RussianDate;
import ru.nastavnik.shared.RussianText;
import ru.nastavnik.shared.SchoolClock;

/** Forms pairs: proposed by the curator, decided by the director, assigned by order, started. */
@Service
@Transactional
public class PairLists {

    /**
     * Who is to work with whom.
     *
     * @param menteeParticipantIds one mentee in the bank, with a request and without a mentor; several for a group (E12,
     *                             E24)
     * @param mentorParticipantId  mentor in the bank, with a competence and a free place (E7, E12)
     * @param from                 first day of work
     * @param to                   last day; not later than the policy allows (E8)
     * @param groupAgreed          whether mentor and mentees have agreed to work as a group (S4-2.6)
     */
    public record Proposal(
            PairKind kind,
            List<UUID> menteeParticipantIds,
            UUID mentorParticipantId,
            PairForm form,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            boolean groupAgreed) {}

    private static final Set<State> WITH_CURATOR = EnumSet.of(State.PROPOSED, State.RETURNED);
    private static final Set<State> IN_LIST_OR_WORKING =
            EnumSet.of(State.PROPOSED, State.RETURNED, State.APPROVED, State.ACTIVE, State.SUSPENDED);

    private final PairListRepository lists;
    private final MentorshipRepository pairs;
    private final UnmatchedSupports supports;
    private final Workload workload;
    private final Presence presence;
    private final PairLabels labels;
    private final PairConsents consents;
    private final PairOrders orders;
    private final RowLocks locks;
    private final Participants participants;
    private final LocalActs acts;
    private final Organisations organisations;
    private final People people;
    private final Decisions decisions;
    private final SchoolClock clock;
    private final ApplicationEventPublisher events;
    private final Roadmap roadmap;

    PairLists(
            PairListRepository lists,
            MentorshipRepository pairs,
            UnmatchedSupports supports,
            Workload workload,
            Presence presence,
            PairLabels labels,
            PairConsents consents,
            PairOrders orders,
            RowLocks locks,
            Participants participants,
            LocalActs acts,
            Organisations organisations,
            People people,
            Decisions decisions,
            SchoolClock clock,
            ApplicationEventPublisher events,
            Roadmap roadmap) {
        this.lists = lists;
        this.pairs = pairs;
        this.supports = supports;
        this.workload = workload;
        this.presence = presence;
        this.labels = labels;
        this.consents = consents;
        this.orders = orders;
        this.locks = locks;
        this.participants = participants;
        this.acts = acts;
        this.organisations = organisations;
        this.people = people;
        this.decisions = decisions;
        this.clock = clock;
        this.events = events;
        this.roadmap = roadmap;
    }

    /**
     * Opens a list, unless the curator has one without a single pair yet.
     *
     * @return id of the list in which pairs can now be proposed
     */
    public UUID open(UUID organisationId, UUID programmeId) {
        for (PairList list : lists.findByProgrammeIdAndClosedAtIsNullOrderByOpenedAt(programmeId)) {
            if (list.withCurator()
                    && pairs.findByPairListIdAndStateIn(list.id(), State.IN_LIST)
                            .isEmpty()) {
                return list.id();
            }
        }
        return openAnother(organisationId, programmeId).id();
    }

    private PairList openAnother(UUID organisationId, UUID programmeId) {
        PairList list = lists.saveAndFlush(new PairList(organisationId, programmeId, clock.instant()));
        events.publishEvent(new PairListOpened(list.id()));
        return list;
    }

    @Transactional(readOnly = true)
    public PairList get(UUID pairListId) {
        return lists.findById(pairListId).orElseThrow(() -> Refusal.notFound("Такого списка пар нет."));
    }

    /** @return whether pairs of the programme have been formed or are being formed */
    @Transactional(readOnly = true)
    public boolean any(UUID programmeId) {
        return lists.existsByProgrammeId(programmeId);
    }

    @Transactional(readOnly = true)
    public boolean anyOpen(UUID programmeId) {
        return lists.existsByProgrammeIdAndClosedAtIsNull(programmeId);
    }

    /** @return the list's pairs that do not work yet: proposed, returned, waiting for the order; by the mentee's name */
    @Transactional(readOnly = true)
    public List<Mentorship> pairs(UUID pairListId) {
        return byMentee(pairs.findByPairListIdAndStateIn(pairListId, State.IN_LIST));
    }

    /** @return the pairs that wait for the director */
    @Transactional(readOnly = true)
    public List<Mentorship> proposed(UUID pairListId) {
        return byMentee(pairs.findByPairListIdAndStateIn(pairListId, EnumSet.of(State.PROPOSED)));
    }

    /** @return whether a pair of the list waits for the curator: the director has returned it, or it has come back */
    @Transactional(readOnly = true)
    public boolean waitForCurator(UUID pairListId) {
        return !inList(pairListId, WITH_CURATOR).isEmpty();
    }

    /** @return the pairs that are approved and wait for the order */
    @Transactional(readOnly = true)
    public List<Mentorship> approved(UUID pairListId) {
        return byMentee(pairs.findByPairListIdAndStateIn(pairListId, EnumSet.of(State.APPROVED)));
    }

    /** @return why the director has returned pairs of this list, oldest first */
    @Transactional(readOnly = true)
    public List<DecisionRecord> returns(UUID pairListId) {
        return decisions.about(
                pairs.findByPairListId(pairListId).stream().map(Mentorship::id).toList(), PairVerdict.RETURN);
    }

    private List<Mentorship> byMentee(List<Mentorship> found) {
        Map<UUID, String> names = labels.names(found);
        return found.stream()
                .sorted(RussianText.by((Mentorship pair) -> PairLabels.mentees(pair, names))
                        .thenComparing(Mentorship::id))
                .toList();
    }

    /** @return mentees of the bank who neither have a mentor nor stand in a list */
    @Transactional(readOnly = true)
    public List<Participant> mentees(UUID programmeId) {
        List<Participant> bank = participants.bank(programmeId, Side.MENTEE);
        Set<UUID> taken =
                pairs.menteesAmong(bank.stream().map(Participant::personId).toList(), IN_LIST_OR_WORKING);
        return bank.stream()
                .filter(mentee -> !taken.contains(mentee.personId()))
                .toList();
    }

    /** @return the mentors of the programme's bank, also those who entered it after the selection */
    @Transactional(readOnly = true)
    public List<Participant> mentors(UUID programmeId) {
        return participants.bank(programmeId, Side.MENTOR);
    }

    /** @return the mentors in the bank who have not been selected: about them the director decides with the pair */
    @Transactional(readOnly = true)
    public Set<UUID> outsideSelection(UUID programmeId) {
        return notSelected(programmeId).keySet();
    }

    private Map<UUID, Participant> notSelected(UUID programmeId) {
        return mentors(programmeId).stream()
                .filter(mentor -> mentor.state() == ParticipantState.IN_BANK)
                .collect(Collectors.toMap(Participant::personId, Function.identity()));
    }

    /** With a pair the director approves its mentor too, when nobody has selected them before (S2-4.1). */
    void selectWithPair(UUID programmeId, Collection<UUID> mentorIds, Decider decider, Entry entry) {
        notSelected(programmeId).forEach((mentorId, mentor) -> {
            if (mentorIds.contains(mentorId)) {
                participants.select(mentor.id());
                decisions.record(
                        mentor.organisationId(), ParticipantVerdict.SELECT, mentor.id(), null, null, decider, entry);
            }
        });
    }

    /**
     * Proposes a pair or a group in an open list: the curator's choice, written down.
     *
     * @param curator who chooses
     * @return id of the pair
     */
    public UUID propose(UUID pairListId, Proposal proposal, Decider curator, Entry entry) {
        PairList list = openOne(pairListId);
        List<Participant> free = mentees(list.programmeId());
        List<Participant> mentees = proposal.menteeParticipantIds().stream()
                .map(id -> among(
                        free, id, "У этого наставляемого уже есть наставник, или он стоит в списке. Выберите другого."))
                .toList();
        if (mentees.isEmpty()) {
            throw Refusal.invalid("Выберите наставляемого.");
        }
        Participant mentor = among(
                mentors(list.programmeId()),
                proposal.mentorParticipantId(),
                "Этого человека нет в банке наставников. Выберите другого.");
        PairPeriod period = PairPeriod.checked(
                proposal.from(),
                proposal.to(),
                organisations.policy(list.organisationId()).maxPairMonths());
        mentees.forEach(mentee ->
                requireTopics(mentee, "У наставляемого нет ни одного запроса. Сначала укажите, в чём нужна помощь."));
        requireTopics(mentor, "У наставника не указано, в чём он может помочь. Сначала дополните сведения о нём.");
        Mentorship pair = new Mentorship(
                list,
                proposal.kind(),
                mentees.stream().map(Participant::personId).toList(),
                mentor.personId(),
                proposal.form(),
                period);
        List<UUID> personIds =
                pair.members().stream().map(MentorshipMember::personId).toList();
        locks.holdPeople(personIds);
        presence.require(list.organisationId(), personIds, period, "Выберите другого или сократите срок.");
        if (proposal.kind() == PairKind.GROUP) {
            requireAgreement(proposal);
        } else {
            requirePlace(list, mentor.personId(), period);
        }
        UUID pairId = pairs.saveAndFlush(pair).id();
        decisions.record(list.organisationId(), PairVerdict.PROPOSE, pairId, null, null, curator, entry);
        if (proposal.kind() == PairKind.GROUP) {
            recordAgreement(pair, pairId, entry);
        }
        return pairId;
    }

    private static void requireAgreement(Proposal proposal) {
        if (!proposal.groupAgreed()) {
            throw Refusal.invalid(
                    "Спросите наставника и наставляемых, согласны ли они работать группой, и отметьте это: "
                            + "без их согласия группы нет.");
        }
    }

    /** Both sides have told the curator so. */
    private void recordAgreement(Mentorship group, UUID groupId, Entry entry) {
        Entry told = new Entry(
                Door.WORDS,
                entry.happenedOn(),
                "Сказано куратору при подборе, отмечено в задаче " + RussianDate.of(entry.happenedOn()),
                entry.recordedBy());
        group.members()
                .forEach(member -> decisions.record(
                        group.organisationId(),
                        PairVerdict.AGREE_TO_GROUP,
                        groupId,
                        null,
                        null,
                        new Decider(member.personId(), member.side().title()),
                        told));
    }

    private void requirePlace(PairList list, UUID mentorId, PairPeriod period) {
        List<PairPeriod> added = Stream.concat(
                        inList(list.id(), WITH_CURATOR).stream()
                                .filter(pair -> pair.kind() == PairKind.INDIVIDUAL
                                        && pair.mentorId().equals(mentorId))
                                .map(Mentorship::period),
                        Stream.of(period))
                .toList();
        workload.requirePlaces(list.organisationId(), Map.of(mentorId, added));
    }

    private void requireTopics(Participant participant, String sentence) {
        if (participants.topicsOf(participant.id()).isEmpty()) {
            throw Refusal.invalid(sentence);
        }
    }

    private static Participant among(List<Participant> choices, UUID id, String sentence) {
        return choices.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(sentence));
    }

    /** Takes a proposed or returned pair out of the list; its mentee searches on. */
    public void drop(UUID pairListId, UUID mentorshipId) {
        openOne(pairListId);
        inList(pairListId, WITH_CURATOR).stream()
                .filter(pair -> pair.id().equals(mentorshipId))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("Этой пары уже нет в списке. Откройте задачу заново."))
                .drop();
    }

    /** Puts the list before the director; what he returned before is proposed again. */
    public void submit(UUID pairListId) {
        openOne(pairListId).submit(clock.instant());
        inList(pairListId, WITH_CURATOR).forEach(Mentorship::proposeAgain);
    }

    /** @return what the proposed pairs still need, of both sides, before they can be approved (E4) */
    @Transactional(readOnly = true)
    public List<MissingConsent> missingConsentsOf(UUID pairListId) {
        List<Mentorship> proposed = proposed(pairListId);
        return consents.missing(
                get(pairListId).organisationId(),
                proposed.stream().map(Mentorship::mentorId).collect(Collectors.toSet()),
                proposed.stream().flatMap(pair -> pair.menteeIds().stream()).collect(Collectors.toSet()));
    }

    /** @return what each of these pairs still needs before it can be approved (E4) */
    @Transactional(readOnly = true)
    public Map<UUID, List<MissingConsent>> missingConsents(List<Mentorship> pairs) {
        return pairs.isEmpty() ? Map.of() : consents.missing(pairs.get(0).organisationId(), pairs);
    }

    /**
     * The director's decision on every proposed pair of the list.
     *
     * @param approvedIds pairs to approve; the rest goes back to the curator
     * @param remark      why the rest goes back; demanded when there is a rest
     * @return whether a pair of the list has been approved and waits for its order
     * @throws Refusal when a consent is missing (E4), a mentor would get too many mentees (E7), a mentee a second mentor
     */
    public boolean decide(
            UUID pairListId, Collection<UUID> approvedIds, @Nullable String remark, Decider decider, Entry entry) {
        PairList list = locks.held(openOne(pairListId));
        List<Mentorship> proposed = proposed(pairListId);
        List<Mentorship> approved = proposed.stream()
                .filter(pair -> approvedIds.contains(pair.id()))
                .toList();
        List<Mentorship> returned = proposed.stream()
                .filter(pair -> !approvedIds.contains(pair.id()))
                .toList();
        if (approved.size() < new HashSet<>(approvedIds).size()) {
            throw Refusal.wrongState("Список пар изменился. Откройте задачу заново.");
        }
        if (!returned.isEmpty() && remark == null) {
            throw Refusal.invalid("Отмечены не все пары. Напишите замечание: почему остальные возвращаются куратору.");
        }
        requireConsents(approved);
        holdPeopleOf(approved);
        presence.require(list.organisationId(), approved, "Эту пару верните куратору, остальные можно утвердить.");
        requirePlacesAndNobodyTwice(list, approved);
        for (Mentorship pair : approved) {
            pair.approve();
            decisions.record(list.organisationId(), PairVerdict.APPROVE, pair.id(), null, null, decider, entry);
        }
        selectWithPair(
                list.programmeId(),
                approved.stream().map(Mentorship::mentorId).collect(Collectors.toSet()),
                decider,
                entry);
        for (Mentorship pair : returned) {
            pair.sendBack();
            decisions.record(list.organisationId(), PairVerdict.RETURN, pair.id(), null, remark, decider, entry);
        }
        if (approved.isEmpty()) {
            list.giveBack();
        }
        holdPlaces(approved.stream().map(Mentorship::id).toList());
        return !approved.isEmpty();
    }

    /**
     * Gives the pairs that the director has returned back to the curator at once, in a list of their own: they do not wait
     * until the others have their order.
     */
    public void partWithReturned(UUID pairListId) {
        PairList list = openOne(pairListId);
        List<Mentorship> returned = inList(pairListId, EnumSet.of(State.RETURNED));
        if (!returned.isEmpty()) {
            PairList rest = openAnother(list.organisationId(), list.programmeId());
            returned.forEach(pair -> pair.moveTo(rest));
            pairs.flush();
        }
    }

    /** @return days of the order on the pairs: they were approved */
    @Transactional(readOnly = true)
    public DayBounds orderDays(UUID pairListId) {
        PairList list = get(pairListId);
        LocalDate approvedOn = decisions.lastDay(
                approved(pairListId).stream().map(Mentorship::id).toList(), PairVerdict.APPROVE);
        return roadmap.programme(list.programmeId())
                .preparation(organisations.today(list.organisationId()))
                .notBefore(approvedOn, "день утверждения пар");
    }

    /** @return days on which pairs of this programme begin, or end: one that begins late may outlive it */
    @Transactional(readOnly = true)
    public DayBounds periodDays(UUID programmeId, boolean end) {
        Programme programme = roadmap.programme(programmeId);
        int months = organisations.policy(programme.organisationId()).maxPairMonths();
        return end
                ? DayBounds.between(
                        programme.periodFrom(),
                        "начало программы",
                        programme.periodTo().plusMonths(months),
                        "самый долгий срок работы пары после конца программы")
                : programme.plan();
    }

    private void requireConsents(List<Mentorship> approved) {
        Map<UUID, List<MissingConsent>> ofPairs = missingConsents(approved);
        List<MissingConsent> missing = approved.stream()
                .flatMap(pair -> Known.in(ofPairs, pair.id()).stream())
                .toList();
        int pairsWithout =
                (int) ofPairs.values().stream().filter(one -> !one.isEmpty()).count();
        if (pairsWithout > 0) {
            throw Refusal.wrongState(noConsent(pairsWithout, approved.size(), consents.sentence(missing)));
        }
    }

    /** @return «Нет согласия: 2 из 9 пар (…). Можно утвердить остальные 7, а эти вернуть куратору.» */
    static String noConsent(int without, int of, String whose) {
        String pairs = of % 10 == 1 && of % 100 != 11 ? "пары" : "пар";
        int rest = of - without;
        String these = without == 1 ? "эту" : "эти";
        String wayOut = rest == 0
                ? "Верните " + (of == 1 ? "её" : "их") + " куратору с замечанием."
                : "Можно утвердить " + (rest == 1 ? "оставшуюся пару" : "остальные " + rest) + ", а " + these
                        + " вернуть куратору.";
        return "Нет согласия: " + without + " из " + of + " " + pairs + " (" + whose + "). " + wayOut;
    }

    /** Nobody takes the same mentors' places, and nobody of these people leaves, until this has been decided. */
    private void holdPeopleOf(List<Mentorship> approved) {
        locks.holdPeople(approved.stream()
                .flatMap(pair -> pair.members().stream())
                .map(MentorshipMember::personId)
                .toList());
    }

    private void requirePlacesAndNobodyTwice(PairList list, List<Mentorship> approved) {
        Map<UUID, List<PairPeriod>> added = new LinkedHashMap<>();
        List<UUID> mentees = new ArrayList<>();
        approved.forEach(pair -> {
            mentees.addAll(pair.menteeIds());
            if (pair.kind() == PairKind.INDIVIDUAL) {
                added.computeIfAbsent(pair.mentorId(), id -> new ArrayList<>()).add(pair.period());
            }
        });
        workload.requirePlaces(list.organisationId(), added);
        Set<UUID> taken = pairs.menteesAmong(mentees, State.WORKING);
        Set<UUID> seen = new HashSet<>();
        for (UUID menteeId : mentees) {
            if (!seen.add(menteeId) || taken.contains(menteeId)) {
                throw hasMentor(people.shortName(menteeId));
            }
        }
    }

    private void holdPlaces(List<UUID> approvedIds) {
        try {
            pairs.holdPlaces(approvedIds);
        } catch (DataIntegrityViolationException e) {
            throw hasMentor("один из наставляемых");
        }
    }

    private static Refusal hasMentor(String who) {
        return Refusal.wrongState(
                "Уже есть наставник: " + who + ". Эту пару верните куратору, остальные можно утвердить.");
    }

    /**
     * Issues the order that assigns the approved pairs of the list.
     *
     * @param number unique in the journal of orders and the year (E30)
     * @param date   not before the last consent (E4)
     * @return id of the order
     */
    public UUID assign(UUID pairListId, String number, LocalDate date) {
        PairList list = locks.held(openOne(pairListId));
        List<Mentorship> approved = approved(pairListId);
        if (approved.isEmpty()) {
            throw Refusal.wrongState("В этом списке нет утверждённых пар, приказ не нужен.");
        }
        orderDays(pairListId).require("Дата приказа", date);
        holdPeopleOf(approved);
        presence.require(
                list.organisationId(),
                approved,
                "Прекратите эту пару на странице «Пары и группы», потом зарегистрируйте приказ по остальным.");
        consents.requireBefore(list.organisationId(), approved, date);
        approved.forEach(pair -> pair.begin(date));
        UUID orderId = acts.issue(
                list.organisationId(),
                list.programmeId(),
                ActKind.PAIR_ORDER,
                PairOrders.PAIRS_TITLE,
                orders.pairs(approved),
                number,
                date);
        approved.forEach(pair -> pair.assign(orderId));
        pairs.flush();
        return orderId;
    }

    /**
     * Starts the pairs of the list that an order has assigned; a second call starts nothing.
     *
     * @return the pairs that have started
     */
    public List<Mentorship> start(UUID pairListId) {
        List<Mentorship> assigned = approved(pairListId).stream()
                .filter(pair -> pair.orderId() != null)
                .toList();
        assigned.forEach(Mentorship::start);
        pairs.flush();
        supports.matched(
                assigned.stream().flatMap(pair -> pair.menteeIds().stream()).toList());
        assigned.forEach(pair -> events.publishEvent(new PairStarted(pair.id())));
        return assigned;
    }

    /** Closes the list and sees to it that every mentee who has found no mentor is supported (E24). */
    public void close(UUID pairListId) {
        PairList list = locks.held(get(pairListId));
        if (!list.open()) {
            return;
        }
        if (!pairs(pairListId).isEmpty()) {
            throw Refusal.wrongState("В списке ещё есть пары, которые не начали работать. Закрыть его нельзя.");
        }
        list.close(clock.instant());
        lists.flush();
        supports.openForAll(list.programmeId());
        events.publishEvent(new PairListClosed(pairListId));
    }

    private List<Mentorship> inList(UUID pairListId, Set<State> states) {
        return pairs.findByPairListIdAndStateIn(pairListId, states);
    }

    private PairList openOne(UUID pairListId) {
        PairList list = get(pairListId);
        if (!list.open()) {
            throw Refusal.wrongState("Подбор по этому списку уже завершён.");
        }
        return list;
    }
}
