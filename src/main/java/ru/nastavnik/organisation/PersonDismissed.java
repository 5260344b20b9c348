package ru.nastavnik.organisation;

import java.util.UUID;

/**
 * Somebody who could log in has left an organisation.
 *
 * @param organisationId which they left
 * @param accountId      with which they worked there
 */
public record PersonDismissed(UUID organisationId, UUID accountId) {}
