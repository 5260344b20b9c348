package ru.nastavnik.organisation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.nastavnik.shared.Decider;
import ru.nastavnik.shared.Entry;

/**
 * Somebody leaves, or comes back because that was a mistake.
 *
 * @param dismissalId what is changed because of it is noted under this id ({@link DismissalChanges})
 * @param accountId   account of the person; null for people who never log in
 * @param leftOn      the first day without the person
 * @param decider     who says so for the organisation
 * @param entry       how that is entered, today
 */
public record Departure(
        UUID dismissalId,
        UUID organisationId,
        UUID personId,
        @Nullable UUID accountId,
        LocalDate leftOn,
        Decider decider,
        Entry entry) {}
