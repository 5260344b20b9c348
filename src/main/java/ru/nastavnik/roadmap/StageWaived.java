package ru.nastavnik.roadmap;

import java.util.UUID;

/** The director has ended the stage without its evidence. */
public record StageWaived(UUID stageId) {}
