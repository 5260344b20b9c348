package ru.nastavnik.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PowerTest {

    private static final LocalDate FROM = LocalDate.of(2026, 9, 1);
    private static final LocalDate TO = LocalDate.of(2027, 5, 31);

    private static Power power(LocalDate to) {
        return new Power(UUID.randomUUID(), UUID.randomUUID(), Role.CURATOR, false, FROM, to, "приказ № 1");
    }

    @Test
    @DisplayName("a power holds on its first and its last day, and on no day outside")
    void holdsWithinItsDays() {
        Power power = power(TO);
        assertThat(power.holdsOn(FROM.minusDays(1))).isFalse();
        assertThat(power.holdsOn(FROM)).isTrue();
        assertThat(power.holdsOn(TO)).isTrue();
        assertThat(power.holdsOn(TO.plusDays(1))).isFalse();
    }

    @Test
    @DisplayName("without an end it holds on, until an end is set")
    void withoutAnEnd_holdsUntilEnded() {
        Power power = power(null);
        assertThat(power.holdsOn(TO.plusYears(10))).isTrue();
        power.endOn(TO);
        assertThat(power.holdsOn(TO)).isTrue();
        assertThat(power.holdsOn(TO.plusDays(1))).isFalse();
    }
}
