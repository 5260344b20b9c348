package ru.nastavnik.organisation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Knows of a day on which a person has certainly still been there. Implemented by the feature that keeps such days. */
public interface LastSeen {

    /** @return the last such day; empty when nothing is known of the person */
    Optional<LocalDate> of(UUID personId);
}
