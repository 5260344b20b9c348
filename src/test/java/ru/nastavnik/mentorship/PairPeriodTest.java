package ru.nastavnik.mentorship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import ru.nastavnik.requirements.Requirement;
import ru.nastavnik.shared.Refusal;

@Requirement("S4-2.7.1")
class PairPeriodTest {

    private static final LocalDate FROM = LocalDate.of(2025, 9, 1);
    private static final int YEAR = 12;

    @Test
    void pairFromFirstOfSeptember_mayWorkUntilTheLastOfAugust() {
        assertThat(PairPeriod.lastAllowedEnd(FROM, YEAR)).isEqualTo("2026-08-31");
        assertThat(PairPeriod.checked(FROM, LocalDate.of(2026, 8, 31), YEAR).to())
                .isEqualTo("2026-08-31");
    }

    @Test
    void dayMore_isRefusedWithTheLastPossibleDay() {
        assertThatThrownBy(() -> PairPeriod.checked(FROM, LocalDate.of(2026, 9, 1), YEAR))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("31.08.2026");
    }

    @Test
    void endBeforeBeginning_andMissingDate_areRefused() {
        assertThatThrownBy(() -> PairPeriod.checked(FROM, FROM.minusDays(1), YEAR))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> PairPeriod.checked(FROM, null, YEAR)).isInstanceOf(Refusal.class);
    }

    @Test
    void leapDay_countsToTheEndOfFebruary() {
        assertThat(PairPeriod.lastAllowedEnd(LocalDate.of(2024, 2, 29), YEAR)).isEqualTo("2025-02-27");
    }
}
