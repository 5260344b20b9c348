package ru.nastavnik.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.RussianText;

/** Everybody of an organisation with what they may do there, read at one stroke. */
@Service
@Transactional(readOnly = true)
public class Members {

    /** A power as the list of staff shows it. */
    public record HeldPower(
            UUID id,
            Role role,
            boolean acting,
            LocalDate from,
            @Nullable LocalDate to,
            String basis,
            boolean holdsToday) {

        public String title() {
            return role.title(acting);
        }
    }

    /**
     * A person of the organisation with what they may do.
     *
     * @param label           the whole name, told apart from the others of the list; «Данные удалены» when nobody can tell
     *                        any more
     * @param lastName        null, as all that is said of the person, when it has been erased
     * @param birthDate       null when it is not known
     * @param representatives of a pupil, by name
     * @param login           null when the person has no access
     * @param blocked         whether the access is closed
     */
    public record Member(
            UUID personId,
            String label,
            @Nullable String lastName,
            @Nullable String firstName,
            @Nullable String middleName,
            @Nullable String positionTitle,
            @Nullable String email,
            Person.Category category,
            @Nullable LocalDate birthDate,
            List<String> representatives,
            @Nullable LocalDate dismissedOn,
            @Nullable LocalDate erasedOn,
            @Nullable UUID accountId,
            @Nullable String login,
            boolean blocked,
            List<HeldPower> powers) {}

    private static final String MEMBERS = """
      select pe.id, d.last_name, d.first_name, d.middle_name, d.position_title, d.email, pe.category, d.birth_date,
             pe.dismissed_on, pe.erased_on,
             a.id as account_id, a.login, a.blocked,
             p.id as power_id, p.role, p.acting, p.valid_from, p.valid_to, p.basis
      from person pe
      left join person_data d on d.person_id = pe.id
      left join account_person ap on ap.person_id = pe.id
      left join account a on a.id = ap.account_id
      left join power p on p.account_id = a.id and p.organisation_id = pe.organisation_id
      where pe.organisation_id = ? and (cast(? as uuid) is null or pe.id = ?)
        and (cast(? as uuid) is not null or pe.erased_on is null)
      order by p.valid_from, p.role""";

    private static final String REPRESENTATIVES = """
      select r.represented_id, r.id from person r
      where r.organisation_id = ? and r.represented_id is not null and r.erased_on is null
        and (cast(? as uuid) is null or r.represented_id = ?)""";

    private final JdbcTemplate database;
    private final Organisations organisations;
    private final People people;

    Members(JdbcTemplate database, Organisations organisations, People people) {
        this.database = database;
        this.organisations = organisations;
        this.people = people;
    }

    /**
     * @param search words of a name, see {@link RussianText#finds}
     * @return those who work or learn here, then those who have left, by name
     */
    public List<Member> all(UUID organisationId, String search) {
        return members(organisationId, null).stream()
                .filter(member -> RussianText.finds(search, member.label()))
                .sorted(Comparator.comparing((Member member) -> member.dismissedOn() != null)
                        .thenComparing(RussianText.by(Member::label)))
                .toList();
    }

    /** @throws Refusal NOT_FOUND when there is no such person in the organisation */
    public Member one(UUID organisationId, UUID personId) {
        return members(organisationId, personId).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("Такого человека в учреждении нет."));
    }

    private List<Member> members(UUID organisationId, @Nullable UUID personId) {
        LocalDate today = organisations.today(organisationId);
        Map<UUID, Member> members = new LinkedHashMap<>();
        Map<UUID, List<UUID>> representatives = representatives(organisationId, personId);
        Map<UUID, String> labels = personId == null
                ? people.everybody(organisationId)
                : people.fullNames(Stream.concat(
                                Stream.of(personId),
                                representatives.values().stream().flatMap(List::stream))
                        .toList());
        database.query(
                MEMBERS,
                row -> {
                    UUID id = row.getObject("id", UUID.class);
                    Member member = members.get(id);
                    if (member == null) {
                        member = new Member(
                                id,
                                labels.getOrDefault(id, Person.ERASED),
                                row.getString("last_name"),
                                row.getString("first_name"),
                                row.getString("middle_name"),
                                row.getString("position_title"),
                                row.getString("email"),
                                Person.Category.valueOf(row.getString("category")),
                                row.getObject("birth_date", LocalDate.class),
                                representatives.getOrDefault(id, List.of()).stream()
                                        .map(labels::get)
                                        .sorted(RussianText.by(Function.identity()))
                                        .toList(),
                                row.getObject("dismissed_on", LocalDate.class),
                                row.getObject("erased_on", LocalDate.class),
                                row.getObject("account_id", UUID.class),
                                row.getString("login"),
                                row.getBoolean("blocked"),
                                new ArrayList<>());
                        members.put(id, member);
                    }
                    UUID powerId = row.getObject("power_id", UUID.class);
                    if (powerId != null) {
                        LocalDate from = row.getObject("valid_from", LocalDate.class);
                        LocalDate to = row.getObject("valid_to", LocalDate.class);
                        member.powers()
                                .add(new HeldPower(
                                        powerId,
                                        Role.valueOf(row.getString("role")),
                                        row.getBoolean("acting"),
                                        from,
                                        to,
                                        row.getString("basis"),
                                        !today.isBefore(from) && (to == null || !today.isAfter(to))));
                    }
                },
                organisationId,
                personId,
                personId,
                personId);
        return List.copyOf(members.values());
    }

    /** @return by pupil */
    private Map<UUID, List<UUID>> representatives(UUID organisationId, @Nullable UUID pupilId) {
        Map<UUID, List<UUID>> representatives = new HashMap<>();
        database.query(
                REPRESENTATIVES,
                row -> {
                    representatives
                            .computeIfAbsent(row.getObject("represented_id", UUID.class), id -> new ArrayList<>())
                            .add(row.getObject("id", UUID.class));
                },
                organisationId,
                pupilId,
                pupilId);
        return representatives;
    }
}
