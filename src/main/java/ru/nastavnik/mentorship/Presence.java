package ru.nastavnik.mentorship;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.organisation.People;
import ru.nastavnik.organisation.Person;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.RussianDate;

/** A pair lies within the time that all of its people are at the school. */
@Component
class Presence {

    private final Organisations organisations;
    private final People people;

    Presence(Organisations organisations, People people) {
        this.organisations = organisations;
        this.people = people;
    }

    /**
     * @param wayOut what to do about it
     * @throws Refusal when somebody has left, or leaves before the last of these days
     */
    void require(UUID organisationId, Collection<UUID> personIds, PairPeriod period, String wayOut) {
        Map<UUID, Person> persons = people.persons(personIds);
        LocalDate today = organisations.today(organisationId);
        personIds.forEach(id -> require(persons.get(id), period, today, wayOut));
    }

    /** The same for everybody in these pairs. */
    void require(UUID organisationId, Collection<Mentorship> pairs, String wayOut) {
        Map<UUID, Person> persons = people.persons(pairs.stream()
                .flatMap(pair -> pair.members().stream())
                .map(MentorshipMember::personId)
                .toList());
        LocalDate today = organisations.today(organisationId);
        pairs.forEach(pair -> pair.members()
                .forEach(member -> require(persons.get(member.personId()), pair.period(), today, wayOut)));
    }

    private static void require(@Nullable Person person, PairPeriod period, LocalDate today, String wayOut) {
        if (person == null || person.dismissedBy(today)) {
            throw Refusal.wrongState((person == null ? Person.ERASED : person.shortName())
                    + " больше не работает или не учится здесь. " + wayOut);
        }
        if (person.dismissedBy(period.to())) {
            throw Refusal.wrongState(person.shortName() + " уходит раньше, чем закончится срок работы пары, "
                    + RussianDate.of(period.to()) + ". " + wayOut);
        }
    }
}
