package ru.nastavnik.documents;

import java.util.UUID;

/** The last of those named has acknowledged the act on the screen. Not told when the clerk's own task marks the last. */
public record SheetCompleted(UUID actId) {}
