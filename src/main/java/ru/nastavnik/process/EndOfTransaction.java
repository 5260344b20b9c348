package ru.nastavnik.process;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The one way in which the domain's events reach instances: at the end of the transaction and still within it, each
 * once. The engine cannot move one instance twice in one command, and the instance whose own task has caused the event
 * must go on by its own flow first: it is told only if it still waits afterwards.
 */
@Component
public class EndOfTransaction {

    /**
     * @param what equal for what is to be done once; of several the last is done, at the place of the first
     * @param work done before the transaction commits; what it causes in turn follows in the same transaction
     * @throws IllegalStateException when no transaction runs
     */
    public void once(Object what, Runnable work) {
        TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Waiting.class::isInstance)
                .map(Waiting.class::cast)
                .findFirst()
                .orElseGet(EndOfTransaction::register)
                .works
                .put(what, work);
    }

    private static Waiting register() {
        Waiting waiting = new Waiting();
        TransactionSynchronizationManager.registerSynchronization(waiting);
        return waiting;
    }

    private static class Waiting implements TransactionSynchronization {

        private final Map<Object, Runnable> works = new LinkedHashMap<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            while (!works.isEmpty()) {
                Iterator<Runnable> next = works.values().iterator();
                Runnable work = next.next();
                next.remove();
                work.run();
            }
        }
    }
}
