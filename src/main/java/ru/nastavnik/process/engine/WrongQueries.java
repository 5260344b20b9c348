package ru.nastavnik.process.engine;

import java.sql.SQLException;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** What the database refuses because nobody can ask for such a thing is a mistake of the request, not a failure. */
class WrongQueries extends CommandInterceptor {

    /** A NUL in a text, a negative limit, a negative offset. */
    private static final Set<String> MISTAKES = Set.of("22021", "2201W", "2201X");

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException sql
                        && sql.getSQLState() != null
                        && MISTAKES.contains(sql.getSQLState())) {
                    throw new BadUserRequestException("The database cannot be asked for that", e);
                }
            }
            throw e;
        }
    }
}
