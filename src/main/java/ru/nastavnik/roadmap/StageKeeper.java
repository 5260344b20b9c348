package ru.nastavnik.roadmap;

import java.util.Optional;

/** Knows of work that a stage cannot be ended over. Implemented by the feature whose work it is. */
public interface StageKeeper {

    /** @return why the stage cannot be ended now, a sentence that says what to do; empty when it can */
    Optional<String> objection(Stage stage);
}
