package ru.nastavnik.roadmap;

import java.util.Locale;

/** What a row of a roadmap is. */
public enum MeasureKind {
    DOCUMENT,
    ACTIVITY,
    RESULT,
    PUBLICATION;

    /** @return «document»: as templates and the decision table write it */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static MeasureKind ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
