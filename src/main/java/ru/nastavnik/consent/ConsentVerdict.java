package ru.nastavnik.consent;

import ru.nastavnik.shared.Verdict;

/** What a person, or the representative, has said to a consent. */
public enum ConsentVerdict implements Verdict {
    GIVEN(ConsentState.GIVEN),
    REFUSED(ConsentState.REFUSED),
    WITHDRAWN(ConsentState.WITHDRAWN);

    private final ConsentState state;

    ConsentVerdict(ConsentState state) {
        this.state = state;
    }

    ConsentState state() {
        return state;
    }

    @Override
    public String subjectKind() {
        return "consent";
    }
}
