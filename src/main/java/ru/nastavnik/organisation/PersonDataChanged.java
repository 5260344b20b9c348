package ru.nastavnik.organisation;

import java.util.UUID;

/** A person is called otherwise than before, or not at all any more: what shows the name must be made anew. */
public record PersonDataChanged(UUID organisationId, UUID personId) {}
