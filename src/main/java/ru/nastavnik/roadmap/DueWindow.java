package ru.nastavnik.roadmap;

import java.time.LocalDate;

/**
 * From when till when a row is to be done.
 *
 * @param from first day
 * @param to   last day, not before the first
 */
record DueWindow(LocalDate from, LocalDate to) {}
