package ru.nastavnik.roadmap;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A programme is to be started on a page of the organisation: by somebody who works in several, Tasklist could not know
 * in which.
 *
 * @param from first day of the programme
 * @param to   last day of the programme
 */
public record ProgrammeRequested(
        UUID organisationId, String templateCode, String track, LocalDate from, LocalDate to) {}
