package ru.nastavnik.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.nastavnik.requirements.Requirement;

@Requirement("S2-H.1")
class DueWindowTest {

    @ParameterizedTest(name = "{0}..{1} in {2}..{3}: {4}..{5}")
    @CsvSource({
        // a whole school year: autumn falls into its first, spring into its second calendar year
        "09-01, 09-15, 2026-09-01, 2027-08-31, 2026-09-01, 2026-09-15",
        "04-15, 05-31, 2026-09-01, 2027-08-31, 2027-04-15, 2027-05-31",
        "10-01, 05-31, 2026-09-01, 2027-08-31, 2026-10-01, 2027-05-31",
        // begun in August already
        "09-01, 09-15, 2026-08-20, 2027-06-30, 2026-09-01, 2026-09-15",
        // partly outside: cut
        "09-01, 09-15, 2026-09-10, 2027-05-31, 2026-09-10, 2026-09-15",
        "09-01, 08-31, 2026-09-10, 2027-05-25, 2026-09-10, 2027-05-25",
        // wholly outside: keeps its length at the nearer end
        "09-01, 09-15, 2026-11-01, 2027-05-31, 2026-11-01, 2026-11-15",
        "04-15, 05-31, 2026-09-01, 2026-12-31, 2026-11-15, 2026-12-31",
        // too long for the period: the period
        "09-01, 09-30, 2027-01-11, 2027-01-20, 2027-01-11, 2027-01-20"
    })
    void proposalMovesIntoThePeriod(
            String from, String to, LocalDate periodFrom, LocalDate periodTo, LocalDate dueFrom, LocalDate dueTo) {
        assertThat(DueWindow.proposed(MonthDay.parse("--" + from), MonthDay.parse("--" + to), periodFrom, periodTo))
                .isEqualTo(new DueWindow(dueFrom, dueTo));
    }

    @Test
    void rowWithoutDatesLastsThePeriod() {
        LocalDate from = LocalDate.of(2026, 9, 1);
        LocalDate to = LocalDate.of(2027, 5, 31);
        assertThat(DueWindow.proposed(null, null, from, to)).isEqualTo(new DueWindow(from, to));
    }
}
