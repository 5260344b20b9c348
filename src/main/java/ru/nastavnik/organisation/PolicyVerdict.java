package ru.nastavnik.organisation;

import ru.nastavnik.shared.Verdict;

/** What an organisation decides about its own policy. */
public enum PolicyVerdict implements Verdict {
    /** A mark on the screen counts as a signature, by an agreement. */
    CONSENT_ON_SCREEN,
    /** Consents are given on paper only. */
    CONSENT_ON_PAPER;

    @Override
    public String subjectKind() {
        return "organisationPolicy";
    }
}
