package ru.nastavnik.organisation;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person was called before: whatever was signed then is shown under that name. */
@Entity
class EarlierName {

    @Embeddable
    record Id(UUID personId, LocalDate validFrom) implements Serializable {}

    @EmbeddedId
    private Id id;

    private String lastName;
    private String firstName;
    private @Nullable String middleName;
    private @Nullable String positionTitle;

    protected EarlierName() {}

    EarlierName(UUID personId, PersonData data) {
        this.id = new Id(personId, data.validFrom);
        this.lastName = data.lastName;
        this.firstName = data.firstName;
        this.middleName = data.middleName;
        this.positionTitle = data.positionTitle;
    }

    LocalDate validFrom() {
        return id.validFrom();
    }

    String shortName() {
        return new PersonName(lastName, firstName, middleName, positionTitle, null).initialled();
    }
}
