package ru.nastavnik.mentorship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
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
    @Requirement("S4-2.6")
    void periodsThatFollowOneAnother_doNotAddUp() {
        PairPeriod autumn = new PairPeriod(FROM, FROM.plusMonths(3));
        PairPeriod winter = new PairPeriod(FROM.plusMonths(3).plusDays(1), FROM.plusMonths(6));
        PairPeriod year = new PairPeriod(FROM, FROM.plusMonths(9));
        PairPeriod later = new PairPeriod(FROM.plusMonths(9).plusDays(1), FROM.plusMonths(12));

        assertThat(year.mostAtOnce(List.of(autumn, winter))).isEqualTo(1);
        assertThat(year.mostAtOnce(List.of(autumn, winter, year))).isEqualTo(2);
        assertThat(winter.mostAtOnce(List.of(autumn, year))).isEqualTo(1);
        assertThat(later.mostAtOnce(List.of(autumn, winter, year))).isZero();
        assertThat(year.mostAtOnce(List.of(new PairPeriod(FROM.plusMonths(9), FROM.plusMonths(10)))))
                .as("they share a day")
                .isEqualTo(1);
    }

    @Test
    void leapDay_countsToTheEndOfFebruary() {
        assertThat(PairPeriod.lastAllowedEnd(LocalDate.of(2024, 2, 29), YEAR)).isEqualTo("2025-02-27");
    }
}
