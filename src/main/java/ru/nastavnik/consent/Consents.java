package ru.nastavnik.consent;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.consent.ConsentKind.Gate;
import ru.nastavnik.consent.ConsentKind.Stops;
import ru.nastavnik.consent.RequiredConsents.Required;
import ru.nastavnik.notification.NoticeKind;
import ru.nastavnik.notification.Notices;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.organisation.People;
import ru.nastavnik.organisation.Person;
import ru.nastavnik.organisation.Power;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.participants.Side;
import ru.nastavnik.shared.Decider;
import ru.nastavnik.shared.Decisions;
import ru.nastavnik.shared.Entry;
import ru.nastavnik.shared.Known;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.SchoolClock;

/**
 * Consents: asking, answering, withdrawing, and who has given what. Nobody's data is used without them (E1–E4). A consent
 * belongs to a person of the school and holds in every programme; one that holds is not asked again.
 */
@Service
@Transactional
public class Consents {

    /** One answer to one request. */
    public record Answer(UUID consentId, boolean given) {}

    private static final int MAX_REMINDERS = 2;

    private final ConsentRepository consents;
    private final ConsentCollectionRepository collections;
    private final ConsentTextRepository texts;
    private final RequiredConsents required;
    private final ConsentJournal journal;
    private final Organisations organisations;
    private final People people;
    private final Notices notices;
    private final Decisions decisions;
    private final SchoolClock clock;
    private final ApplicationEventPublisher events;

    Consents(
            ConsentRepository consents,
            ConsentCollectionRepository collections,
            ConsentTextRepository texts,
            RequiredConsents required,
            ConsentJournal journal,
            Organisations organisations,
            People people,
            Notices notices,
            Decisions decisions,
            SchoolClock clock,
            ApplicationEventPublisher events) {
        this.consents = consents;
        this.collections = collections;
        this.texts = texts;
        this.required = required;
        this.journal = journal;
        this.organisations = organisations;
        this.people = people;
        this.notices = notices;
        this.decisions = decisions;
        this.clock = clock;
        this.events = events;
    }

    // --- asking -----------------------------------------------------------------------------------

    /** Opens a table in which consents are collected together. */
    public UUID openCollection(UUID organisationId, UUID programmeId, Side side) {
        return collections
                .saveAndFlush(new ConsentCollection(organisationId, programmeId, side, clock.instant()))
                .id();
    }

    @Transactional(readOnly = true)
    public ConsentCollection collection(UUID collectionId) {
        return collections.findById(collectionId).orElseThrow(() -> Refusal.notFound("Такого сбора согласий нет."));
    }

    /** Asks these people for everything that is needed of them on the side of the collection. */
    public void ask(UUID collectionId, Collection<UUID> personIds) {
        ask(collectionId, personIds, required.kinds(kind -> true));
    }

    /** Asks these people, on the side of the collection, for everything that this gate waits for. */
    public void ask(UUID collectionId, Collection<UUID> personIds, Gate gate) {
        ask(collectionId, personIds, required.kinds(gate::waitsFor));
    }

    private void ask(UUID collectionId, Collection<UUID> personIds, List<ConsentKind> kinds) {
        ConsentCollection collection = collection(collectionId);
        LocalDate today = organisations.today(collection.organisationId());
        Map<UUID, Person> persons = people.persons(personIds);
        personIds.stream()
                .distinct()
                .sorted()
                .forEach(personId -> RequiredConsents.of(kinds, collection.side(), Known.in(persons, personId), today)
                        .forEach(one ->
                                journal.ask(collection, personId, one.kind().code(), one.giver())));
    }

    /** Asks one person for one consent. */
    public void ask(UUID collectionId, UUID personId, String kindCode, Giver giver) {
        journal.ask(collection(collectionId), personId, kindCode, giver);
    }

    /** @return the wording of this consent for its person and school */
    @Transactional(readOnly = true)
    public String text(Consent consent) {
        return texts.findById(consent.textId())
                .orElseThrow()
                .filledFor(
                        people.person(consent.organisationId(), consent.personId()),
                        organisations.get(consent.organisationId()));
    }

