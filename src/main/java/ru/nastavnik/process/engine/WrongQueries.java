package ru.nastavnik.process.engine;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import ru.nastavnik.shared.database.SqlMistakes;

/** What the database refuses because nobody can ask for such a thing is a mistake of the request, not a failure. */
class WrongQueries extends CommandInterceptor {

    private static final String OF_ENGINE = "org.camunda.";

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException e) {
            // In a command of ours a wrong comparison or a slow statement is a mistake of ours.
            boolean ofEngine = command.getClass().getName().startsWith(OF_ENGINE);
            if (SqlMistakes.ofRequest(e) || (ofEngine && SqlMistakes.ofComparison(e))) {
                throw new BadUserRequestException("Cannot be asked for", e);
            }
            if (ofEngine && SqlMistakes.tookTooLong(e)) {
                throw new BadUserRequestException("Поиск занял слишком много времени. Уточните условия.", e);
            }
            throw e;
        }
    }
}
