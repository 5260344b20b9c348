package ru.nastavnik.roadmap.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.organisation.People;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.organisation.Visitor;
import ru.nastavnik.participants.ParticipantState;
import ru.nastavnik.participants.Participants;
import ru.nastavnik.participants.Side;
import ru.nastavnik.roadmap.Measure;
import ru.nastavnik.roadmap.Roadmap;
import ru.nastavnik.roadmap.RowTasks;
import ru.nastavnik.shared.RussianDate;

/** Rows of the roadmap for which somebody answers with others who carry them out. */
@Component
@Transactional(readOnly = true)
public class SharedRows {

    /**
     * One row.
     *
     * @param about    «до 15.09.2025, Заместитель директора; также: наставник»
     * @param underWay the task that is being done about it; null when there is none now
     * @param page     where it stands in the roadmap
     */
    public record SharedRow(
            String title, String about, @Nullable String underWay, String page) {}

    private static final Set<ParticipantState> TAKES_PART =
            EnumSet.of(ParticipantState.IN_BANK, ParticipantState.SELECTED);
    private static final Map<Side, Role> ROLES = Map.of(Side.MENTOR, Role.MENTOR, Side.MENTEE, Role.MENTEE);

    private final Roadmap roadmap;
    private final RowTasks tasks;
    private final Participants participants;
    private final People people;

    SharedRows(Roadmap roadmap, RowTasks tasks, Participants participants, People people) {
        this.roadmap = roadmap;
        this.tasks = tasks;
        this.participants = participants;
        this.people = people;
    }

    /** @return rows of running stages that wait to be done, the first due come first */
    public List<SharedRow> of(Visitor visitor) {
        List<SharedRow> shared = new ArrayList<>();
        roadmap.openRows(visitor.organisationId()).forEach((programmeId, open) -> {
            List<Measure> rows = sharedWith(visitor, programmeId, open);
            Map<UUID, String> names = underWay(programmeId, rows);
            rows.forEach(row -> shared.add(new SharedRow(
                    row.shortTitle(),
                    "до " + RussianDate.of(row.dueTo()) + ", " + row.responsible(),
                    names.get(row.id()),
                    page(programmeId, row))));
        });
        return shared;
    }

    /** @return rows of running stages whose role nobody holds, for whoever stands in for it; the first due come first */
    public List<SharedRow> inPlaceOfNobody(Visitor visitor) {
        if (!visitor.has(Role.CURATOR, Role.DIRECTOR)) {
            return List.of();
        }
        List<SharedRow> rows = new ArrayList<>();
        Map<Role, Role> standIns = new EnumMap<>(Role.class);
        roadmap.openRows(visitor.organisationId())
                .forEach((programmeId, open) -> open.stream()
                        .filter(row -> {
                            Role standIn = standIns.computeIfAbsent(
                                    row.responsibleRole(), role -> people.standIn(visitor.organisationId(), role));
                            return standIn != row.responsibleRole() && visitor.has(standIn);
                        })
                        .forEach(row -> rows.add(new SharedRow(
                                row.shortTitle(),
                                "до " + RussianDate.of(row.dueTo()) + ", " + row.responsible(),
                                null,
                                page(programmeId, row)))));
        return rows;
    }

    private static String page(UUID programmeId, Measure row) {
        return "/roadmap?programme=" + programmeId + "#row-" + row.id();
    }

    /** @return names of the tasks of others about rows of this programme for which the visitor answers too, by the row */
    Map<UUID, String> underWay(Visitor visitor, UUID programmeId, List<Measure> rows) {
        return underWay(programmeId, sharedWith(visitor, programmeId, rows));
    }

    private Map<UUID, String> underWay(UUID programmeId, List<Measure> rows) {
        return rows.isEmpty() ? Map.of() : tasks.names(programmeId, rows);
    }

    private List<Measure> sharedWith(Visitor visitor, UUID programmeId, List<Measure> rows) {
        if (rows.stream().noneMatch(Measure::shared)) {
            return List.of();
        }
        Set<Role> roles = roles(visitor, programmeId);
        return rows.stream().filter(row -> row.sharedWith(roles)).toList();
    }

    /** Who takes part in the programme as mentor or mentee is one, with or without a power that says so. */
    private Set<Role> roles(Visitor visitor, UUID programmeId) {
        Set<Role> roles = new HashSet<>(visitor.roles());
        UUID personId = visitor.place().personId();
        if (personId != null) {
            ROLES.forEach((side, role) -> {
                if (participants.ofPerson(personId, side).stream()
                        .anyMatch(one -> one.programmeId().equals(programmeId) && TAKES_PART.contains(one.state()))) {
                    roles.add(role);
                }
            });
        }
        return roles;
    }
}
