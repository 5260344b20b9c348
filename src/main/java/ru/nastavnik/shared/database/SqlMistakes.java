package ru.nastavnik.shared.database;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** What the database refuses because nobody can ask for such a thing: a mistake of the request, not a failure. */
public final class SqlMistakes {

    /**
     * A NUL in a text, a negative limit or offset, a pattern that ends in its escape sign, a day or a number that the
     * database cannot hold, a text where something else belongs.
     */
    private static final Set<String> OF_REQUEST =
            Set.of("22021", "2201W", "2201X", "22025", "22007", "22008", "22003", "22P02", "2201B", "54001");

    /** Something is compared in a way in which it cannot be, «like» a number. */
    private static final String NO_SUCH_COMPARISON = "42883";

    private static final String TOOK_TOO_LONG = "57014";

    private SqlMistakes() {}

    public static boolean ofRequest(Throwable failure) {
        return state(failure).filter(OF_REQUEST::contains).isPresent();
    }

    public static boolean ofComparison(Throwable failure) {
        return state(failure).filter(NO_SUCH_COMPARISON::equals).isPresent();
    }

    public static boolean tookTooLong(Throwable failure) {
        return state(failure).filter(TOOK_TOO_LONG::equals).isPresent();
    }

    private static Optional<String> state(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return Optional.of(sql.getSQLState());
            }
        }
        return Optional.empty();
    }
}
