package ru.nastavnik.mentorship;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import ru.nastavnik.consent.Consent;
import ru.nastavnik.consent.ConsentKind;
import ru.nastavnik.consent.ConsentKind.Gate;
import ru.nastavnik.consent.Consents;
import ru.nastavnik.consent.Giver;
import ru.nastavnik.organisation.People;
import ru.nastavnik.participants.Side;
import ru.nastavnik.shared.Decider;
import ru.nastavnik.shared.Entry;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.RussianDate;

/**
 * Without the written consents of both sides there is no order on a pair (S1-1.2, S4-2.11, E4). Which consents those are
 * is asked of {@link Consents}; here it is only said who stands on which side.
 */
@Component
class PairConsents {

    private final Consents consents;
    private final People people;

    PairConsents(Consents consents, People people) {
        this.consents = consents;
        this.people = people;
    }

    /** @return what is missing of each of these pairs, the mentees' first; empty when a pair may stand in an order */
    Map<UUID, List<MissingConsent>> missing(UUID organisationId, List<Mentorship> pairs) {
        Map<UUID, List<ConsentKind>> ofMentees =
                consents.missing(organisationId, Side.MENTEE, mentees(pairs), Gate.PAIR_ORDER);
        Map<UUID, List<ConsentKind>> ofMentors =
                consents.missing(organisationId, Side.MENTOR, mentors(pairs), Gate.PAIR_ORDER);
        return pairs.stream()
                .collect(Collectors.toMap(
                        Mentorship::id,
                        pair -> Stream.concat(of(ofMentees, pair.menteeIds()), of(ofMentors, List.of(pair.mentorId())))
                                .toList()));
    }

    private static Stream<MissingConsent> of(Map<UUID, List<ConsentKind>> missing, List<UUID> personIds) {
        return personIds.stream()
                .flatMap(id -> missing.getOrDefault(id, List.of()).stream().map(kind -> new MissingConsent(id, kind)));
    }

    private static Set<UUID> mentees(List<Mentorship> pairs) {
        return pairs.stream().flatMap(pair -> pair.menteeIds().stream()).collect(Collectors.toSet());
    }

    private static Set<UUID> mentors(List<Mentorship> pairs) {
        return pairs.stream().map(Mentorship::mentorId).collect(Collectors.toSet());
    }

    /** @return what is missing of all these people, the mentees' first, by one look at the consents of each side */
    List<MissingConsent> missing(UUID organisationId, Collection<UUID> mentorIds, Collection<UUID> menteeIds) {
        List<MissingConsent> missing = new ArrayList<>();
        add(missing, organisationId, Side.MENTEE, menteeIds);
        add(missing, organisationId, Side.MENTOR, mentorIds);
        return missing;
    }

    private void add(List<MissingConsent> missing, UUID organisationId, Side side, Collection<UUID> personIds) {
        consents.missing(organisationId, side, personIds, Gate.PAIR_ORDER)
                .forEach((personId, kinds) -> kinds.forEach(kind -> missing.add(new MissingConsent(personId, kind))));
    }

    /** @throws Refusal when a consent is missing; it says whose (E4) */
    void requireFor(Mentorship pair, UUID mentorId) {
        require(pair.organisationId(), Set.of(mentorId), pair.menteeIds());
    }

    private void require(UUID organisationId, Collection<UUID> mentorIds, Collection<UUID> menteeIds) {
        List<MissingConsent> missing = missing(organisationId, mentorIds, menteeIds);
        if (!missing.isEmpty()) {
            throw Refusal.wrongState("Нет согласия: " + sentence(missing) + ". Приказ издают после всех согласий.");
        }
    }

    /** @throws Refusal when a consent is missing or has been given only after the order's date */
    void requireBefore(Mentorship pair, UUID mentorId, LocalDate orderDate) {
        requireBefore(pair.organisationId(), Set.of(mentorId), pair.menteeIds(), orderDate);
    }

    /** The same for all pairs of one order. */
    void requireBefore(UUID organisationId, List<Mentorship> pairs, LocalDate orderDate) {
        requireBefore(organisationId, mentors(pairs), mentees(pairs), orderDate);
    }

    private void requireBefore(
            UUID organisationId, Collection<UUID> mentorIds, Collection<UUID> menteeIds, LocalDate orderDate) {
        require(organisationId, mentorIds, menteeIds);
        requireNoneLater(organisationId, Side.MENTEE, menteeIds, orderDate);
        requireNoneLater(organisationId, Side.MENTOR, mentorIds, orderDate);
    }

    private void requireNoneLater(UUID organisationId, Side side, Collection<UUID> personIds, LocalDate orderDate) {
        List<Consent> late = consents.givenAfter(orderDate, organisationId, side, personIds, Gate.PAIR_ORDER);
        if (!late.isEmpty()) {
            Consent first = late.get(0);
            throw Refusal.invalid("Приказ не может быть раньше согласия: " + people.shortName(first.personId()) + " — "
                    + first.kind().what() + (first.giver() == Giver.SELF ? "" : " (законный представитель)") + ", "
                    + RussianDate.of(first.answerDay()) + ". Укажите дату приказа не раньше этого дня.");
        }
    }

    /** @throws Refusal when the mentor no longer consents to what a mentor must: nobody keeps them in a pair (E6) */
    void requireMayGoOn(UUID organisationId, UUID mentorId) {
        List<MissingConsent> missing = missing(organisationId, Set.of(mentorId), Set.of());
        if (!missing.isEmpty()) {
            throw Refusal.wrongState("Нет согласия: " + sentence(missing)
                    + ". Оставить этого наставника в паре нельзя: подберите другого.");
        }
    }

    /** Whoever agrees to take a pair over has consented to the extra duties, where they need it and have not yet. */
    void consentToDuties(UUID organisationId, UUID programmeId, UUID mentorId, Decider candidate, Entry entry) {
        boolean needed = missing(organisationId, Set.of(mentorId), Set.of()).stream()
                .anyMatch(missing -> missing.kind().code().equals(ConsentKind.EXTRA_DUTIES));
        if (!needed) {
            return;
        }
        UUID collectionId = consents.openCollection(organisationId, programmeId, Side.MENTOR);
        consents.ask(collectionId, mentorId, ConsentKind.EXTRA_DUTIES, Giver.SELF);
        consents.awaitedOf(programmeId, mentorId).stream()
                .filter(consent -> consent.kind().code().equals(ConsentKind.EXTRA_DUTIES))
                .forEach(consent -> consents.answer(consent.id(), true, candidate, entry));
    }

    /** @return «Петров П. П. — дополнительные обязанности, участие; Иванова А. П. — участие» */
    String sentence(Collection<MissingConsent> missing) {
        List<String> parts = new ArrayList<>();
        missing.stream()
                .map(MissingConsent::personId)
                .distinct()
                .forEach(personId -> parts.add(people.shortName(personId)
                        + " — "
                        + missing.stream()
                                .filter(one -> one.personId().equals(personId))
                                .map(MissingConsent::what)
                                .distinct()
                                .collect(Collectors.joining(", "))));
        return String.join("; ", parts);
    }
}
