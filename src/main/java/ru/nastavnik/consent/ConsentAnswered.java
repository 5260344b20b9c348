package ru.nastavnik.consent;

import java.util.UUID;

/**
 * A consent has been given or refused.
 *
 * @param collectionId the collection in which it was asked; null when asked by itself
 */
public record ConsentAnswered(
        UUID organisationId, UUID programmeId, UUID personId, ConsentKind kind, boolean given, UUID collectionId) {}
