package ru.nastavnik.consent;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.organisation.People;
import ru.nastavnik.participants.Side;
import ru.nastavnik.shared.Decider;
import ru.nastavnik.shared.Decisions;
import ru.nastavnik.shared.Entry;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.SchoolClock;

/** Consents: asking, answering, and who has given what. Nobody's data is used without them (E1–E4). */
@Service
@Transactional
public class Consents {

    /** One answer to one request. */
    public record Answer(UUID consentId, boolean given) {}

    private static final int MAX_REMINDERS = 2;

    private final ConsentRepository consents;
    private final ConsentCollectionRepository collections;
    private final ConsentTextRepository texts;
    private final Organisations organisations;
    private final People people;
    private final Decisions decisions;
    private final SchoolClock clock;
    private final EntityManager entityManager;
    private final ApplicationEventPublisher events;

    Consents(
            ConsentRepository consents,
            ConsentCollectionRepository collections,
            ConsentTextRepository texts,
            Organisations organisations,
            People people,
            Decisions decisions,
            SchoolClock clock,
            EntityManager entityManager,
            ApplicationEventPublisher events) {
        this.consents = consents;
        this.collections = collections;
        this.texts = texts;
        this.organisations = organisations;
        this.people = people;
        this.decisions = decisions;
        this.clock = clock;
        this.entityManager = entityManager;
        this.events = events;
    }

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

    /**
     * Asks a person for a consent, by the wording that is valid today. Asking again changes nothing; in another
     * collection a refusal is asked again.
     *
     * @param collectionId where it is collected; null when asked by itself
     */
    public void ask(
            UUID organisationId, UUID programmeId, UUID collectionId, UUID personId, ConsentKind kind, Giver giver) {
        LocalDate today = organisations.today(organisationId);
        UUID textId = textOn(kind, today).id();
        Consent consent = consents.findByProgrammeIdAndPersonIdAndKindAndGiver(programmeId, personId, kind, giver)
                .flatMap(asked -> held(Set.of(asked.id())).stream().findFirst())
                .orElse(null);
        if (consent == null) {
            consents.saveAndFlush(
                    new Consent(organisationId, programmeId, collectionId, personId, kind, giver, textId, today));
        } else if (consent.askAgain(collectionId, textId, today)) {
            consents.saveAndFlush(consent);
        }
    }

