package ru.nastavnik.organisation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import ru.nastavnik.shared.Known;
import ru.nastavnik.shared.RussianText;

/**
 * The one place that says how people are called: each in the way of the list; where two would read the same, all of those
 * with the full name, then with position or class, then with the birth date, only as far as that tells them apart. A list
 * may name one of two who both work or learn here, so people are told apart from the whole school, not from the list alone.
 */
enum Labels {
    SHORT,
    FULL,
    WITH_POSITION,
    WITH_BIRTH_DATE,
    /** Nothing that is known tells these apart; the page «Сотрудники и доступ» names the same record. */
    WITH_RECORD;

    private String label(UUID id, PersonName name) {
        return switch (this) {
            case SHORT -> name.initialled();
            case FULL -> name.full();
            case WITH_POSITION -> name.withPosition();
            case WITH_BIRTH_DATE -> name.withBirthDate();
            case WITH_RECORD ->
                name.withBirthDate() + ", запись " + id.toString().substring(0, 8);
        };
    }

    /** @return a label of each of these people, no two of them the same */
    Map<UUID, String> of(Map<UUID, PersonName> people) {
        Map<UUID, String> labels = new HashMap<>();
        Map<UUID, PersonName> alike = people;
        for (Labels step : values()) {
            if (step.compareTo(this) >= 0) {
                alike.forEach((id, name) -> labels.put(id, step.label(id, name)));
                alike = alike(alike, labels);
            }
        }
        return labels;
    }

    /** @return those of these people whose labels read the same as somebody else's */
    private static Map<UUID, PersonName> alike(Map<UUID, PersonName> people, Map<UUID, String> labels) {
        return people.entrySet().stream()
                .collect(Collectors.groupingBy(person -> RussianText.key(Known.in(labels, person.getKey()))))
                .values()
                .stream()
                .filter(same -> same.size() > 1)
                .flatMap(List::stream)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
