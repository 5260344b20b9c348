package ru.nastavnik.process.identity;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TenantEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import ru.nastavnik.organisation.People;
import ru.nastavnik.organisation.Power;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.shared.RussianText;
import ru.nastavnik.shared.SchoolClock;

/**
 * One SQL statement for each question of the engine about people. Whoever asks sees themselves and the organisations in
 * which they have a power today; the engine itself and the technical administrators see everybody.
 */
class IdentityQueries {

    private static final String TYPE = "WORKFLOW";
    /** Accounts that have a power today; completed by what is asked for. */
    private static final String LIVE_POWER = " from power p join organisation o on o.id = p.organisation_id and "
            + Power.HOLDS_AT + " join account a on a.id = p.account_id and not a.blocked where ";

    private final JdbcTemplate database;
    private final People people;
    private final SchoolClock clock;

    IdentityQueries(JdbcTemplate database, People people, SchoolClock clock) {
        this.database = database;
        this.people = people;
        this.clock = clock;
    }

    /** What is asked for; null means that it does not matter. */
    record UserQuestion(
            String id,
            @Nullable List<String> ids,
            @Nullable String firstName,
            @Nullable String firstNameLike,
            @Nullable String lastName,
            @Nullable String lastNameLike,
            @Nullable String groupId,
            @Nullable String tenantId) {}

    List<User> users(UserQuestion question) {
        Statement sql = new Statement("""
        select distinct on (a.id) a.id, d.first_name, d.last_name, pe.id as person_id,
          exists (select 1 from person_data t join person tp on tp.id = t.person_id
                  where tp.organisation_id = pe.organisation_id and tp.id <> pe.id and t.last_name = d.last_name
                    and t.first_name = d.first_name) as has_namesake
        from account a join account_person ap on ap.account_id = a.id join person pe on pe.id = ap.person_id
        join person_data d on d.person_id = pe.id
        where not a.blocked""");
        Optional<UUID> viewer = viewer();
        if (viewer.isPresent()) {
            sql.add(
                    " and (a.id = ? or pe.organisation_id in (select p.organisation_id" + LIVE_POWER
                            + "p.account_id = ?))",
                    viewer.get(),
                    now(),
                    viewer.get());
        }
        if (question.id() != null) {
            sql.add(" and a.id = any (?::uuid[])", (Object) uuids(question.id()));
        }
        if (question.ids() != null) {
            sql.add(" and a.id = any (?::uuid[])", (Object) uuids(question.ids().toArray(new String[0])));
        }
        if (question.groupId() != null) {
            Optional<Groups.Parts> group = Groups.parts(question.groupId());
            if (group.isEmpty()) {
                return List.of();
            }
            sql.add(
                    " and a.id in (select p.account_id" + LIVE_POWER + "p.role = ?",
                    now(),
                    group.get().role().name());
            if (group.get().organisationId() != null) {
                sql.add(" and o.id = ?", group.get().organisationId());
            }
            sql.add(")");
        }
        if (question.tenantId() != null) {
            sql.add(
                    " and a.id in (select p.account_id" + LIVE_POWER + "o.id = any (?::uuid[]))",
                    now(),
                    uuids(question.tenantId()));
        }
        sql.add(" order by a.id, pe.id");
        List<Found> found = database.query(
                sql.text(),
                (row, number) -> new Found(
                        row.getString("id"),
                        row.getString("first_name"),
                        row.getString("last_name"),
                        row.getObject("person_id", UUID.class),
                        row.getBoolean("has_namesake")),
                sql.values());
        return found.stream()
                .filter(user -> named(user.firstName(), question.firstName(), question.firstNameLike())
                        && named(user.lastName(), question.lastName(), question.lastNameLike()))
                .sorted(RussianText.by((Found user) -> user.lastName() + " " + user.firstName())
                        .thenComparing(Found::id))
                .map(this::user)
                .toList();
    }

    /** @param hasNamesake whether somebody else of the school has the same surname and first name */
    private record Found(String id, String firstName, String lastName, UUID personId, boolean hasNamesake) {}

    /** The engine's pages show the first name and the surname: of namesakes all that tells them apart stands in the latter. */
    private User user(Found found) {
        UserEntity user = new UserEntity(found.id());
        user.setFirstName(found.hasNamesake() ? "" : found.firstName());
        user.setLastName(found.hasNamesake() ? people.fullName(found.personId()) : found.lastName());
        return user;
    }

