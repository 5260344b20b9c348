package ru.nastavnik.roadmap;

import java.util.UUID;

/** No obligatory row of the stage is open any more, and somebody waits to hear it. */
public record StageGateMet(UUID stageId) {}
