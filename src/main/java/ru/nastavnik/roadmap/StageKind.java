package ru.nastavnik.roadmap;

/**
 * What is done in a stage, whatever a roadmap calls it and wherever it stands there. A roadmap may have several stages of
 * one kind, or none.
 */
public enum StageKind {
    PREPARATION,
    MENTEE_BANK,
    MENTOR_BANK,
    SELECTION_TRAINING,
    PAIR_WORK,
    COMPLETION,
    /** Goes on beside all others and ends after them. */
    INFORMATION_SUPPORT
}