    // --- who has given what -----------------------------------------------------------------------

    @Transactional(readOnly = true)
    public List<Consent> ofCollection(UUID collectionId) {
        return consents.ofCollection(collectionId);
    }

    @Transactional(readOnly = true)
    public List<Consent> awaited(UUID collectionId) {
        return consents.awaitedIn(collectionId);
    }

    @Transactional(readOnly = true)
    public boolean isAwaited(UUID collectionId) {
        return consents.isAwaitedIn(collectionId);
    }

    /** @return what this person has been asked in this programme and answers for themselves, in the order of the kinds */
    @Transactional(readOnly = true)
    public List<Consent> awaitedOf(UUID programmeId, UUID personId) {
        return consents.ownAwaited(programmeId, personId).stream()
                .sorted(Consent.BY_KIND)
                .toList();
    }

    /** @return those of these people who have been asked in this programme for what they answer for themselves */
    @Transactional(readOnly = true)
    public Set<UUID> awaitedAmong(UUID programmeId, Collection<UUID> personIds) {
        return consents.ownAwaited(programmeId, personIds);
    }

    /**
     * @return what this gate still waits for from these people on this side, in the order of the kinds; whoever has given
     *     everything is not in it
     */
    @Transactional(readOnly = true)
    public Map<UUID, List<ConsentKind>> missing(UUID organisationId, Side side, Collection<UUID> personIds, Gate gate) {
        LocalDate today = organisations.today(organisationId);
        // The kinds are read first: consents refer to them, and would fetch them one by one.
        Map<UUID, List<Required>> needed = requiredOf(side, personIds, gate, today);
        Map<UUID, List<Consent>> theirs = of(personIds);
        Map<UUID, List<ConsentKind>> missing = new LinkedHashMap<>();
        needed.forEach((personId, ofPerson) -> {
            List<ConsentKind> kinds = ofPerson.stream()
                    .filter(one -> theirs.getOrDefault(personId, List.of()).stream()
                            .noneMatch(consent -> one.is(consent) && consent.holdsOn(today)))
                    .map(Required::kind)
                    .distinct()
                    .toList();
            if (!kinds.isEmpty()) {
                missing.put(personId, kinds);
            }
        });
        return missing;
    }

    /** @return the consents of these people, needed at this gate, that hold but were given only after that day (E4) */
    @Transactional(readOnly = true)
    public List<Consent> givenAfter(
            LocalDate day, UUID organisationId, Side side, Collection<UUID> personIds, Gate gate) {
        LocalDate today = organisations.today(organisationId);
        Map<UUID, List<Required>> needed = requiredOf(side, personIds, gate, today);
        return consents.findByPersonIdIn(personIds).stream()
                .filter(consent -> Known.in(needed, consent.personId()).stream().anyMatch(one -> one.is(consent)))
                .filter(consent -> consent.holdsOn(today) && consent.answerDay().isAfter(day))
                .sorted(Consent.BY_KIND)
                .toList();
    }

    private Map<UUID, List<Required>> requiredOf(Side side, Collection<UUID> personIds, Gate gate, LocalDate today) {
        List<ConsentKind> kinds = required.kinds(gate::waitsFor);
        Map<UUID, Person> persons = people.persons(personIds);
        Map<UUID, List<Required>> needed = new LinkedHashMap<>();
        personIds.forEach(
                personId -> needed.put(personId, RequiredConsents.of(kinds, side, Known.in(persons, personId), today)));
        return needed;
    }

    private Map<UUID, List<Consent>> of(Collection<UUID> personIds) {
        return consents.findByPersonIdIn(personIds).stream().collect(Collectors.groupingBy(Consent::personId));
    }

    /** @return the day from which the oldest text of all kinds is valid */
    @Transactional(readOnly = true)
    public LocalDate firstText() {
        return texts.firstValidFrom();
    }

    // --- answering --------------------------------------------------------------------------------