    private ConsentText textOn(ConsentKind kind, LocalDate day) {
        List<ConsentText> versions = texts.findByKindOrderByVersion(kind);
        return versions.stream()
                .filter(text -> !text.validFrom().isAfter(day))
                .max(Comparator.comparingInt(ConsentText::version))
                .orElseGet(() -> versions.get(0));
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

    @Transactional(readOnly = true)
    public List<Consent> ofCollection(UUID collectionId) {
        return consents.findByCollectionId(collectionId);
    }

    @Transactional(readOnly = true)
    public List<Consent> awaited(UUID collectionId) {
        return consents.findByCollectionIdAndState(collectionId, ConsentState.AWAITED);
    }

    /** @return what this person has been asked in this programme and answers for themselves */
    @Transactional(readOnly = true)
    public List<Consent> awaitedOf(UUID programmeId, UUID personId) {
        return consents.findByProgrammeIdAndPersonIdAndGiverAndState(
                programmeId, personId, Giver.SELF, ConsentState.AWAITED);
    }

    @Transactional(readOnly = true)
    public boolean isAwaited(UUID collectionId) {
        return consents.existsByCollectionIdAndState(collectionId, ConsentState.AWAITED);
    }

    @Transactional(readOnly = true)
    public boolean isAwaitedOf(UUID programmeId, UUID personId) {
        return consents.existsByProgrammeIdAndPersonIdAndGiverAndState(
                programmeId, personId, Giver.SELF, ConsentState.AWAITED);
    }

    /** @return whether the consent is there: of everybody who was asked for it, so of the representative too */
    @Transactional(readOnly = true)
    public boolean given(UUID programmeId, UUID personId, ConsentKind kind) {
        return consents.existsByProgrammeIdAndPersonIdAndKind(programmeId, personId, kind)
                && !consents.existsByProgrammeIdAndPersonIdAndKindAndStateNot(
                        programmeId, personId, kind, ConsentState.GIVEN);
    }

    /** @return which of the needed consents are not there */
    @Transactional(readOnly = true)
    public Set<ConsentKind> missing(UUID programmeId, UUID personId, Set<ConsentKind> needed) {
        return needed.stream()
                .filter(kind -> !given(programmeId, personId, kind))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** @return the date of the consent (of the last giver), to be held against that of an order (E4); null when not given */
    @Transactional(readOnly = true)
    public LocalDate givenOn(UUID programmeId, UUID personId, ConsentKind kind) {
        return given(programmeId, personId, kind) ? consents.lastGivenOn(programmeId, personId, kind) : null;
    }

    /** Writes one answer down that came neither from a collection's table nor from the person's own form. */
    public void answer(UUID consentId, boolean given, Decider decider, Entry entry) {
        record(List.of(new Answer(consentId, given)), consent -> decider, entry, null);
    }

    /**
     * Writes answers down. The same answer once more changes nothing. A refusal of what participation needs takes back
     * the other requests to that person that are still open.
     *
     * @param entry      a consent is given on paper, or on the screen where the organisation's policy says so; a
     *                   representative's always on paper (E2)
     * @param recordedIn id of the collection or of the participant whose own task records the answers, see
     *                   {@link AnswersRecorded}
     */
    public void answer(List<Answer> answers, Entry entry, UUID recordedIn) {
        record(
                answers,
                consent -> new Decider(
                        consent.giver() == Giver.SELF
                                ? consent.personId()
                                : people.representativeOf(consent.personId()).orElse(null),
                        consent.giver().title()),
                entry,
                recordedIn);
    }

    private void record(List<Answer> answers, Function<Consent, Decider> decider, Entry entry, UUID recordedIn) {
        List<Consent> asked = locked(answers);
        Map<UUID, Boolean> given = answers.stream().collect(Collectors.toMap(Answer::consentId, Answer::given));
        List<Consent> answered = new ArrayList<>();
        for (Consent consent : asked) {
            boolean onScreen = organisations.policy(consent.organisationId()).consentOnScreen();
            boolean agreed = given.get(consent.id());
            if (consent.acceptable(agreed, entry, onScreen)) {
                consent.answer(
                        agreed,
                        entry.happenedOn(),
                        decisions.record(
                                consent.organisationId(),
                                "consent",
                                consent.id(),
                                agreed ? ConsentState.GIVEN.name() : ConsentState.REFUSED.name(),
                                null,
                                decider.apply(consent),
                                entry));
                answered.add(consent);
            }
        }
        consents.flush();
        Set<UUID> programmeIds = new LinkedHashSet<>();
        Set<UUID> collectionIds = new LinkedHashSet<>();
        Set<UUID> personIds = new LinkedHashSet<>();
        for (Consent consent : answered) {
            programmeIds.add(consent.programmeId());
            personIds.add(consent.personId());
            addCollection(collectionIds, consent);
            if (!given.get(consent.id()) && consent.needed()) {
                takeBack(
                        consents.findByProgrammeIdAndPersonIdAndState(
                                consent.programmeId(), consent.personId(), ConsentState.AWAITED),
                        collectionIds);
            }
        }
        for (Consent consent : answered) {
            events.publishEvent(new ConsentAnswered(
                    consent.organisationId(),
                    consent.programmeId(),
                    consent.personId(),
                    consent.kind(),
                    given.get(consent.id()),
                    consent.collectionId()));
        }
        if (!answered.isEmpty()) {
            events.publishEvent(new AnswersRecorded(programmeIds, collectionIds, personIds, recordedIn));
        }
    }

    /**
     * Two answers at the same moment must not both see the other one as awaited: the collections are locked first, then
     * the requests. A refusal that was entered meanwhile may have taken one of them back.
     */
    private List<Consent> locked(List<Answer> answers) {
        Set<UUID> ids = answers.stream().map(Answer::consentId).collect(Collectors.toSet());
        List<Consent> asked = consents.findAllById(ids);
        requireAll(ids, asked);
        Set<UUID> collectionIds = new TreeSet<>();
        asked.forEach(consent -> addCollection(collectionIds, consent));
        if (!collectionIds.isEmpty()) {
            collections.lock(collectionIds);
        }
        List<Consent> held = held(ids);
        requireAll(ids, held);
        return held;
    }

    private static void requireAll(Set<UUID> ids, List<Consent> found) {
        if (found.size() < ids.size()) {
            throw Refusal.notFound("Этого согласия больше не ждут. Откройте задачу заново.");
        }
    }

    /** @return those of these requests that are still there, held, and as they are now */
    private List<Consent> held(Set<UUID> ids) {
        List<Consent> held = consents.lock(ids);
        held.forEach(entityManager::refresh);
        return held;
    }

    /** Takes back those of these requests that have not been answered in the meantime. */
    private void takeBack(List<Consent> requests, Set<UUID> collectionIds) {
        List<Consent> open = held(requests.stream().map(Consent::id).collect(Collectors.toSet())).stream()
                .filter(request -> request.state() == ConsentState.AWAITED)
                .toList();
        open.forEach(request -> addCollection(collectionIds, request));
        consents.deleteAll(open);
        consents.flush();
    }

    private static void addCollection(Set<UUID> collectionIds, Consent consent) {
        if (consent.collectionId() != null) {
            collectionIds.add(consent.collectionId());
        }
    }

    /** Takes back every request of the programme that is still open: the programme has ended. */
    public void takeBackAll(UUID programmeId) {
        takeBack(consents.findByProgrammeIdAndState(programmeId, ConsentState.AWAITED), new LinkedHashSet<>());
    }

    /** @return people of the collection who are to be reminded now; each request is reminded of twice at most */
    public Set<UUID> remind(UUID collectionId) {
        return new LinkedHashSet<>(consents.remind(collectionId, MAX_REMINDERS));
    }

    /** Writes down how the talk with those ended who had not answered. */
    public void contacted(UUID collectionId, String note, Decider decider, Entry entry) {
        decisions.record(
                collection(collectionId).organisationId(),
                "consentCollection",
                collectionId,
                "CONTACTED",
                note,
                decider,
                entry);
    }
}
