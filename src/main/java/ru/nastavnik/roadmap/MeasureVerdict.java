package ru.nastavnik.roadmap;

import ru.nastavnik.shared.Verdict;

/** What is decided about a row. */
public enum MeasureVerdict implements Verdict {
    NOT_REQUIRED,
    /** One of several things that fulfil the row is not required; the row waits for the others. */
    PART_NOT_REQUIRED;

    @Override
    public String subjectKind() {
        return "measure";
    }
}
