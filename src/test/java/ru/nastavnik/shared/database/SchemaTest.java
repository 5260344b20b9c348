package ru.nastavnik.shared.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import ru.nastavnik.support.SchoolTest;

/** What the database promises about references between tables. */
class SchemaTest extends SchoolTest {

    private static final String OURS =
            " t.relkind = 'r' and t.relnamespace = current_schema()::regnamespace and t.relname !~ '^act_(ge|hi|id|re|ru)_'"
                    + " and t.relname <> 'flyway_schema_history' ";

    /** Ids that refer to no table of ours, or to one of several. */
    private static final List<String> REFER_ELSEWHERE = List.of(
            // What a decision or a notice is about, and which text or version was read: its kind says where that
            // stands.
            "decision_record.subject_id",
            "decision_record.text_id",
            "notice.subject_id",
            // Whatever the engine's task is about, that task, and a job of the engine.
            "stored_file.subject_id",
            "stored_file.task_id",
            "taken_task.task_id",
            "given_up_step.job_id",
            // Names that Spring Session gives to its own columns.
            "spring_session.primary_id",
            "spring_session.session_id");

    @Test
    @DisplayName("every column that names a row of another table is held by a foreign key")
    void everyReference_isAForeignKey() {
        assertThat(names(
                        "select t.relname || '.' || a.attname from pg_class t join pg_attribute a on a.attrelid = t.oid"
                                + " where" + OURS
                                + "and a.attnum > 0 and not a.attisdropped and (a.attname like '%\\_id' or a.attname like '%\\_by')"
                                + " and not exists (select 1 from pg_constraint c where c.conrelid = t.oid and c.contype = 'f'"
                                + " and a.attnum = any (c.conkey)) order by 1"))
                .as("columns without a foreign key")
                .containsExactlyInAnyOrderElementsOf(REFER_ELSEWHERE);
    }

    @Test
    @DisplayName("every foreign key has an index that begins with it")
    void everyForeignKey_hasAnIndex() {
        assertThat(database.queryForObject(
                        "select count(*) from pg_constraint c join pg_class t on t.oid = c.conrelid where" + OURS
                                + "and c.contype = 'f'",
                        Integer.class))
                .isGreaterThan(80);
        assertThat(
                        names(
                                "select t.relname || ': ' || c.conname from pg_constraint c join pg_class t on t.oid = c.conrelid"
                                        + " where" + OURS
                                        + "and c.contype = 'f' and not exists (select 1 from pg_index i"
                                        + " where i.indrelid = t.oid and i.indpred is null and i.indkey[0] = c.conkey[1]) order by 1"))
                .as("foreign keys without an index")
                .isEmpty();
    }

    private List<String> names(String sql) {
        return database.queryForList(sql, String.class);
    }
}
