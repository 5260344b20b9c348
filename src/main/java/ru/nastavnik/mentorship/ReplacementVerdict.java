package ru.nastavnik.mentorship;

import ru.nastavnik.shared.Verdict;

/** What is decided on the way to another mentor. */
public enum ReplacementVerdict implements Verdict {
    ACCEPT,
    DECLINE,
    /** The curator chooses who is asked. */
    CHOOSE,
    CANDIDATE_AGREES,
    CANDIDATE_REFUSES,
    APPROVE,
    RETURN,
    REJECT,
    HAND_OVER;

    @Override
    public String subjectKind() {
        return "replacement";
    }
}
