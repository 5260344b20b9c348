package ru.nastavnik.documents;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** A journal in which acts get their numbers, each year from the beginning: everybody's, or a school's own. */
@Entity
class ActJournal {

    @Id
    private String code;

    private UUID organisationId;
    private String title;
    private String located;
    private String firstNumber;

    protected ActJournal() {}

    ActJournal(String code, UUID organisationId, String title, String firstNumber) {
        this.code = code;
        this.organisationId = organisationId;
        this.title = title;
        this.located = "в журнале «" + title + "»";
        this.firstNumber = firstNumber;
    }

    String code() {
        return code;
    }

    /** @return «Журнал приказов» */
    String title() {
        return title;
    }

    /** @return «в журнале приказов» */
    String located() {
        return located;
    }

    /** @return the number that a year begins with */
    String firstNumber() {
        return firstNumber;
    }

    /** @return whether an organisation keeps it, beside those that every one keeps */
    boolean own() {
        return organisationId != null;
    }

    boolean of(UUID organisation) {
        return organisationId == null || organisationId.equals(organisation);
    }
}
