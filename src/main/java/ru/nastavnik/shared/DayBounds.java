package ru.nastavnik.shared;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days between which a day lies that somebody enters, each with the fact that sets it: nothing is decided before it
 * was there to be decided, and nothing has happened that is still to come.
 */
public final class DayBounds {

    private record Bound(LocalDate day, String fact) {}

    private static final String TODAY = "сегодня";

    private final @Nullable Bound first;
    private final @Nullable Bound last;

    private DayBounds(@Nullable Bound first, @Nullable Bound last) {
        this.first = first;
        this.last = last;
    }

    /** @param today the date that people of the organisation have now */
    public static DayBounds untilToday(LocalDate today) {
        return new DayBounds(null, new Bound(today, TODAY));
    }

    /**
     * @param first what it says stands after «это»: «дата приказа»
     * @param last  likewise
     */
    public static DayBounds between(LocalDate first, String firstFact, LocalDate last, String lastFact) {
        return new DayBounds(new Bound(first, firstFact), new Bound(last, lastFact));
    }

    /**
     * @param day  null sets no bound; of several the latest counts
     * @param fact what stands after «это»: «дата приказа»
     */
    public DayBounds notBefore(@Nullable LocalDate day, String fact) {
        return day == null || (first != null && !day.isAfter(first.day))
                ? this
                : new DayBounds(new Bound(day, fact), last);
    }

    /**
     * @param day  null sets no bound; of several the earliest counts
     * @param fact what stands after «это»
     */
    public DayBounds notAfter(@Nullable LocalDate day, String fact) {
        return day == null || (last != null && !day.isBefore(last.day))
                ? this
                : new DayBounds(first, new Bound(day, fact));
    }

    /**
     * @param what the name of the field: «Дата регистрации»
     * @param day  what was entered
     * @return the same day
     * @throws Refusal with the bound that it breaks and the fact that sets it
     */
    public LocalDate require(String what, LocalDate day) {
        if (first != null && day.isBefore(first.day)) {
            throw Refusal.invalid(what + ": не раньше " + RussianDate.of(first.day) + ", это " + first.fact + ".");
        }
        if (last != null && day.isAfter(last.day) && last.fact.equals(TODAY)) {
            throw Refusal.invalid(what + ": этот день ещё не наступил. Укажите сегодняшний день или более ранний.");
        }
        if (last != null && day.isAfter(last.day)) {
            throw Refusal.invalid(what + ": не позже " + RussianDate.of(last.day) + ", это " + last.fact + ".");
        }
        return day;
    }
}
