package ru.nastavnik.mentorship;

import java.time.LocalDate;
import java.util.Collection;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.RussianDate;

/**
 * The days from which and to which a pair works, both included.
 *
 * @param from first day
 * @param to   last day
 */
public record PairPeriod(LocalDate from, LocalDate to) {

    /**
     * @param maxMonths how long a pair may last by the organisation's Regulation (S4-2.7.1, E8)
     * @throws Refusal when a date is missing, the end is before the beginning or the pair would last too long
     */
    static PairPeriod checked(@Nullable LocalDate from, @Nullable LocalDate to, int maxMonths) {
        if (from == null || to == null) {
            throw Refusal.invalid("Укажите, с какого и по какой день работает пара.");
        }
        if (to.isBefore(from)) {
            throw Refusal.invalid("Срок работы пары заканчивается раньше, чем начинается. Проверьте даты.");
        }
        LocalDate last = lastAllowedEnd(from, maxMonths);
        if (to.isAfter(last)) {
            throw Refusal.invalid("Пара работает не дольше " + maxMonths + " мес.: если начать " + RussianDate.of(from)
                    + ", последний возможный день — " + RussianDate.of(last) + ".");
        }
        return new PairPeriod(from, to);
    }

    /** @return the last day on which a pair that begins on that day may still work */
    public static LocalDate lastAllowedEnd(LocalDate from, int maxMonths) {
        return from.plusMonths(maxMonths).minusDays(1);
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** @return how many of these periods fall together on one day of this period, at most */
    int mostAtOnce(Collection<PairPeriod> others) {
        return Stream.concat(Stream.of(from), others.stream().map(PairPeriod::from))
                .filter(this::covers)
                .mapToInt(day ->
                        (int) others.stream().filter(other -> other.covers(day)).count())
                .max()
                .orElse(0);
    }
}
