package ru.nastavnik.documents;

import ru.nastavnik.shared.Verdict;

/** What whoever approves an act decides about its draft. */
public enum ActDecision implements Verdict {
    APPROVE,
    RETURN,
    REJECT;

    @Override
    public String subjectKind() {
        return LocalAct.SUBJECT;
    }
}
