package ru.nastavnik.shared;

/** How a decision, consent, acknowledgement or meeting came into the records. */
public enum Door {
    /** The person did it on the screen. */
    SCREEN,
    /** Somebody entered what lies on paper. */
    PAPER,
    /** Somebody entered what the person said. */
    WORDS
}
