package ru.nastavnik.mentorship;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Which days a pair may mark, and when its marking comes to an end. */
final class MeetingDays {

  private static final int LAST_DAYS = 7;

  private MeetingDays() {}

  /**
   * @param lastMark the last day with a meeting, or on which it was marked that there was none; null when neither was
   * @param held     days with a meeting
   * @return the days of the last month, or since the last mark if that is longer ago, within the pair's period
   */
  static List<LocalDate> unmarked(PairPeriod period, LocalDate today, LocalDate lastMark, Collection<LocalDate> held) {
    LocalDate sinceMark = lastMark == null ? period.from() : lastMark.plusDays(1);
    LocalDate from = later(period.from(), earlier(today.minusMonths(1), sinceMark));
    LocalDate to = earlier(today, period.to());
    return from.isAfter(to) ? List.of()
        : from.datesUntil(to.plusDays(1)).filter(day -> !held.contains(day)).toList();
  }

  /** @return whether the pair's period has passed or is in its last days: the final meeting is next */
  static boolean workPeriodOver(PairPeriod period, LocalDate today) {
    return today.isAfter(period.to().minusDays(LAST_DAYS));
  }

  /** @return the later of two days, either of which may be null */
  static LocalDate later(LocalDate one, LocalDate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
