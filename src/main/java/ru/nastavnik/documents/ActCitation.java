package ru.nastavnik.documents;

import ru.nastavnik.shared.Verdict;

/** An act that was there before has been named by its number and date. */
enum ActCitation implements Verdict {
    CITED;

    @Override
    public String subjectKind() {
        return LocalAct.SUBJECT;
    }
}
