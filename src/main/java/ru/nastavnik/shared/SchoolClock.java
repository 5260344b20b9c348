package ru.nastavnik.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The one source of time. It can be moved, so that a demo school is made by living through its year and tests fire
 * nothing by waiting; whoever keeps time apart (the engine) listens.
 */
@Component
public class SchoolClock extends Clock {

    private final List<Consumer<@Nullable Instant>> listeners = new ArrayList<>();
    private volatile @Nullable Instant fixed;

    @Override
    public Instant instant() {
        Instant moved = fixed;
        return moved != null ? moved : Instant.now();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }

    /** @return the date that people in this zone have now */
    public LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(instant(), zone);
    }

    /** Stands still at the given moment until moved again or released. */
    public void moveTo(Instant moment) {
        fixed = moment;
        listeners.forEach(listener -> listener.accept(moment));
    }

    /** Follows the machine's clock again. */
    public void release() {
        fixed = null;
        listeners.forEach(listener -> listener.accept(null));
    }

    /** @param listener told the moment at which the clock stands, null when it runs again */
    public void onMove(Consumer<@Nullable Instant> listener) {
        listeners.add(listener);
    }
}
