package ru.nastavnik.documents;

import java.util.UUID;

/** Somebody is to acknowledge an act whose sheet may have been completed without them. */
public record SheetReopened(UUID actId) {}
