package ru.nastavnik.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {

    private final WorkingCalendar calendar = new WorkingCalendar();

    @ParameterizedTest(name = "warned on {0}: three working days end with {1}")
    @CsvSource({
        "2025-10-30, 2025-11-05",
        "2027-02-18, 2027-02-24",
        "2027-11-02, 2027-11-09",
        "2026-12-28, 2027-01-11",
        "2025-12-26, 2026-01-12"
    })
    void threeWorkingDays(LocalDate warnedOn, LocalDate lastDay) {
        assertThat(calendar.plusWorkingDays(warnedOn, 3)).isEqualTo(lastDay);
    }

    @Test
    void termBeginsOnTheDayAfter() {
        LocalDate friday = LocalDate.of(2026, 9, 4);
        assertThat(calendar.plusWorkingDays(friday, 0)).isEqualTo(friday);
        assertThat(calendar.plusWorkingDays(friday, 1)).isEqualTo(LocalDate.of(2026, 9, 7));
        assertThat(calendar.plusWorkingDays(LocalDate.of(2026, 9, 6), 1)).isEqualTo(LocalDate.of(2026, 9, 7));
    }

    @ParameterizedTest(name = "{0} has {1} working days")
    @CsvSource({"2022, 247", "2023, 247", "2024, 248", "2025, 247", "2026, 247"})
    void yearsHaveTheirKnownLength(int year, int workingDays) {
        assertThat(LocalDate.of(year, 1, 1)
                        .datesUntil(LocalDate.of(year + 1, 1, 1))
                        .filter(calendar::isWorking)
                        .count())
                .isEqualTo(workingDays);
    }

    @Test
    void januaryIsNotTransferredToTheNextMonday() {
        assertThat(calendar.isWorking(LocalDate.of(2025, 1, 8))).isFalse();
        assertThat(calendar.isWorking(LocalDate.of(2025, 1, 9))).isTrue();
    }

    @Test
    void yearWithoutDecreeHasItsFixedHolidays() {
        assertThat(calendar.isWorking(LocalDate.of(2028, 2, 23))).isFalse();
    }

    @Test
    void negativeTermIsAMistake() {
        assertThatThrownBy(() -> calendar.plusWorkingDays(LocalDate.of(2026, 9, 4), -1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
