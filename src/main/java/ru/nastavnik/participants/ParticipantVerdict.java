package ru.nastavnik.participants;

import ru.nastavnik.shared.Verdict;

/** What is decided about a participant of a programme. */
public enum ParticipantVerdict implements Verdict {
    /** Named: a wish for a mentor, or a proposal to be one. */
    APPLIED,
    /** Chosen from the bank to work. */
    SELECT,
    /** The mentee has given up the search. */
    DECLINED;

    @Override
    public String subjectKind() {
        return "participant";
    }
}
