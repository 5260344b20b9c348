package ru.nastavnik.documents;

import ru.nastavnik.shared.Verdict;

/** What a line of an acknowledgement sheet may say. */
enum AcknowledgementVerdict implements Verdict {
    ACKNOWLEDGED;

    @Override
    public String subjectKind() {
        return "acknowledgement";
    }
}
