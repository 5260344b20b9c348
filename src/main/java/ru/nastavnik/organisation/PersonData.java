package ru.nastavnik.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who a person is, as far as it is known now. All of it can be deleted. */
@Embeddable
class PersonData {

    private static final String TABLE = "person_data";

    @Column(table = TABLE)
    LocalDate validFrom;

    @Column(table = TABLE)
    String lastName;

    @Column(table = TABLE)
    String firstName;

    @Column(table = TABLE)
    @Nullable
    String middleName;

    @Column(table = TABLE)
    @Nullable
    LocalDate birthDate;

    @Column(table = TABLE)
    @Nullable
    String positionTitle;

    @Column(table = TABLE)
    @Nullable
    String email;

    protected PersonData() {}

    PersonData(
            LocalDate validFrom,
            String lastName,
            String firstName,
            @Nullable String middleName,
            @Nullable String positionTitle) {
        this.validFrom = validFrom;
        call(lastName, firstName, middleName, positionTitle);
    }

    final void call(String lastName, String firstName, @Nullable String middleName, @Nullable String positionTitle) {
        this.lastName = lastName;
        this.firstName = firstName;
        this.middleName = middleName;
        this.positionTitle = positionTitle;
    }

    boolean called(String lastName, String firstName, @Nullable String middleName, @Nullable String positionTitle) {
        return Objects.equals(this.lastName, lastName)
                && Objects.equals(this.firstName, firstName)
                && Objects.equals(this.middleName, middleName)
                && Objects.equals(this.positionTitle, positionTitle);
    }

    PersonName name() {
        return new PersonName(lastName, firstName, middleName, positionTitle, birthDate);
    }
}
