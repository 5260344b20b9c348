package ru.nastavnik.roadmap;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * From when till when a row is to be done.
 *
 * @param from first day
 * @param to   last day, not before the first
 */
record DueWindow(LocalDate from, LocalDate to) {

    private static final int SCHOOL_YEAR_BEGINS_IN = 9;

    /**
     * Moves the days that a template proposes into a period. The school year is the one in which the middle of the period
     * lies. A window that lies partly outside is cut; one that lies wholly outside keeps its length and moves to that end
     * of the period which is nearer, so that a programme begun in mid-year does not owe everything on its first day.
     *
     * @param proposedFrom first day in a school year from September to August; null for the beginning of the period
     * @param proposedTo   last day in such a year; null for the end of the period
     */
    static DueWindow proposed(
            @Nullable MonthDay proposedFrom, @Nullable MonthDay proposedTo, LocalDate periodFrom, LocalDate periodTo) {
        LocalDate middle = periodFrom.plusDays(ChronoUnit.DAYS.between(periodFrom, periodTo) / 2);
        int year = middle.getMonthValue() >= SCHOOL_YEAR_BEGINS_IN ? middle.getYear() : middle.getYear() - 1;
        LocalDate from = proposedFrom == null ? periodFrom : inSchoolYear(proposedFrom, year);
        LocalDate to = proposedTo == null ? periodTo : inSchoolYear(proposedTo, year);
        long length = ChronoUnit.DAYS.between(from, to);
        if (to.isBefore(periodFrom)) {
            from = periodFrom;
            to = periodFrom.plusDays(length);
        } else if (from.isAfter(periodTo)) {
            from = periodTo.minusDays(length);
            to = periodTo;
        }
        return new DueWindow(from.isBefore(periodFrom) ? periodFrom : from, to.isAfter(periodTo) ? periodTo : to);
    }

    private static LocalDate inSchoolYear(MonthDay day, int startYear) {
        return day.atYear(day.getMonthValue() >= SCHOOL_YEAR_BEGINS_IN ? startYear : startYear + 1);
    }
}
