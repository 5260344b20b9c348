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

    private static final int NAMED_MENTEES = 2;

    private final People people;

    PairLabels(People people) {
        this.people = people;
    }

    /** @return «Иванова А. П. — Петров П. П.», «Иванова А. П. — Петров П. П., Сидорова С. С. и ещё 1», by pair */
    public Map<UUID, String> of(Collection<Mentorship> pairs) {
        Map<UUID, String> names = names(pairs);
        Map<UUID, String> labels = new LinkedHashMap<>();
        pairs.forEach(pair -> labels.put(
                pair.id(), names.get(pair.mentorId()) + " — " + shortened(namesOf(pair.menteeIds(), names))));
        return labels;
    }

    public String of(Mentorship pair) {
        return Known.in(of(List.of(pair)), pair.id());
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
        return String.join(", ", namesOf(pair.menteeIds(), names));
    }

    private static List<String> namesOf(List<UUID> menteeIds, Map<UUID, String> names) {
        return menteeIds.stream().map(names::get).sorted().toList();
    }

    private static String shortened(List<String> mentees) {
        int rest = mentees.size() - NAMED_MENTEES;
        return rest <= 0
                ? String.join(", ", mentees)
                : String.join(", ", mentees.subList(0, NAMED_MENTEES)) + " и ещё " + rest;
    }
}
