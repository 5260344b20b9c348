package ru.nastavnik.process;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
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
        waiting().works.put(what, work);
    }

    /**
     * @param what equal for what is to be done together
     * @param one  equal for what is to be done once; of several the last counts
     * @param work gets all of them, when nothing else is to be done first
     */
    @SuppressWarnings("unchecked")
    public <K, V> void together(Object what, K one, V value, Consumer<Map<K, V>> work) {
        ((Together<K, V>) waiting().works.computeIfAbsent(what, group -> new Together<>(new LinkedHashMap<>(), work)))
                .gathered.put(one, value);
    }

    private record Together<K, V>(Map<K, V> gathered, Consumer<Map<K, V>> work) implements Runnable {

        @Override
        public void run() {
            work.accept(gathered);
        }
    }

    private static Waiting waiting() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Waiting.class::isInstance)
                .map(Waiting.class::cast)
                .findFirst()
                .orElseGet(EndOfTransaction::register);
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
                Object next = works.entrySet().stream()
                        .filter(work -> !(work.getValue() instanceof Together))
                        .findFirst()
                        .orElseGet(() -> works.entrySet().iterator().next())
                        .getKey();
                Objects.requireNonNull(works.remove(next)).run();
            }
        }
    }
}
