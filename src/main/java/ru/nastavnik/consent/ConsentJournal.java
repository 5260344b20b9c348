package ru.nastavnik.consent;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.organisation.People;
import ru.nastavnik.organisation.Person;
import ru.nastavnik.shared.DayBounds;
import ru.nastavnik.shared.Decider;
import ru.nastavnik.shared.Decisions;
import ru.nastavnik.shared.Entry;
import ru.nastavnik.shared.Known;
import ru.nastavnik.shared.SchoolClock;

/** Writes down what happens to consents. A consent is locked before anything happens to it. */
@Component
class ConsentJournal {

    private final ConsentRepository consents;
    private final ConsentRequestRepository requests;
    private final ConsentKindRepository kinds;
    private final ConsentTextRepository texts;
    private final Organisations organisations;
    private final People people;
    private final Decisions decisions;
    private final SchoolClock clock;
    private final EntityManager entities;

    ConsentJournal(
            ConsentRepository consents,
            ConsentRequestRepository requests,
            ConsentKindRepository kinds,
            ConsentTextRepository texts,
            Organisations organisations,
            People people,
            Decisions decisions,
            SchoolClock clock,
            EntityManager entities) {
        this.consents = consents;
        this.requests = requests;
        this.kinds = kinds;
        this.texts = texts;
        this.organisations = organisations;
        this.people = people;
        this.decisions = decisions;
        this.clock = clock;
        this.entities = entities;
    }

    /** @return those of these consents that are there, locked, and as they are now */
    List<Consent> held(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        consents.lock(ids).forEach(entities::detach);
        return consents.findByIdInOrderById(ids);
    }

    /**
     * Asks in this collection, by the wording that is valid today. Nothing happens while the consent holds, or while its
     * answer is awaited in this programme already; what another programme waits for is awaited here too.
     */
    void ask(ConsentCollection collection, UUID personId, String kindCode, Giver giver) {
        LocalDate today = organisations.today(collection.organisationId());
        Consent consent = consents.idOf(personId, kindCode, giver)
                .map(id -> held(List.of(id)).get(0))
                .orElse(null);
        if (consent == null) {
            consent = new Consent(
                    collection.organisationId(),
                    personId,
                    kinds.findById(kindCode).orElseThrow(),
                    giver);
            ConsentEvent asked = ask(consent, collection, today);
            entities.persist(consent);
            entities.persist(asked);
        } else if (consent.holdsOn(today) || standsIn(collection, consent)) {
            return;
        } else if (!consent.awaited()) {
            requests.deleteInProgramme(consent.id(), collection.programmeId());
            entities.persist(ask(consent, collection, today));
        }
        entities.persist(new ConsentRequest(collection.id(), consent.id()));
        entities.flush();
    }

    private boolean standsIn(ConsentCollection collection, Consent consent) {
        return consent.awaited()
                ? requests.existsInProgramme(consent.id(), collection.programmeId())
                : requests.existsById(new ConsentRequest.Key(collection.id(), consent.id()));
    }

    private ConsentEvent ask(Consent consent, ConsentCollection collection, LocalDate today) {
        return consent.ask(collection.id(), textOn(consent.kind().code(), today).id(), today, clock.instant());
    }

    private ConsentText textOn(String kindCode, LocalDate day) {
        List<ConsentText> versions = texts.findByKindOrderByVersion(kindCode);
        return versions.stream()
                .filter(text -> !text.validFrom().isAfter(day))
                .max(Comparator.comparingInt(ConsentText::version))
                .orElseGet(() -> versions.get(0));
    }

    /** @return who gives each of these consents: the person, or whoever answers for them */
    Function<Consent, Decider> giversOf(Collection<Consent> answered) {
        Map<UUID, UUID> representatives = people.representativesOf(answered.stream()
                .filter(consent -> consent.giver() == Giver.REPRESENTATIVE)
                .map(Consent::personId)
                .collect(Collectors.toSet()));
        return consent -> new Decider(
                consent.giver() == Giver.SELF ? consent.personId() : representatives.get(consent.personId()),
                consent.giver().title());
    }

    /** @throws Refusal when on that day a text was not valid yet, or a person not born */
    void say(
            List<Consent> held,
            Function<Consent, ConsentVerdict> verdict,
            Function<Consent, Decider> decider,
            Entry entry) {
        Map<UUID, Person> persons =
                people.persons(held.stream().map(Consent::personId).collect(Collectors.toSet()));
        Map<UUID, ConsentText> wordings =
                texts.findAllById(held.stream().map(Consent::textId).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(ConsentText::id, Function.identity()));
        held.forEach(consent -> DayBounds.untilToday(organisations.today(consent.organisationId()))
                .notBefore(
                        Known.in(wordings, consent.textId()).validFrom(),
                        "день, с которого действует текст согласия «"
                                + consent.kind().title() + "»")
                .notBefore(Known.in(persons, consent.personId()).birthDate(), "день рождения")
                .require("Дата ответа", entry.happenedOn()));
        // First all decisions, then all events: the database gets each kind as one statement.
        Map<UUID, UUID> decided = new HashMap<>();
        held.forEach(consent -> decided.put(
                consent.id(),
                decisions.record(
                        consent.organisationId(),
                        verdict.apply(consent),
                        consent.id(),
                        consent.textId(),
                        null,
                        decider.apply(consent),
                        entry)));
        held.forEach(consent -> {
            entities.persist(consent.say(
                    verdict.apply(consent), entry.happenedOn(), clock.instant(), Known.in(decided, consent.id())));
            entities.detach(consent);
        });
        entities.flush();
        held.stream()
                .collect(Collectors.groupingBy(Consent::state, Collectors.mapping(Consent::id, Collectors.toSet())))
                .forEach((state, ids) -> consents.answered(ids, state, entry.happenedOn()));
    }

    /** Those of these consents, locked before, that have not been answered in the meantime are awaited no more. */
    void takeBack(List<Consent> held) {
        held.stream().filter(Consent::awaited).forEach(consent -> {
            LocalDate today = organisations.today(consent.organisationId());
            entities.persist(consent.takeBack(today, clock.instant()));
        });
        entities.flush();
    }
}
