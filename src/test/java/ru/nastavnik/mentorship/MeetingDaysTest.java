package ru.nastavnik.mentorship;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeetingDaysTest {

    private static final PairPeriod PERIOD = new PairPeriod(LocalDate.of(2025, 9, 20), LocalDate.of(2026, 5, 31));

    @Test
    void daysOfferedAreThoseOfTheLastMonth_withoutThoseAlreadyMarked() {
        LocalDate marked = LocalDate.of(2025, 11, 30);

        List<LocalDate> days = MeetingDays.unmarked(PERIOD, LocalDate.of(2025, 12, 1), marked, List.of(marked));

        assertThat(days)
                .startsWith(LocalDate.of(2025, 11, 1))
                .endsWith(LocalDate.of(2025, 12, 1))
                .hasSize(30)
                .doesNotContain(marked);
    }

    @Test
    void nothingBeforeThePeriodOrAfterIt_isOffered() {
        assertThat(MeetingDays.unmarked(PERIOD, LocalDate.of(2025, 9, 22), null, List.of()))
                .hasSize(3)
                .startsWith(PERIOD.from());
        assertThat(MeetingDays.unmarked(PERIOD, LocalDate.of(2026, 6, 3), LocalDate.of(2026, 5, 20), List.of()))
                .endsWith(PERIOD.to());
        assertThat(MeetingDays.unmarked(PERIOD, LocalDate.of(2025, 9, 1), null, List.of()))
                .isEmpty();
    }

    @Test
    void whoeverHasNotMarkedForTwoMonths_isOfferedBoth() {
        assertThat(MeetingDays.unmarked(PERIOD, LocalDate.of(2025, 12, 1), LocalDate.of(2025, 10, 1), List.of()))
                .startsWith(LocalDate.of(2025, 10, 1));
    }

    @Test
    void workIsOver_inTheLastDaysOfThePeriodAndAfterIt() {
        assertThat(MeetingDays.workPeriodOver(PERIOD, LocalDate.of(2026, 5, 1))).isFalse();
        assertThat(MeetingDays.workPeriodOver(PERIOD, LocalDate.of(2026, 5, 25)))
                .isTrue();
        assertThat(MeetingDays.workPeriodOver(PERIOD, LocalDate.of(2026, 6, 1))).isTrue();
    }

    @Test
    void meetingsGetTheirKindsInOrder() {
        assertThat(List.of(0, 1, 2, 3, 17))
                .extracting(MeetingKind::inOrder)
                .containsExactly(
                        MeetingKind.FIRST,
                        MeetingKind.TRIAL,
                        MeetingKind.PLANNING,
                        MeetingKind.REGULAR,
                        MeetingKind.REGULAR);
    }
}
