package ru.nastavnik.participants;

import java.util.UUID;

/** Somebody has been named after the tasks of gathering had ended; the consents are to be asked for. */
public record NewcomerNamed(UUID organisationId, UUID programmeId, Side side) {}
