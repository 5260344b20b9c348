package ru.nastavnik.mentorship;

import ru.nastavnik.shared.Verdict;

/** What the director says to a list of pairs. */
public enum PairListVerdict implements Verdict {
    RETURN;

    @Override
    public String subjectKind() {
        return "pairList";
    }
}
