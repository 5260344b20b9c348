package ru.nastavnik.mentorship;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import ru.nastavnik.mentorship.MentorshipRepository.Stay;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.organisation.People;
import ru.nastavnik.organisation.Person;
import ru.nastavnik.shared.Known;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.RussianDate;

/** A pair lies within the time that all of its people are at the school. The database holds the same. */
@Component
class Presence {

    private final MentorshipRepository pairs;
    private final Organisations organisations;
    private final People people;

    Presence(MentorshipRepository pairs, Organisations organisations, People people) {
        this.pairs = pairs;
        this.organisations = organisations;
        this.people = people;
    }

    /**
     * The caller holds the rows of these persons: nobody of them leaves meanwhile.
     *
     * @param wayOut what to do about it
     * @throws Refusal when somebody has left, leaves before the last of these days, or was not there on the first
     */
    void require(UUID organisationId, Collection<UUID> personIds, PairPeriod period, String wayOut) {
        Map<UUID, Stay> stays = stays(personIds);
        LocalDate today = organisations.today(organisationId);
        personIds.forEach(id -> require(Known.in(stays, id), period, today, wayOut));
    }

    /** The same for everybody in these pairs. */
    void require(UUID organisationId, Collection<Mentorship> pairs, String wayOut) {
        Map<UUID, Stay> stays = stays(peopleOf(pairs));
        LocalDate today = organisations.today(organisationId);
        pairs.forEach(pair -> pair.members()
                .forEach(member -> require(Known.in(stays, member.personId()), pair.period(), today, wayOut)));
    }

    private void require(Stay stay, PairPeriod period, LocalDate today, String wayOut) {
        if (left(stay, today)) {
            throw Refusal.wrongState(
                    people.shortName(stay.personId()) + " больше не работает или не учится здесь. " + wayOut);
        }
        if (left(stay, period.to())) {
            throw Refusal.wrongState(people.shortName(stay.personId())
                    + " уходит раньше, чем закончится срок работы пары, " + RussianDate.of(period.to()) + ". "
                    + wayOut);
        }
        if (period.from().isBefore(stay.enteredOn())) {
            throw Refusal.invalid(people.shortName(stay.personId()) + " числится в школе с "
                    + RussianDate.of(stay.enteredOn()) + ". Пара не может начать работу раньше этого дня.");
        }
    }

    private static boolean left(Stay stay, LocalDate day) {
        return Person.left(stay.dismissedOn(), day);
    }

    /** Whoever had left before somebody ended their work in the pair belongs to it until their last day at the school. */
    void trim(Mentorship pair) {
        stays(peopleOf(List.of(pair))).values().stream()
                .filter(stay -> stay.dismissedOn() != null)
                .forEach(stay ->
                        pair.leftSchool(stay.personId(), stay.dismissedOn().minusDays(1)));
    }

    private static List<UUID> peopleOf(Collection<Mentorship> pairs) {
        return pairs.stream()
                .flatMap(pair -> pair.members().stream())
                .map(MentorshipMember::personId)
                .distinct()
                .toList();
    }

    private Map<UUID, Stay> stays(Collection<UUID> personIds) {
        return personIds.isEmpty()
                ? Map.of()
                : pairs.stays(personIds).stream().collect(Collectors.toMap(Stay::personId, Function.identity()));
    }
}
