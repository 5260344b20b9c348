package ru.nastavnik.roadmap;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import ru.nastavnik.organisation.Leaving;
import ru.nastavnik.organisation.People;
import ru.nastavnik.organisation.Power;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.shared.RussianDate;

/** Roles answer for rows: of those that nobody holds any more the curator is shown what waits. */
@Component
class LeavingRows implements Leaving {

    private final Roadmap roadmap;
    private final People people;

    LeavingRows(Roadmap roadmap, People people) {
        this.roadmap = roadmap;
        this.people = people;
    }

    @Override
    public List<Touched> touchedBy(UUID organisationId, UUID personId) {
        Optional<UUID> account = people.accountOf(personId);
        if (account.isEmpty()) {
            return List.of();
        }
        Set<Role> alone = people.rolesOf(account.get(), organisationId).stream()
                .filter(role -> people.holders(organisationId, role).stream()
                        .map(Power::accountId)
                        .allMatch(account.get()::equals))
                .collect(Collectors.toSet());
        List<String> rows = roadmap.openRows(organisationId).values().stream()
                .flatMap(List::stream)
                .filter(row -> alone.contains(row.responsibleRole()))
                .map(row -> row.shortTitle() + ", до " + RussianDate.of(row.dueTo()))
                .toList();
        return rows.isEmpty()
                ? List.of()
                : List.of(new Touched(
                        "Мероприятия дорожной карты, за которые больше некому отвечать",
                        rows,
                        "Перейдут к куратору, а если его нет — к директору: появятся у него на странице «Сегодня»."));
    }
}
