package ru.nastavnik.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import ru.nastavnik.organisation.PersonalData.Column;
import ru.nastavnik.organisation.PersonalData.Fate;
import ru.nastavnik.organisation.PersonalData.Term;
import ru.nastavnik.support.SchoolTest;

/** The register of personal data is held against the database as it is. */
class PersonalDataTest extends SchoolTest {

    private static final String TEXTS = """
      select c.table_name, c.column_name from information_schema.columns c
      join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
      where c.table_schema = current_schema() and t.table_type = 'BASE TABLE'
        and lower(c.table_name) !~ '^act_(ge|hi|id|re|ru)_' and c.table_name <> 'flyway_schema_history'
        and c.data_type not in ('uuid', 'date', 'timestamp with time zone', 'boolean', 'integer', 'bigint')
      order by 1, 2""";

    @Autowired
    private PersonalData register;

    @Autowired
    private NamedParameterJdbcTemplate named;

    @Test
    @DisplayName("every column that can hold a text or a file stands in the register, and nothing else does")
    void everyColumnThatMayBearAName_isRegistered() {
        Map<String, List<String>> inDatabase = new TreeMap<>();
        database.query(TEXTS, row -> {
            inDatabase
                    .computeIfAbsent(row.getString(1), table -> new ArrayList<>())
                    .add(row.getString(2));
        });
        Map<String, List<String>> registered = new TreeMap<>();
        register.tables().forEach((name, table) -> {
            List<String> columns = new ArrayList<>(table.impersonal());
            columns.addAll(table.columns().keySet());
            columns.sort(null);
            if (!columns.isEmpty()) {
                registered.put(name, columns);
            }
        });
        assertThat(registered)
                .as(
                        "write a new column down in personal-data/<feature>.json: what it holds, how long, what erasure does")
                .isEqualTo(inDatabase);
    }

    @Test
    @DisplayName("each column says what it holds and for how long, by a term that there is; each term has a source")
    void everyColumn_hasATerm() {
        List<String> terms = register.terms().stream().map(Term::code).toList();
        assertThat(terms).doesNotHaveDuplicates();
        assertThat(register.terms()).allSatisfy(term -> {
            assertThat(term.kept()).isNotBlank();
            assertThat(term.term()).isNotBlank();
            assertThat(term.source()).isNotBlank();
            assertThat(term.term().equals("не установлен") || term.source().matches(".*(ФЗ|№ \\d+).*"))
                    .as("a term that no law sets is not guessed: %s", term.code())
                    .isTrue();
        });
        register.tables()
                .forEach((name, table) -> table.columns().forEach((column, what) -> {
                    assertThat(what.holds()).as(name + "." + column).isNotBlank();
                    assertThat(what.kept()).as(name + "." + column).isIn(terms);
                    assertThat(what.erasure()).as(name + "." + column).isNotNull();
                }));
    }

    @Test
    @DisplayName("the curator can read what is kept, for how long, and what goes with a person")
    void register_canBeRead() {
        String page = school.curator().get("/staff/personal-data").body();
        register.terms().forEach(term -> {
            assertThat(page).contains(term.kept(), term.term());
            register.keptFor(term).forEach(text -> assertThat(page).contains(text));
        });
        assertThat(page)
                .contains(
                        "фамилия – удаляется", "текст проекта документа – остаётся", "итог программы – просматривают");
        assertThat(school.curator().get("/staff").body()).contains("/staff/personal-data");
    }

    @Test
    @DisplayName("whatever erasure takes away is found by a condition that the database understands")
    void whatErasureTakesAway_isFound() {
        Map<String, Object> nobody = Map.of("person", UUID.randomUUID(), "things", List.of(UUID.randomUUID()));
        register.tables().forEach((name, table) -> {
            List<Fate> fates = table.columns().values().stream()
                    .map(Column::erasure)
                    .distinct()
                    .toList();
            if (fates.contains(Fate.DELETE) || fates.contains(Fate.BLANK)) {
                assertThat(table.ofPerson()).as(name).isNotNull();
            }
            if (fates.contains(Fate.DELETE)) {
                assertThat(fates).as(name + " goes as a whole").containsExactly(Fate.DELETE);
            }
            if (table.ofPerson() != null) {
                String sql = "select count(*) from " + name + " where " + table.ofPerson();
                assertThatCode(() -> assertThat(named.queryForObject(sql, nobody, Long.class))
                                .isZero())
                        .as(sql)
                        .doesNotThrowAnyException();
            }
        });
    }
}