    /** Writes one answer down that came neither from a collection's table nor from the person's own form. */
    public void answer(UUID consentId, boolean given, Decider decider, Entry entry) {
        record(List.of(new Answer(consentId, given)), answered -> consent -> decider, entry);
    }

    /**
     * Writes answers down. The same answer once more changes nothing. A refusal of what participation needs takes back
     * the other requests to that person that are still open.
     *
     * @param entry a consent is given on paper, or on the screen where the organisation's policy says so; a
     *              representative's always on paper (E2)
     */
    public void answer(List<Answer> answers, Entry entry) {
        record(answers, journal::giversOf, entry);
    }

    private void record(
            List<Answer> answers, Function<List<Consent>, Function<Consent, Decider>> deciders, Entry entry) {
        Map<UUID, Boolean> given = answers.stream().collect(Collectors.toMap(Answer::consentId, Answer::given));
        List<Consent> answered = lockedTogether(given.keySet()).stream()
                .filter(consent -> consent.acceptable(
                        Known.in(given, consent.id()),
                        entry,
                        organisations.policy(consent.organisationId()).consentOnScreen()))
                .toList();
        journal.say(
                answered,
                consent -> Known.in(given, consent.id()) ? ConsentVerdict.GIVEN : ConsentVerdict.REFUSED,
                deciders.apply(answered),
                entry);
        consents.flush();
        Map<UUID, UUID> personOf = new HashMap<>();
        answered.forEach(consent -> personOf.put(consent.id(), consent.personId()));
        List<Consent> refused = answered.stream()
                .filter(consent ->
                        !Known.in(given, consent.id()) && consent.kind().stops() == Stops.PARTICIPATION)
                .toList();
        refused.forEach(consent -> takeBackFrom(consent.personId(), personOf));
        for (Consent consent : refused) {
            Set<UUID> programmes = collections.openWith(List.of(consent.id())).stream()
                    .map(ConsentCollection::programmeId)
                    .collect(Collectors.toSet());
            events.publishEvent(new ParticipationRefused(consent.personId(), programmes));
        }
        tell(personOf);
    }

    /** @return how many consents are awaited from this person, or from whoever answers for them */
    @Transactional(readOnly = true)
    public int awaitedFrom(UUID personId) {
        return consents.awaitedOf(personId).size();
    }

    /** Nothing is awaited from this person any more. */
    public void takeBackFrom(UUID personId) {
        Map<UUID, UUID> personOf = new HashMap<>();
        takeBackFrom(personId, personOf);
        tell(personOf);
    }

    /** Everything that is still awaited from this person is taken back. */
    private void takeBackFrom(UUID personId, Map<UUID, UUID> personOf) {
        List<Consent> open = journal.held(consents.awaitedOf(personId));
        open.forEach(consent -> personOf.put(consent.id(), personId));
        journal.takeBack(open);
    }

    private void tell(Map<UUID, UUID> personOf) {
        if (personOf.isEmpty()) {
            return;
        }
        Set<UUID> programmeIds = new LinkedHashSet<>();
        Set<UUID> collectionIds = new LinkedHashSet<>();
        collections.openWith(personOf.keySet()).forEach(collection -> {
            programmeIds.add(collection.programmeId());
            collectionIds.add(collection.id());
        });
        events.publishEvent(new AnswersRecorded(programmeIds, collectionIds, new HashSet<>(personOf.values())));
    }

    /**
     * Two answers at the same moment must not both see the other one as awaited: the collections are locked first, then
     * the consents. A collection that has joined meanwhile is locked after them.
     */
    private List<Consent> lockedTogether(Set<UUID> ids) {
        Set<UUID> locked = lockCollections(ids, Set.of());
        List<Consent> held = journal.held(ids);
        if (held.size() < ids.size()) {
            throw Refusal.notFound("Этого согласия больше не ждут. Откройте задачу заново.");
        }
        lockCollections(ids, locked);
        return held;
    }

