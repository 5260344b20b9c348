package ru.nastavnik.consent;

import java.util.Set;
import java.util.UUID;

/**
 * A consent without which nobody takes part has been refused.
 *
 * @param programmeIds the programmes that have asked for it and go on
 */
public record ParticipationRefused(UUID personId, Set<UUID> programmeIds) {}
