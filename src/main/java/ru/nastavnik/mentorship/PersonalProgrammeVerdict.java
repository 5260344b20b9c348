package ru.nastavnik.mentorship;

import ru.nastavnik.shared.Verdict;

/** What the director says to a version of a personal programme. */
public enum PersonalProgrammeVerdict implements Verdict {
    APPROVE,
    RETURN;

    @Override
    public String subjectKind() {
        return "personalProgramme";
    }
}
