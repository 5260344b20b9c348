package ru.nastavnik.roadmap;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** How dates look in sentences. */
final class RussianDate {

  private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("dd.MM.yyyy");

  private RussianDate() {}

  /** @return «01.09.2026» */
  static String of(LocalDate date) {
    return date.format(FORMAT);
  }
}
