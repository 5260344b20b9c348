package ru.nastavnik.organisation;

import ru.nastavnik.shared.Verdict;

/** What is decided about a person. */
public enum PersonVerdict implements Verdict {
    /** They have left. */
    DISMISSED,
    /** They have not left after all. */
    DISMISSAL_TAKEN_BACK,
    /** Nothing is to be known of them any more. */
    ERASED;

    @Override
    public String subjectKind() {
        return "person";
    }
}
