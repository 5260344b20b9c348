package ru.nastavnik.organisation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Working days of the five-day week in Russia: weekends, the holidays of the Labour Code (article 112), and the
 * transfers that the Government decrees for each year ({@code calendar/ru-5day.csv}).
 */
@Component
public class WorkingCalendar {

    private static final String TRANSFERS = "/calendar/ru-5day.csv";
    private static final Set<MonthDay> HOLIDAYS = Set.of(
            MonthDay.of(2, 23),
            MonthDay.of(3, 8),
            MonthDay.of(5, 1),
            MonthDay.of(5, 9),
            MonthDay.of(6, 12),
            MonthDay.of(11, 4));

    private enum Transfer {
        OFF,
        WORKING
    }

    private final Map<LocalDate, Transfer> transfers = new HashMap<>();

    public WorkingCalendar() {
        try (InputStream csv = WorkingCalendar.class.getResourceAsStream(TRANSFERS);
                BufferedReader lines = new BufferedReader(new InputStreamReader(csv, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(","))
                    .forEach(cells -> transfers.put(LocalDate.parse(cells[0]), Transfer.valueOf(cells[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isWorking(LocalDate day) {
        Transfer transfer = transfers.get(day);
        if (transfer != null) {
            return transfer == Transfer.WORKING;
        }
        boolean newYear = day.getMonthValue() == 1 && day.getDayOfMonth() <= 8;
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !newYear && !weekend && !HOLIDAYS.contains(MonthDay.from(day));
    }

    /**
     * The last day of a term in working days. The term begins on the day after (Labour Code, article 14).
     *
     * @param from        day from which the term is counted; it may be a day off
     * @param workingDays how many, not negative
     * @return the last working day of the term; {@code from} itself when there are none to count
     */
    public LocalDate plusWorkingDays(LocalDate from, int workingDays) {
        if (workingDays < 0) {
            throw new IllegalArgumentException("A term cannot be negative: " + workingDays);
        }
        LocalDate day = from;
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(1);
            if (isWorking(day)) {
                left--;
            }
        }
        return day;
    }
}
