package ru.nastavnik.roadmap;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Moves the days that a template proposes into a period. The school year is the one in which the middle of the period lies.
 *
 * <p>A window that lies partly outside the period is cut. When one lies wholly outside, as in a programme begun in
 * mid-year, all move together: the days of the template are drawn together until they fit. So no row is due before one
 * that comes earlier in the template, and not everything is due on the first day.
 */
class ProposedWindows {

    private static final int SCHOOL_YEAR_BEGINS_IN = 9;

    private final LocalDate periodFrom;
    private final LocalDate periodTo;
    private final LocalDate middle;
    private final LocalDate first;
    private final LocalDate last;
    private final boolean fits;

    /**
     * @param rows       of the whole template; those that go on all the time say nothing of its order
     * @param periodFrom first day of the programme
     * @param periodTo   last day of the programme
     */
    ProposedWindows(List<RoadmapTemplate.Row> rows, LocalDate periodFrom, LocalDate periodTo) {
        this.periodFrom = periodFrom;
        this.periodTo = periodTo;
        this.middle = periodFrom.plusDays(ChronoUnit.DAYS.between(periodFrom, periodTo) / 2);
        List<DueWindow> proposed = rows.stream()
                .filter(row -> !row.continuous())
                .map(this::inSchoolYear)
                .toList();
        this.first = proposed.stream()
                .map(DueWindow::from)
                .min(Comparator.naturalOrder())
                .orElse(periodFrom);
        this.last = proposed.stream()
                .map(DueWindow::to)
                .max(Comparator.naturalOrder())
                .orElse(periodTo);
        this.fits = proposed.stream()
                .noneMatch(window ->
                        window.to().isBefore(periodFrom) || window.from().isAfter(periodTo));
    }

    /** @return when this row of the template is to be done: within the period */
    DueWindow of(RoadmapTemplate.Row row) {
        DueWindow window = inSchoolYear(row);
        return row.continuous() || fits
                ? new DueWindow(cut(window.from()), cut(window.to()))
                : new DueWindow(drawn(window.from()), drawn(window.to()));
    }

    private DueWindow inSchoolYear(RoadmapTemplate.Row row) {
        return new DueWindow(inSchoolYear(row.from(), periodFrom), inSchoolYear(row.to(), periodTo));
    }

    private LocalDate inSchoolYear(@Nullable MonthDay day, LocalDate otherwise) {
        if (day == null) {
            return otherwise;
        }
        int year = middle.getMonthValue() >= SCHOOL_YEAR_BEGINS_IN ? middle.getYear() : middle.getYear() - 1;
        return day.atYear(day.getMonthValue() >= SCHOOL_YEAR_BEGINS_IN ? year : year + 1);
    }

    private LocalDate cut(LocalDate day) {
        return day.isBefore(periodFrom) ? periodFrom : day.isAfter(periodTo) ? periodTo : day;
    }

    /** The part of the template that the period leaves keeps its end, unless the period lies mostly behind it or before. */
    private LocalDate drawn(LocalDate day) {
        boolean apart = middle.isBefore(first) || middle.isAfter(last);
        LocalDate from = apart ? periodFrom : cut(first);
        LocalDate to = apart ? periodTo : cut(last);
        long template = Math.max(1, ChronoUnit.DAYS.between(first, last));
        return cut(from.plusDays(ChronoUnit.DAYS.between(first, day) * ChronoUnit.DAYS.between(from, to) / template));
    }
}
