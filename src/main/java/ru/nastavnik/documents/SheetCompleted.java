package ru.nastavnik.documents;

import java.util.UUID;

/** The last of those named has acknowledged the act on the screen; not told when the clerk's task marks the last. */
public record SheetCompleted(UUID actId) {}
