package ru.nastavnik.consent;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What is agreed to. Each kind is a document of its own (E2). */
public enum ConsentKind {
    /** 152-ФЗ, ст. 9. */
    PROCESSING("Обработка персональных данных"),
    /** The Regulation, 2.11. */
    PARTICIPATION("Участие в программе наставничества"),
    /** ТК РФ, ст. 351.8: an employee mentors another employee. */
    EXTRA_DUTIES("Дополнительные обязанности наставника");

    /** What whoever takes part gives, on either side. */
    public static final Set<ConsentKind> OF_PARTICIPANT =
            Collections.unmodifiableSet(EnumSet.of(PROCESSING, PARTICIPATION));

    private final String title;

    ConsentKind(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
