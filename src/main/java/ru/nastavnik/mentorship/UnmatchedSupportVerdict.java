package ru.nastavnik.mentorship;

import ru.nastavnik.shared.Verdict;

/** What comes of a talk with a mentee who has no mentor. */
enum UnmatchedSupportVerdict implements Verdict {
    SUPPORTED,
    DECLINED;

    @Override
    public String subjectKind() {
        return "unmatchedSupport";
    }
}
