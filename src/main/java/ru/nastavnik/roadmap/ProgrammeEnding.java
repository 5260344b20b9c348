package ru.nastavnik.roadmap;

import java.util.UUID;

/**
 * The programme ends, and with it what belongs to it.
 *
 * @param pairsContinue whether pairs that work go on without it
 * @param reason        why its work ends
 */
public record ProgrammeEnding(UUID programmeId, boolean pairsContinue, String reason) {}
