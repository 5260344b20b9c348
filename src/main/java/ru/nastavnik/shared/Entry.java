package ru.nastavnik.shared;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Through which door something is entered, and by whom.
 *
 * @param door       the door
 * @param happenedOn when it happened; time limits count from here, not from the day of entry
 * @param proof      where the proof lies («дело №, лист»); null when there is none
 * @param recordedBy account that enters it; null when the system itself does
 */
public record Entry(
        Door door,
        LocalDate happenedOn,
        @Nullable String proof,
        @Nullable UUID recordedBy) {}
