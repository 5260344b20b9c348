package ru.nastavnik.process.engine;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Repeats a command that lost a race, a bounded number of times. Only where the command opens the transaction itself:
 * inside a running one the whole of it must be repeated by whoever opened it, who is told so.
 */
class RetryOnConflict extends CommandInterceptor {

    private static final int ATTEMPTS = 4;
    /** serialization_failure, deadlock_detected. */
    private static final Set<String> CONFLICTS = Set.of("40001", "40P01");

    @Override
    public <T> T execute(Command<T> command) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return inRunningTransaction(command);
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return next.execute(command);
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !isConflict(e)) {
                    throw e;
                }
                pause(attempt);
            }
        }
    }

    /** Services and pages know Spring's exceptions, not the engine's. */
    private <T> T inRunningTransaction(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException e) {
            boolean outermost = Context.getCommandContext() == null;
            if (outermost && isConflict(e) && !(e instanceof ConcurrencyFailureException)) {
                throw new OptimisticLockingFailureException("Somebody else has changed the same instance", e);
            }
            throw e;
        }
    }

    static boolean isConflict(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockingException
                    || cause instanceof ConcurrencyFailureException
                    || (cause instanceof SQLException sql && CONFLICTS.contains(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(10L, 40L * attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
