package ru.nastavnik.mentorship;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which days a pair may mark, and when its marking comes to an end. */
final class MeetingDays {

    private static final int LAST_DAYS = 7;

    private MeetingDays() {}

    /**
     * @param lastMark the day on which meetings, or that there were none, were last marked; null when they never were
     * @param held     days with a meeting
     * @return the days of the last month, or since the last mark if that is longer ago, within the pair's period
     */
    static List<LocalDate> unmarked(
            PairPeriod period, LocalDate today, @Nullable LocalDate lastMark, Collection<LocalDate> held) {
        LocalDate sinceMark = lastMark == null ? period.from() : lastMark;
        LocalDate from = later(period.from(), earlier(today.minusMonths(1), sinceMark));
        LocalDate to = earlier(today, period.to());
        return from.isAfter(to)
                ? List.of()
                : from.datesUntil(to.plusDays(1))
                        .filter(day -> !held.contains(day))
                        .toList();
    }

    /** @return whether the pair's period has passed or is in its last days: the final meeting is next */
    static boolean workPeriodOver(PairPeriod period, LocalDate today) {
        return today.isAfter(period.to().minusDays(LAST_DAYS));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
