package ru.nastavnik.organisation;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import ru.nastavnik.shared.Refusal;

/**
 * Who is at a page of ours, and in which organisation they work at the moment. Controllers take it as a parameter.
 *
 * @param accountId account that has logged in
 * @param place     the organisation chosen, with the roles that the person has there
 * @param places    all organisations among which the person may choose
 */
public record Visitor(UUID accountId, SignedIn.Place place, List<SignedIn.Place> places) {

    public UUID organisationId() {
        return place.organisationId();
    }

    /** @return short name of the organisation */
    public String school() {
        return place.school();
    }

    /** @return «Иванова А. П.», or the title of the role where the person has no name there */
    public String person() {
        return place.person() != null
                ? place.person()
                : place.roles().stream().findFirst().map(Role::title).orElse("");
    }

    public Set<Role> roles() {
        return place.roles();
    }

    public boolean has(Role... roles) {
        return Arrays.stream(roles).anyMatch(place.roles()::contains);
    }

    /** @return whether the visitor may open «Сотрудники и доступ» */
    public boolean managesStaff() {
        return has(Role.CURATOR, Role.DIRECTOR, Role.ADMINISTRATOR);
    }

    /** @return whether the visitor may watch the processes of the organisation */
    public boolean watchesProcesses() {
        return has(Role.CURATOR, Role.DIRECTOR);
    }

    /** @throws Refusal FORBIDDEN when the visitor has none of the roles */
    public void require(Role... roles) {
        if (!has(roles)) {
            throw Refusal.forbidden(
                    "Эта страница не для вашей роли. Если она нужна вам для работы, обратитесь к куратору.");
        }
    }
}
