package ru.nastavnik.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Knows of days on which a person has certainly still been there. Implemented by the feature that keeps such days. */
public interface LastSeen {

    /**
     * Such a day.
     *
     * @param fact what stands after «это»: «последняя отмеченная встреча с этим человеком»
     */
    record Seen(LocalDate day, String fact) {}

    /** @return the last such day of each kind, today at the latest; empty when nothing is known of the person */
    List<Seen> of(UUID personId, LocalDate today);
}
