package ru.nastavnik.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.organisation.SignedIn.Place;
import ru.nastavnik.shared.RussianText;
import ru.nastavnik.shared.SchoolClock;

/** Looks up, at every request, who has logged in: a power that ended yesterday gives nothing today. */
@Service
@Transactional(readOnly = true)
public class Visitors {

    private static final String ACCOUNT_AND_POWERS = """
      select a.must_change_password, o.id, o.kind, o.short_name, p.role, pe.id as person_id, d.last_name, d.first_name,
             d.middle_name
      from account a
      left join (power p join organisation o on o.id = p.organisation_id and %s) on p.account_id = a.id
      left join person pe on pe.organisation_id = o.id
        and pe.id in (select ap.person_id from account_person ap where ap.account_id = a.id)
      left join person_data d on d.person_id = pe.id
      where a.id = ? and not a.blocked""".formatted(Power.HOLDS_AT);

    private static final Comparator<Place> BY_SCHOOL =
            RussianText.by(Place::school).thenComparing(Place::organisationId);

    private final JdbcTemplate database;
    private final OrganisationRepository organisations;
    private final SchoolClock clock;

    Visitors(JdbcTemplate database, OrganisationRepository organisations, SchoolClock clock) {
        this.database = database;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** @return the account with the powers that hold today; empty when there is none such or it is blocked */
    public Optional<SignedIn> signedIn(UUID accountId) {
        Map<UUID, Place> places = new LinkedHashMap<>();
        List<Boolean> mustChange = new ArrayList<>();
        database.query(
                ACCOUNT_AND_POWERS,
                row -> {
                    mustChange.add(row.getBoolean("must_change_password"));
                    UUID organisationId = row.getObject("id", UUID.class);
                    if (organisationId == null) {
                        return;
                    }
                    Place place = places.get(organisationId);
                    if (place == null) {
                        place = new Place(
                                organisationId,
                                Organisation.Kind.valueOf(row.getString("kind")),
                                row.getString("short_name"),
                                person(row),
                                row.getObject("person_id", UUID.class),
                                EnumSet.noneOf(Role.class));
                        places.put(organisationId, place);
                    }
                    place.roles().add(Role.valueOf(row.getString("role")));
                },
                clock.instant().atOffset(ZoneOffset.UTC),
                accountId);
        return mustChange.isEmpty()
                ? Optional.empty()
                : Optional.of(new SignedIn(
                        accountId,
                        mustChange.get(0),
                        places.values().stream().sorted(BY_SCHOOL).toList()));
    }

    private static @Nullable String person(ResultSet row) throws SQLException {
        String lastName = row.getString("last_name");
        return lastName == null
                ? null
                : new PersonName(lastName, row.getString("first_name"), row.getString("middle_name"), null, null)
                        .initialled();
    }

    /**
     * @param chosen organisation that the person has chosen to work in; null or one where they have no power any more:
     *               the first one
     * @throws java.util.NoSuchElementException when the account has no power at all
     */
    public Visitor visitor(SignedIn user, @Nullable UUID chosen) {
        List<Place> places = user.administrator() ? everywhere(user) : user.places();
        Place place = places.stream()
                .filter(candidate -> candidate.organisationId().equals(chosen))
                .findFirst()
                .orElseGet(() -> user.places().stream().findFirst().orElseThrow());
        return new Visitor(user.accountId(), place, places);
    }

    /** The technical administrator gives access in every organisation. */
    private List<Place> everywhere(SignedIn user) {
        return organisations.findAll().stream()
                .map(organisation -> user.at(organisation.id())
                        .map(own -> {
                            Set<Role> roles = EnumSet.copyOf(own.roles());
                            roles.add(Role.ADMINISTRATOR);
                            return new Place(
                                    own.organisationId(),
                                    own.kind(),
                                    own.school(),
                                    own.person(),
                                    own.personId(),
                                    roles);
                        })
                        .orElseGet(() -> new Place(
                                organisation.id(),
                                organisation.kind(),
                                organisation.shortName(),
                                null,
                                null,
                                EnumSet.of(Role.ADMINISTRATOR))))
                .sorted(BY_SCHOOL)
                .toList();
    }
}
