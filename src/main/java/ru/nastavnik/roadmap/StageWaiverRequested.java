package ru.nastavnik.roadmap;

import java.util.UUID;

/** The curator asks the director to end a stage without its evidence. */
public record StageWaiverRequested(UUID organisationId, UUID programmeId, UUID stageId) {}
