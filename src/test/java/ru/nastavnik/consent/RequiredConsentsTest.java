package ru.nastavnik.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import ru.nastavnik.organisation.Person;
import ru.nastavnik.participants.Side;
import ru.nastavnik.requirements.Requirement;
import ru.nastavnik.support.SchoolTest;

class RequiredConsentsTest extends SchoolTest {

    private static final LocalDate DAY = LocalDate.of(2025, 9, 1);

    @Autowired
    private RequiredConsents required;

    /** Each combination of side, category and age; the kinds come from the table. */
    @ParameterizedTest
    @CsvSource({
        "MENTEE, STAFF, 30, PROCESSING SELF; PARTICIPATION SELF; IMAGE SELF",
        "MENTOR, STAFF, 30, PROCESSING SELF; PARTICIPATION SELF; EXTRA_DUTIES SELF; IMAGE SELF",
        "MENTEE, EXTERNAL, 30, PROCESSING SELF; PARTICIPATION SELF; IMAGE SELF",
        "MENTOR, EXTERNAL, 30, PROCESSING SELF; PARTICIPATION SELF; IMAGE SELF",
        "MENTEE, PUPIL, 18, PROCESSING SELF; PARTICIPATION SELF; IMAGE SELF",
        "MENTOR, PUPIL, 18, PROCESSING SELF; PARTICIPATION SELF; IMAGE SELF",
        "MENTEE, PUPIL, 17, PROCESSING REPRESENTATIVE; PARTICIPATION SELF; PARTICIPATION REPRESENTATIVE; "
                + "IMAGE SELF; IMAGE REPRESENTATIVE",
        "MENTOR, PUPIL, 17, PROCESSING REPRESENTATIVE; PARTICIPATION SELF; PARTICIPATION REPRESENTATIVE; "
                + "IMAGE SELF; IMAGE REPRESENTATIVE",
        "MENTEE, EXTERNAL, 17, PROCESSING REPRESENTATIVE; PARTICIPATION SELF; PARTICIPATION REPRESENTATIVE; "
                + "IMAGE SELF; IMAGE REPRESENTATIVE",
        "MENTOR, EXTERNAL, 17, PROCESSING REPRESENTATIVE; PARTICIPATION SELF; PARTICIPATION REPRESENTATIVE; "
                + "IMAGE SELF; IMAGE REPRESENTATIVE"
    })
    @Requirement("E3")
    void consentsNeeded_andWhoGivesThem(Side side, Person.Category category, int age, String needed) {
        Person person = new Person(UUID.randomUUID(), category, "Петров", "Пётр", null, null, DAY);
        person.bornOn(DAY.minusYears(age));

        assertThat(RequiredConsents.of(required.kinds(kind -> true), side, person, DAY))
                .extracting(one -> one.kind().code() + " " + one.giver())
                .containsExactlyElementsOf(Stream.of(needed.split("; ")).toList());
    }
}