    private Set<UUID> lockCollections(Set<UUID> consentIds, Set<UUID> except) {
        Set<UUID> ids = collections.openWith(consentIds).stream()
                .map(ConsentCollection::id)
                .filter(id -> !except.contains(id))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!ids.isEmpty()) {
            collections.lock(ids);
        }
        return ids;
    }

    // --- withdrawing ------------------------------------------------------------------------------

    /**
     * Writes down that a consent has been withdrawn, by an application that the school has received. What hangs on the
     * kind follows at once ({@link ConsentWithdrawn}).
     *
     * @param entry the day on which the application was received, and where it lies
     * @return what the curator has to know now
     */
    public String withdraw(UUID organisationId, UUID consentId, Entry entry) {
        Consent consent = lockedTogether(Set.of(consentId)).get(0);
        if (!consent.organisationId().equals(organisationId)) {
            throw Refusal.notFound("Такого согласия нет.");
        }
        consent.requireWithdrawable(entry.happenedOn(), organisations.today(organisationId));
        Decider giver = journal.giversOf(List.of(consent)).apply(consent);
        journal.say(List.of(consent), said -> ConsentVerdict.WITHDRAWN, said -> giver, entry);
        consents.flush();
        Map<UUID, UUID> personOf = new HashMap<>(Map.of(consentId, consent.personId()));
        if (consent.kind().stops() == Stops.PARTICIPATION) {
            takeBackFrom(consent.personId(), personOf);
        }
        if (consent.kind().eraseBy(entry.happenedOn()) != null) {
            people.holders(organisationId, Role.CURATOR).stream()
                    .map(Power::accountId)
                    .distinct()
                    .forEach(account -> notices.tell(account, NoticeKind.ERASURE_DUE, consentId));
        }
        events.publishEvent(new ConsentWithdrawn(organisationId, consent.personId(), consent.kind(), giver, entry));
        tell(personOf);
        return consent.kind().afterWithdrawal();
    }

    /**
     * @return the last day on which the data of whoever has withdrawn this consent must be erased; null when none must, or
     *     they have been erased
     */
    @Transactional(readOnly = true)
    public @Nullable LocalDate eraseBy(UUID consentId) {
        return consents.findById(consentId)
                .filter(consent -> consent.state() == ConsentState.WITHDRAWN)
                .filter(consent -> !people.person(consent.organisationId(), consent.personId())
                        .erased())
                .map(consent -> consent.kind().eraseBy(consent.answerDay()))
                .orElse(null);
    }

    /** Takes back every request for which nobody but this programme waits: it has ended. */
    public void takeBackAll(UUID programmeId) {
        List<ConsentCollection> ending = collections.findByProgrammeIdAndEndedAtIsNull(programmeId);
        ending.forEach(collection -> collection.end(clock.instant()));
        collections.flush();
        ending.stream().map(ConsentCollection::organisationId).distinct().forEach(organisationId -> {
            List<Consent> held = journal.held(consents.awaitedByNobody(organisationId));
            Set<UUID> still = Set.copyOf(consents.awaitedByNobody(organisationId));
            journal.takeBack(held.stream()
                    .filter(consent -> still.contains(consent.id()))
                    .toList());
        });
    }

    /** @return how many of the consents for which this side of the programme is asked stand so */
    @Transactional(readOnly = true)
    public long count(UUID programmeId, Side side, ConsentState state) {
        return consents.count(programmeId, side, state);
    }

    /** @return whether this person has still to answer for something, in whatever programme */
    @Transactional(readOnly = true)
    public boolean anyAwaitedOf(UUID personId) {
        return !consents.awaitedOf(personId).isEmpty();
    }

    // --- reminding --------------------------------------------------------------------------------

    /** @return people of the collection who are to be reminded now; each request is reminded of twice at most */
    public Set<UUID> remind(UUID collectionId) {
        return new LinkedHashSet<>(consents.remind(collectionId, MAX_REMINDERS));
    }

    /** Writes down how the talk with those ended who had not answered. */
    public void contacted(UUID collectionId, String note, Decider decider, Entry entry) {
        decisions.record(
                collection(collectionId).organisationId(),
                CollectionVerdict.CONTACTED,
                collectionId,
                null,
                note,
                decider,
                entry);
    }
}
