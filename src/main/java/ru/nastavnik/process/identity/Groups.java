package ru.nastavnik.process.identity;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.organisation.SignedIn.Place;

/** The engine's groups: organisation and role. Technical administrators are one group, whatever the organisation. */
public final class Groups {

  /** A group taken apart; no organisation for the technical administrators. */
  record Parts(UUID organisationId, Role role) {}

  private Groups() {}

  /** @return «&lt;organisation&gt;_curator» */
  public static String id(UUID organisationId, Role role) {
    return role == Role.ADMINISTRATOR ? OwnIdentityFactory.ADMINISTRATORS : organisationId + "_" + role.code();
  }

  /** @return groups of somebody who works in these places */
  public static List<String> of(Collection<Place> places) {
    return places.stream().flatMap(place -> place.roles().stream().map(role -> id(place.organisationId(), role)))
        .distinct().toList();
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
      return border < 0 ? Optional.empty() : Optional.of(
          new Parts(UUID.fromString(groupId.substring(0, border)), Role.ofCode(groupId.substring(border + 1))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
