package ru.nastavnik.mentorship;

import ru.nastavnik.shared.Verdict;

/** What is decided on a pair or a group before it works. */
enum PairVerdict implements Verdict {
    /** The curator chooses who works with whom. */
    PROPOSE,
    /** A member agrees to work in a group (S4-2.6). */
    AGREE_TO_GROUP,
    APPROVE,
    RETURN;

    @Override
    public String subjectKind() {
        return "pair";
    }
}
