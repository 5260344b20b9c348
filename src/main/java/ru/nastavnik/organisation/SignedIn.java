package ru.nastavnik.organisation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account that has logged in, with what it may be today.
 *
 * @param accountId          opaque id of the account
 * @param mustChangePassword whether the password is a one-time one
 * @param places             where the account has a power today, by the name of the organisation
 */
public record SignedIn(UUID accountId, boolean mustChangePassword, List<Place> places) {

    /**
     * Where a person works.
     *
     * @param organisationId the organisation
     * @param kind           what it is
     * @param school         its short name
     * @param person         «Иванова А. П.», the name that the person has there; null where there is no such person
     * @param personId       that person
     * @param roles          roles that hold today
     */
    public record Place(
            UUID organisationId,
            Organisation.Kind kind,
            String school,
            @Nullable String person,
            @Nullable UUID personId,
            Set<Role> roles) {}

    public Optional<Place> at(UUID organisationId) {
        return places.stream()
                .filter(place -> place.organisationId().equals(organisationId))
                .findFirst();
    }

    /** @return whether this is the technical administrator, who serves every organisation */
    public boolean administrator() {
        return places.stream().anyMatch(place -> place.roles().contains(Role.ADMINISTRATOR));
    }
}
