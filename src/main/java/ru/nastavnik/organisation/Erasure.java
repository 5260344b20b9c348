package ru.nastavnik.organisation;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.organisation.PersonalData.Fate;
import ru.nastavnik.shared.Decider;
import ru.nastavnik.shared.Decisions;
import ru.nastavnik.shared.Entry;
import ru.nastavnik.shared.Refusal;

/**
 * Makes a person forgotten: what the register of personal data says of each column is carried out. Ids, days, decisions
 * and what the school must keep stay, and nothing leads from them to the person.
 */
@Service
@Transactional
public class Erasure {

    private static final String COLUMNS = """
      select table_name || '.' || column_name as name, data_type, is_nullable from information_schema.columns
      where table_schema = current_schema()""";

    private final PersonalData register;
    private final People people;
    private final Dismissals dismissals;
    private final Organisations organisations;
    private final Decisions decisions;
    private final EntityManager entities;
    private final NamedParameterJdbcTemplate database;
    private final ApplicationEventPublisher events;

    Erasure(
            PersonalData register,
            People people,
            Dismissals dismissals,
            Organisations organisations,
            Decisions decisions,
            EntityManager entities,
            NamedParameterJdbcTemplate database,
            ApplicationEventPublisher events) {
        this.register = register;
        this.people = people;
        this.dismissals = dismissals;
        this.organisations = organisations;
        this.decisions = decisions;
        this.entities = entities;
        this.database = database;
        this.events = events;
    }

    /**
     * Erases a person; whoever has not left before leaves with it.
     *
     * @param decider who decides so: the person's own withdrawal is carried out by the school
     */
    public void erase(UUID organisationId, UUID personId, Decider decider, Entry entry) {
        LocalDate today = organisations.today(organisationId);
        Person person = people.person(organisationId, personId);
        if (person.erased()) {
            throw Refusal.wrongState("Данные этого человека уже удалены.");
        }
        if (!person.dismissedBy(today)) {
            dismissals.dismiss(organisationId, personId, today, decider, entry);
        }
        decisions.record(organisationId, PersonVerdict.ERASED, personId, null, null, decider, entry);
        person.erase(today);
        entities.flush();
        // What has been read until now may hold what is deleted behind it.
        entities.clear();
        carryOut(personId);
        events.publishEvent(new PersonDataChanged(organisationId, personId));
    }

    private void carryOut(UUID personId) {
        Map<String, Object> who = new HashMap<>(Map.of("person", personId));
        who.put("things", thingsOf(who));
        Map<String, String> blanks = blanks();
        register.tables().forEach((name, table) -> {
            List<String> columns = table.columns(Fate.BLANK);
            if (!columns.isEmpty()) {
                String changes = columns.stream()
                        .map(column -> column + " = " + blanks.get(name + "." + column))
                        .collect(Collectors.joining(", "));
                database.update("update " + name + " set " + changes + " where " + table.ofPerson(), who);
            }
        });
        register.tables().forEach((name, table) -> {
            if (!table.columns(Fate.DELETE).isEmpty()) {
                database.update("delete from " + name + " where " + table.ofPerson(), who);
            }
        });
        database.update("delete from account_person where person_id = :person", who);
    }

    /** @return ids of all that is the person's and may have been decided on */
    private Set<UUID> thingsOf(Map<String, Object> who) {
        Set<UUID> things = new HashSet<>();
        register.tables().forEach((name, table) -> {
            if (table.decidedOn()) {
                things.addAll(database.queryForList(
                        "select id from " + name + " where " + table.ofPerson(), who, UUID.class));
            }
        });
        return things;
    }

    /** @return for each column the SQL value that says nothing */
    private Map<String, String> blanks() {
        Map<String, String> blanks = new HashMap<>();
        database.query(COLUMNS, row -> {
            String blank = row.getString("data_type").equals("bytea") ? "''::bytea" : "'" + Person.ERASED + "'";
            blanks.put(row.getString("name"), row.getString("is_nullable").equals("YES") ? "null" : blank);
        });
        return blanks;
    }
}
