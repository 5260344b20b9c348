package ru.nastavnik.organisation;

import java.util.List;
import java.util.UUID;

/** What somebody's leaving means for a feature. Implemented by each feature whose things hang on people. */
public interface Leaving {

    /**
     * Things of one kind that hang on a person.
     *
     * @param title  «Наставник в парах»
     * @param things «Петрова П. П., по 31.05.2027», each on a line of its own
     * @param then   what happens to them when the person leaves, a sentence
     */
    record Touched(String title, List<String> things, String then) {}

    /** @return what would be touched if this person left today */
    List<Touched> touchedBy(UUID organisationId, UUID personId);

    /** The person has left: whatever hangs on them is ended or handed over, and noted. */
    default void end(Departure departure) {}

    /**
     * The person has not left after all: what was noted becomes as it was, unless people have decided on it since.
     *
     * @return what stays, a sentence each
     */
    default List<String> restore(Departure departure) {
        return List.of();
    }
}
