package ru.nastavnik.documents;

import ru.nastavnik.shared.Verdict;

/** What a body that must agree to an act says of its draft. */
public enum AgreementDecision implements Verdict {
    AGREED,
    REMARKS;

    @Override
    public String subjectKind() {
        return LocalAct.SUBJECT;
    }
}
