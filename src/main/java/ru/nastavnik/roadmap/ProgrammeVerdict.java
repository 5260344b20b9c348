package ru.nastavnik.roadmap;

import ru.nastavnik.shared.Verdict;

/** What the director decides about a programme that is under way. */
public enum ProgrammeVerdict implements Verdict {
    CANCEL;

    @Override
    public String subjectKind() {
        return "programme";
    }
}