    /** @return whether a name is the one wanted, and found by a pattern of the engine, whose signs % stand around it */
    static boolean named(String name, @Nullable String wanted, @Nullable String wantedLike) {
        return (wanted == null || wanted.equals(name))
                && (wantedLike == null || RussianText.finds(wantedLike.replace("%", ""), name));
    }

    /** @param userId whose groups; null for every group that there can be */
    List<Group> groups(@Nullable String userId, @Nullable String tenantId) {
        Statement sql;
        if (userId == null) {
            sql = new Statement(
                    "select o.id, o.short_name, r.role from organisation o cross join unnest(?::text[]) r(role) where true");
            sql.values.add(Arrays.stream(Role.values()).map(Enum::name).toArray(String[]::new));
        } else {
            sql = new Statement("select distinct o.id, o.short_name, p.role");
            sql.add(LIVE_POWER + "p.account_id = any (?::uuid[])", now(), uuids(userId));
        }
        seen(sql);
        if (tenantId != null) {
            sql.add(" and o.id = any (?::uuid[])", (Object) uuids(tenantId));
        }
        List<Group> groups = new ArrayList<>();
        database.query(
                sql.text(),
                row -> {
                    Role role = Role.valueOf(row.getString("role"));
                    String id = Groups.id(row.getObject("id", UUID.class), role);
                    if (groups.stream().noneMatch(group -> group.getId().equals(id))) {
                        GroupEntity group = new GroupEntity(id);
                        group.setName(Groups.name(role, row.getString("short_name")));
                        group.setType(TYPE);
                        groups.add(group);
                    }
                },
                sql.values());
        groups.sort(RussianText.by(Group::getName).thenComparing(Group::getId));
        return groups;
    }

    /** @param userId whose organisations; null for all */
    List<Tenant> tenants(@Nullable String userId) {
        Statement sql = new Statement("select o.id, o.short_name from organisation o where true");
        if (userId != null) {
            sql.add(
                    " and o.id in (select p.organisation_id" + LIVE_POWER + "p.account_id = any (?::uuid[]))",
                    now(),
                    uuids(userId));
        }
        seen(sql);
        List<Tenant> tenants = database.query(
                sql.text(),
                (row, number) -> {
                    TenantEntity tenant = new TenantEntity(row.getString("id"));
                    tenant.setName(row.getString("short_name"));
                    return tenant;
                },
                sql.values());
        tenants.sort(RussianText.by(Tenant::getName).thenComparing(Tenant::getId));
        return tenants;
    }

    private void seen(Statement sql) {
        viewer().ifPresent(viewer ->
                sql.add(" and o.id in (select p.organisation_id" + LIVE_POWER + "p.account_id = ?)", now(), viewer));
    }

    /** @return who asks; empty for the engine itself and for technical administrators */
    private static Optional<UUID> viewer() {
        CommandContext context = Context.getCommandContext();
        boolean checked = context != null && context.isAuthorizationCheckEnabled();
        Authentication user = checked ? context.getAuthentication() : null;
        if (user == null
                || user.getUserId() == null
                || (user.getGroupIds() != null && user.getGroupIds().contains(OwnIdentityFactory.ADMINISTRATORS))) {
            return Optional.empty();
        }
        return Optional.of(UUID.fromString(user.getUserId()));
    }

    private Object now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** @return the ids that can be ids of ours */
    private static String[] uuids(String... ids) {
        return Arrays.stream(ids).filter(IdentityQueries::isUuid).toArray(String[]::new);
    }

    private static boolean isUuid(@Nullable String id) {
        try {
            return id != null && UUID.fromString(id).toString().equals(id);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** SQL that grows with its values. */
    private static class Statement {

        private final StringBuilder sql;
        private final List<Object> values = new ArrayList<>();

        Statement(String beginning) {
            this.sql = new StringBuilder(beginning);
        }

        void add(String part, Object... partValues) {
            sql.append(part);
            values.addAll(Arrays.asList(partValues));
        }

        String text() {
            return sql.toString();
        }

        Object[] values() {
            return values.toArray();
        }
    }
}
