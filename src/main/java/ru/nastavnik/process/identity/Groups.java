package ru.nastavnik.process.identity;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.organisation.SignedIn.Place;
import ru.nastavnik.process.task.Roles;

/** The engine's groups: organisation and role. Technical administrators are one group, whatever the organisation. */
public final class Groups {

    /**
     * Whoever watches the processes of some school, besides their group there. A grant on everything is compared with every
     * task of every list: one for all schools costs nothing, one for each of 500 made a list 40 times slower. Which schools
     * somebody sees is a matter of tenants.
     */
    static final String WATCHERS = "watchers";

    private static final Set<Role> WATCHING = Set.of(Role.CURATOR, Role.DIRECTOR);

    /** A group taken apart; no organisation for the technical administrators. */
    record Parts(@Nullable UUID organisationId, Role role) {}

    private Groups() {}

    /** @return «&lt;organisation&gt;_curator» */
    public static String id(UUID organisationId, Role role) {
        return role == Role.ADMINISTRATOR ? OwnIdentityFactory.ADMINISTRATORS : Roles.group(organisationId, role);
    }

    /** @return groups of somebody who works in these places */
    public static List<String> of(Collection<Place> places) {
        return places.stream()
                .flatMap(place -> of(place.organisationId(), place.roles()))
                .distinct()
                .toList();
    }

    /** @return groups of somebody with these roles there */
    public static Stream<String> of(UUID organisationId, Collection<Role> roles) {
        Stream<String> own = roles.stream().map(role -> id(organisationId, role));
        return roles.stream().anyMatch(WATCHING::contains) ? Stream.concat(own, Stream.of(WATCHERS)) : own;
    }

    static String name(Role role, String organisation) {
        return role == Role.ADMINISTRATOR ? "Технические администраторы" : role.title() + " (" + organisation + ")";
    }

    /** @return empty when no group can have this id */
    static Optional<Parts> parts(String groupId) {
        if (OwnIdentityFactory.ADMINISTRATORS.equals(groupId)) {
            return Optional.of(new Parts(null, Role.ADMINISTRATOR));
        }
        int border = groupId.indexOf('_');
        try {
            return border < 0
                    ? Optional.empty()
                    : Optional.of(new Parts(
                            UUID.fromString(groupId.substring(0, border)), Role.ofCode(groupId.substring(border + 1))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
