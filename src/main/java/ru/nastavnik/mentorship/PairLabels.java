package ru.nastavnik.mentorship;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import ru.nastavnik.organisation.People;
import ru.nastavnik.shared.Known;

/** Names pairs and groups by their members, many in one reading. */
@Component
public class PairLabels {

    private final People people;

    PairLabels(People people) {
        this.people = people;
    }

    /** @return «Иванова А. П. — Петров П. П.», «Иванова А. П. — Петров П. П., Сидорова С. С. и ещё 1», by pair */
    public Map<UUID, String> of(Collection<Mentorship> pairs) {
        Map<UUID, String> names = names(pairs);
        Map<UUID, String> labels = new LinkedHashMap<>();
        pairs.forEach(pair -> labels.put(pair.id(), of(pair.mentorId(), pair, names)));
        return labels;
    }

    /** @return «Иванова Анна Петровна — Петров Пётр Петрович»; of a task, a notice */
    public String of(Mentorship pair) {
        return of(pair.mentorId(), pair);
    }

    /** The same with another mentor. */
    public String of(UUID mentorId, Mentorship pair) {
        return of(
                mentorId,
                pair,
                people.fullNames(Stream.concat(pair.menteeIds().stream(), Stream.of(mentorId))
                        .toList()));
    }

    private static String of(UUID mentorId, Mentorship pair, Map<UUID, String> names) {
        return Known.in(names, mentorId) + " — " + People.firstOf(namesOf(pair, names));
    }

    /** @return «Иванова А. П.» of everybody who is or was a member of these pairs, by person */
    public Map<UUID, String> names(Collection<Mentorship> pairs) {
        Set<UUID> ids = pairs.stream()
                .flatMap(pair -> Stream.concat(
                        pair.members().stream().map(MentorshipMember::personId), Stream.of(pair.mentorId())))
                .collect(Collectors.toSet());
        return people.named(ids);
    }

    /** @return «Петров П. П., Сидорова С. С.»: all mentees of the pair */
    public static String mentees(Mentorship pair, Map<UUID, String> names) {
        return People.allOf(namesOf(pair, names));
    }

    private static List<String> namesOf(Mentorship pair, Map<UUID, String> names) {
        return pair.menteeIds().stream().map(id -> Known.in(names, id)).toList();
    }
}
