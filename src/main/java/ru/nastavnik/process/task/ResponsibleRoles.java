package ru.nastavnik.process.task;

import java.util.List;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.process.task.FormData.Choice;

/** Roles of a school that may answer for a row of the roadmap or take over a task. */
public final class ResponsibleRoles {

    private ResponsibleRoles() {}

    /** @return the roles to choose from; the values are names of {@link Role} */
    public static List<Choice> choices() {
        return Role.ofTheStaff().stream()
                .map(role -> new Choice(role.title(), role.name()))
                .toList();
    }
}
