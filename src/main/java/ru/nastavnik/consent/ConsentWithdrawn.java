package ru.nastavnik.consent;

import java.util.UUID;
import ru.nastavnik.shared.Decider;
import ru.nastavnik.shared.Entry;

/**
 * A consent that was given has been withdrawn; what {@link ConsentKind#stops()} says ends with it.
 *
 * @param personId whose consent it was
 * @param decider  who withdrew it: that person or the representative
 * @param entry    the application: its day, where it lies, who entered it
 */
public record ConsentWithdrawn(UUID organisationId, UUID personId, ConsentKind kind, Decider decider, Entry entry) {}
