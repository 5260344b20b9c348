package ru.nastavnik.consent;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;
import ru.nastavnik.organisation.Organisation;
import ru.nastavnik.organisation.Person;

/** One version of the wording of a consent. Once used it is never changed: another wording is another version. */
@Entity
public class ConsentText {

    @Id
    private UUID id;

    private String kind;

    private int version;
    private String text;
    private LocalDate validFrom;

    protected ConsentText() {}

    public UUID id() {
        return id;
    }

    String kind() {
        return kind;
    }

    public int version() {
        return version;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    /** @return the wording for this person and this school */
    String filledFor(Person person, Organisation organisation) {
        return fill(text, person, organisation);
    }

    static String fill(String text, Person person, Organisation organisation) {
        String school = organisation.locality() == null
                ? organisation.fullName()
                : organisation.fullName() + " (" + organisation.locality() + ")";
        return text.replace("{person}", person.fullName()).replace("{school}", school);
    }
}
