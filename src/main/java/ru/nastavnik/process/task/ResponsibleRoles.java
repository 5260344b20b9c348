package ru.nastavnik.process.task;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.process.task.FormData.Choice;

/** Roles of a school that may answer for a row of the roadmap or take over a task. */
public final class ResponsibleRoles {

    private static final Set<Role> NOBODY_OF_THE_STAFF =
            EnumSet.of(Role.MENTEE, Role.MUNICIPAL_COORDINATOR, Role.MUNICIPAL_HEAD, Role.ADMINISTRATOR);

    private ResponsibleRoles() {}

    /** @return the roles to choose from; the values are names of {@link Role} */
    public static List<Choice> choices() {
        return Arrays.stream(Role.values())
                .filter(role -> !NOBODY_OF_THE_STAFF.contains(role))
                .map(role -> new Choice(role.title(), role.name()))
                .toList();
    }
}
