package ru.nastavnik.documents;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A journal in which acts get their numbers, each year from the beginning. */
@Entity
class ActJournal {

    @Id
    private String code;

    private String located;

    protected ActJournal() {}

    ActJournal(String code, String located) {
        this.code = code;
        this.located = located;
    }

    String code() {
        return code;
    }

    /** @return «в журнале приказов» */
    String located() {
        return located;
    }
}
