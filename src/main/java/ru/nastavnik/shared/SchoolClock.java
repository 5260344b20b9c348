package ru.nastavnik.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
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

    private static final Duration SET_BACK = Duration.ofSeconds(1);

    private final List<Consumer<@Nullable Instant>> listeners = new ArrayList<>();
    private @Nullable Instant fixed;
    private Instant told = Instant.EPOCH;

    /**
     * @return now, and a microsecond at least after the moment told before, even while the clock stands: what is
     *     written down one after another is read in that order. A machine's clock that was set back is followed.
     */
    @Override
    public synchronized Instant instant() {
        Instant now = (fixed != null ? fixed : Instant.now()).truncatedTo(ChronoUnit.MICROS);
        boolean toldAlready = !now.isAfter(told) && now.isAfter(told.minus(SET_BACK));
        told = toldAlready ? told.plus(1, ChronoUnit.MICROS) : now;
        return told;
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
        follow(moment);
        listeners.forEach(listener -> listener.accept(moment));
    }

    /** Follows the machine's clock again. */
    public void release() {
        follow(null);
        listeners.forEach(listener -> listener.accept(null));
    }

    private synchronized void follow(@Nullable Instant moment) {
        if (fixed == null || moment == null || moment.isBefore(fixed)) {
            told = Instant.EPOCH;
        }
        fixed = moment;
    }

    /** @param listener told the moment at which the clock stands, null when it runs again */
    public void onMove(Consumer<@Nullable Instant> listener) {
        listeners.add(listener);
    }
}
