package ru.nastavnik.mentorship;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.nastavnik.consent.ConsentKind;
import ru.nastavnik.consent.Consents;
import ru.nastavnik.organisation.People;
import ru.nastavnik.organisation.Person;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.RussianDate;

/** Without the written consents of both there is no order on a pair (S1-1.2, S4-2.11, E4). */
@Component
class PairConsents {

    private final Consents consents;
    private final People people;

    PairConsents(Consents consents, People people) {
        this.consents = consents;
        this.people = people;
    }

    /** @return what is missing, the mentee's first; empty when the pair may stand in an order */
    List<MissingConsent> missing(Mentorship pair) {
        return missing(pair, pair.mentorId());
    }

    List<MissingConsent> missing(Mentorship pair, UUID mentorId) {
        List<MissingConsent> missing = new ArrayList<>();
        pair.menteeIds().forEach(menteeId -> of(pair.programmeId(), menteeId, ConsentKind.OF_PARTICIPANT, missing));
        of(pair.programmeId(), mentorId, neededOfMentor(pair.organisationId(), mentorId), missing);
        return missing;
    }

    private void of(UUID programmeId, UUID personId, Set<ConsentKind> needed, List<MissingConsent> missing) {
        EnumSet.copyOf(needed).stream()
                .filter(consents.missing(programmeId, personId, needed)::contains)
                .forEach(kind -> missing.add(new MissingConsent(personId, kind)));
    }

    /** @throws Refusal when a consent is missing; it says whose (E4) */
    void requireFor(Mentorship pair, UUID mentorId) {
        List<MissingConsent> missing = missing(pair, mentorId);
        if (!missing.isEmpty()) {
            throw Refusal.wrongState("Нет согласия: " + sentence(missing) + ". Приказ издают после всех согласий.");
        }
    }

    /** @throws Refusal when a consent is missing or has been given only after the order's date */
    void requireBefore(Mentorship pair, UUID mentorId, LocalDate orderDate) {
        requireFor(pair, mentorId);
        pair.menteeIds()
                .forEach(menteeId ->
                        requireBefore(pair.programmeId(), menteeId, ConsentKind.OF_PARTICIPANT, orderDate));
        requireBefore(pair.programmeId(), mentorId, neededOfMentor(pair.organisationId(), mentorId), orderDate);
    }

    private void requireBefore(UUID programmeId, UUID personId, Set<ConsentKind> needed, LocalDate orderDate) {
        for (ConsentKind kind : needed) {
            LocalDate givenOn = consents.givenOn(programmeId, personId, kind);
            if (givenOn.isAfter(orderDate)) {
                throw Refusal.invalid("Приказ не может быть раньше согласия: " + people.shortName(personId) + " — "
                        + new MissingConsent(personId, kind).what() + ", " + RussianDate.of(givenOn)
                        + ". Укажите дату приказа не раньше этого дня.");
            }
        }
    }

    /** @return «Петров П. П. — дополнительные обязанности, участие; Иванова А. П. — участие» */
    String sentence(Collection<MissingConsent> missing) {
        List<String> parts = new ArrayList<>();
        missing.stream()
                .map(MissingConsent::personId)
                .distinct()
                .forEach(personId -> parts.add(people.shortName(personId)
                        + " — "
                        + String.join(
                                ", ",
                                missing.stream()
                                        .filter(one -> one.personId().equals(personId))
                                        .map(MissingConsent::what)
                                        .distinct()
                                        .toList())));
        return String.join("; ", parts);
    }

    /** Only an employee has labour duties to which others can be added (ТК РФ ст. 351.8). */
    private Set<ConsentKind> neededOfMentor(UUID organisationId, UUID mentorId) {
        boolean employee = people.person(organisationId, mentorId).category() == Person.Category.STAFF;
        return employee ? EnumSet.allOf(ConsentKind.class) : ConsentKind.OF_PARTICIPANT;
    }
}
