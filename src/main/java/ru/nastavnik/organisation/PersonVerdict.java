package ru.nastavnik.organisation;

import ru.nastavnik.shared.Verdict;

/** What is decided about a person. */
public enum PersonVerdict implements Verdict {
    /** Nothing is to be known of them any more. */
    ERASED;

    @Override
    public String subjectKind() {
        return "person";
    }
}
