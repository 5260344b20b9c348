package ru.nastavnik.consent;

import ru.nastavnik.shared.Verdict;

/** What has been done about those who have not answered. */
public enum CollectionVerdict implements Verdict {
    CONTACTED;

    @Override
    public String subjectKind() {
        return "consentCollection";
    }
}
