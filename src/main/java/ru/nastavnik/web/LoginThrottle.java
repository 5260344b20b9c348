package ru.nastavnik.web;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing of passwords: so many failures a minute for one login, and for one address. Kept in memory: with
 * several nodes each counts for itself.
 */
@Component
class LoginThrottle {

    static final int FAILURES_OF_LOGIN = 5;
    /** A whole school stands behind one address. */
    static final int FAILURES_OF_ADDRESS = 30;

    private static final long WINDOW = Duration.ofMinutes(1).toNanos();
    private static final int SWEEP_ABOVE = 10_000;

    private final Map<String, Deque<Long>> failures = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;

    LoginThrottle() {
        this(System::nanoTime);
    }

    LoginThrottle(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    boolean admits(String login, String address) {
        return recent("login " + login) < FAILURES_OF_LOGIN && recent("address " + address) < FAILURES_OF_ADDRESS;
    }

    void failed(String login, String address) {
        if (failures.size() > SWEEP_ABOVE) {
            failures.keySet().forEach(this::recent);
        }
        add("login " + login);
        add("address " + address);
    }

    /** The person knows the password; what others tried from the same address still counts. */
    void succeeded(String login) {
        failures.remove("login " + login);
    }

    private void add(String key) {
        failures.compute(key, (same, times) -> {
            Deque<Long> kept = times == null ? new ArrayDeque<>() : times;
            kept.addLast(nanoTime.getAsLong());
            return kept;
        });
    }

    private int recent(String key) {
        int[] count = {0};
        failures.computeIfPresent(key, (same, times) -> {
            while (!times.isEmpty() && nanoTime.getAsLong() - times.peekFirst() > WINDOW) {
                times.removeFirst();
            }
            count[0] = times.size();
            return times.isEmpty() ? null : times;
        });
        return count[0];
    }
}
