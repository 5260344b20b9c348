package ru.nastavnik.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.nastavnik.requirements.Requirement;

@Requirement("S2-H.1")
class ProposedWindowsTest {

    private static final RoadmapTemplate TEMPLATE = new RoadmapTemplates(
                    new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES))
            .get("SCHOOL-TEACHERS-2025");

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
        // no days: the period
        ", , 2026-09-01, 2027-05-31, 2026-09-01, 2027-05-31",
        // too long for the period: the period
        "09-01, 09-30, 2027-01-11, 2027-01-20, 2027-01-11, 2027-01-20"
    })
    void proposalMovesIntoThePeriod(
            String from, String to, LocalDate periodFrom, LocalDate periodTo, LocalDate dueFrom, LocalDate dueTo) {
        RoadmapTemplate.Row row = row(from, to);
        assertThat(new ProposedWindows(List.of(row), periodFrom, periodTo).of(row))
                .isEqualTo(new DueWindow(dueFrom, dueTo));
    }

    @ParameterizedTest(name = "{0}..{1}: banks {2}..{3}, pairs in order till {4}, final event {5}..{6}")
    @CsvSource({
        "2025-09-01, 2026-05-31, 2025-09-01, 2025-09-25, 2025-10-05, 2026-04-15, 2026-05-31",
        "2026-02-18, 2026-05-31, 2026-02-18, 2026-02-27, 2026-03-02, 2026-05-13, 2026-05-31",
        // what is left of the year, not the summer after it
        "2026-02-18, 2026-08-31, 2026-02-18, 2026-02-27, 2026-03-02, 2026-05-13, 2026-05-31",
        // an autumn of its own
        "2026-09-01, 2026-12-31, 2026-09-01, 2026-09-11, 2026-09-16, 2026-12-10, 2026-12-31",
        // a summer of its own
        "2026-05-25, 2026-08-31, 2026-05-25, 2026-06-02, 2026-06-06, 2026-08-14, 2026-08-31"
    })
    @DisplayName("a template that the period does not leave room for is drawn together")
    void windowsMoveTogether(
            LocalDate periodFrom,
            LocalDate periodTo,
            LocalDate banksFrom,
            LocalDate banksTo,
            LocalDate ordered,
            LocalDate eventFrom,
            LocalDate eventTo) {
        ProposedWindows windows = new ProposedWindows(TEMPLATE.rows(), periodFrom, periodTo);
        assertThat(windows.of(row("2.2"))).isEqualTo(new DueWindow(banksFrom, banksTo));
        assertThat(windows.of(row("1.4")).to()).isEqualTo(ordered);
        assertThat(windows.of(row("6.3"))).isEqualTo(new DueWindow(eventFrom, eventTo));
    }

    @Test
    @DisplayName("whenever a programme begins and however long it lasts, no row overtakes another of its template")
    void orderOfTheTemplateIsKept() {
        LocalDate january = LocalDate.of(2026, 1, 1);
        for (int day = 0; day < 365; day += 7) {
            for (int length : List.of(10, 45, 103, 200, 300, 364, 700)) {
                LocalDate from = january.plusDays(day);
                ProposedWindows windows = new ProposedWindows(TEMPLATE.rows(), from, from.plusDays(length));
                List<LocalDate> begins = new ArrayList<>();
                List<LocalDate> ends = new ArrayList<>();
                finite().sorted(Comparator.comparing(ProposedWindowsTest::first))
                        .forEach(row -> begins.add(windows.of(row).from()));
                finite().sorted(Comparator.comparing(ProposedWindowsTest::last))
                        .forEach(row -> ends.add(windows.of(row).to()));
                assertThat(begins).as("from %s, %s days", from, length).isSorted();
                assertThat(ends).as("from %s, %s days", from, length).isSorted();
                assertThat(TEMPLATE.rows())
                        .allSatisfy(row -> assertThat(windows.of(row))
                                .matches(due -> !due.from().isBefore(from)
                                        && !due.to().isBefore(due.from())
                                        && !due.to().isAfter(from.plusDays(length))));
            }
        }
    }

    private static Stream<RoadmapTemplate.Row> finite() {
        return TEMPLATE.rows().stream().filter(row -> !row.continuous());
    }

    /** Days of one school year are in the order of its months. */
    private static int first(RoadmapTemplate.Row row) {
        return inYear(row.proposedFrom());
    }

    private static int last(RoadmapTemplate.Row row) {
        return inYear(row.proposedTo());
    }

    private static int inYear(String day) {
        int month = Integer.parseInt(day.substring(0, 2));
        return (month >= 9 ? month - 9 : month + 3) * 100 + Integer.parseInt(day.substring(3));
    }

    private static RoadmapTemplate.Row row(String number) {
        return TEMPLATE.rows().stream()
                .filter(row -> row.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private static RoadmapTemplate.Row row(String from, String to) {
        return new RoadmapTemplate.Row(
                "r",
                "1.1",
                "activity",
                "строка",
                null,
                List.of(),
                List.of(),
                from,
                to,
                false,
                false,
                EvidenceKind.REFERENCE,
                List.of(),
                false);
    }
}
