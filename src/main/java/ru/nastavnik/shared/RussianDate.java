package ru.nastavnik.shared;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** How dates look in sentences. */
public final class RussianDate {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private RussianDate() {}

    /** @return «01.09.2026» */
    public static String of(LocalDate date) {
        return date.format(FORMAT);
    }
}
