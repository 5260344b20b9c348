package ru.nastavnik.consent;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.organisation.People;
import ru.nastavnik.shared.DayBounds;
import ru.nastavnik.shared.Decider;
import ru.nastavnik.shared.Decisions;
import ru.nastavnik.shared.Entry;
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
        List<Consent> held = ids.isEmpty() ? List.of() : consents.lock(ids);
        held.forEach(entities::refresh);
        return held;
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

    /** @return who gives this consent: the person, or whoever answers for them */
    Decider giverOf(Consent consent) {
        UUID personId = consent.giver() == Giver.SELF
                ? consent.personId()
                : people.representativeOf(consent.personId()).orElse(null);
        return new Decider(personId, consent.giver().title());
    }

    /** @throws Refusal when on that day the text was not valid yet, or the person not born */
    void say(Consent consent, ConsentVerdict verdict, Decider decider, Entry entry) {
        DayBounds.untilToday(organisations.today(consent.organisationId()))
                .notBefore(
                        texts.findById(consent.textId()).orElseThrow().validFrom(),
                        "день, с которого действует текст согласия «"
                                + consent.kind().title() + "»")
                .notBefore(
                        people.person(consent.organisationId(), consent.personId())
                                .birthDate(),
                        "день рождения")
                .require("Дата ответа", entry.happenedOn());
        UUID decision = decisions.record(
                consent.organisationId(), verdict, consent.id(), consent.textId(), null, decider, entry);
        entities.persist(consent.say(verdict, entry.happenedOn(), clock.instant(), decision));
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
