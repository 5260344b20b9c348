package ru.nastavnik.roadmap;

import java.util.UUID;

/** The stage has ended by itself: the director need not decide any more. */
public record StageWaiverCancelled(UUID stageId) {}
