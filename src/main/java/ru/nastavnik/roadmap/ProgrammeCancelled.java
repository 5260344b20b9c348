package ru.nastavnik.roadmap;

import java.util.UUID;

/** The director has decided to stop the programme; its work is to be ended. */
public record ProgrammeCancelled(UUID programmeId) {}
