package ru.nastavnik.documents.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.nastavnik.documents.Annex;

/**
 * An act as it is read before its acknowledgement.
 *
 * @param id      of the act
 * @param body    its text; null when it lies on paper only
 * @param annexes what belongs to it
 */
record Reading(
        UUID id, String caption, String title, @Nullable String body, List<Annex> annexes) {}
