package ru.nastavnik.consent;

import java.util.Set;
import java.util.UUID;

/**
 * A consent has been given or refused.
 *
 * @param programmeIds the programmes that have asked for it and go on
 */
public record ConsentAnswered(
        UUID organisationId, UUID personId, ConsentKind kind, boolean given, Set<UUID> programmeIds) {}
