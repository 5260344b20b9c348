package ru.nastavnik.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SchoolClockTest {

    private static final Instant MORNING = Instant.parse("2026-03-02T05:00:00Z");

    private final SchoolClock clock = new SchoolClock();

    @Test
    @DisplayName("what is written down one after another keeps its order, even while the clock stands")
    void standingClock_momentsStayInOrder() {
        clock.moveTo(MORNING);
        assertThat(Stream.generate(clock::instant).limit(100))
                .isSorted()
                .doesNotHaveDuplicates()
                .startsWith(MORNING)
                .allMatch(told -> told.isBefore(MORNING.plusSeconds(1)));
    }

    @Test
    @DisplayName("the clock can be moved back, and follows the machine once released")
    void movedBackOrReleased_tellsThatTime() {
        clock.moveTo(MORNING);
        clock.instant();
        clock.moveTo(MORNING.minus(Duration.ofMillis(1)));
        assertThat(clock.instant()).isEqualTo(MORNING.minus(Duration.ofMillis(1)));

        clock.release();
        assertThat(Duration.between(clock.instant(), Instant.now()).abs()).isLessThan(Duration.ofMinutes(1));
    }
}
