package ru.nastavnik.shared;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who decides, and in what capacity.
 *
 * @param personId person who decided; null for a body (the teachers' council) or where the person is not known
 * @param capacity as it is printed: «Директор», «И. о. директора», «Педагогический совет»
 */
public record Decider(@Nullable UUID personId, @Nullable String capacity) {}
