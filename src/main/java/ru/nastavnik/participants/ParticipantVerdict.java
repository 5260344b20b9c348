package ru.nastavnik.participants;

import ru.nastavnik.shared.Verdict;

/** What is decided on somebody's taking part. */
public enum ParticipantVerdict implements Verdict {
    APPLIED,
    SELECT,
    /** The mentee wants no mentor any more (E24). */
    DECLINED;

    @Override
    public String subjectKind() {
        return "participant";
    }
}
