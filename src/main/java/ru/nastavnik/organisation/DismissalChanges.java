package ru.nastavnik.organisation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Notes what a dismissal changes, so that it can be taken back. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class DismissalChanges {

    /** @param was how it was before; null when its kind says that already */
    public record Change(String subject, @Nullable String was) {}

    private final JdbcTemplate database;

    DismissalChanges(JdbcTemplate database) {
        this.database = database;
    }

    /**
     * @param kind    what has happened, in a word of the feature
     * @param subject id of the thing to which it has happened
     * @param was     how it was before; may be null
     */
    public void note(Departure departure, Enum<?> kind, Object subject, @Nullable Object was) {
        database.update(
                "insert into dismissal_change (dismissal_id, kind, subject, was) values (?, ?, ?, ?)",
                departure.dismissalId(),
                kind.name(),
                subject.toString(),
                was == null ? null : was.toString());
    }

    public List<Change> of(Departure departure, Enum<?> kind) {
        return database.query(
                "select subject, was from dismissal_change where dismissal_id = ? and kind = ? order by subject",
                (row, number) -> new Change(row.getString(1), row.getString(2)),
                departure.dismissalId(),
                kind.name());
    }
}
