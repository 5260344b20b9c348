package ru.nastavnik.process.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import ru.nastavnik.organisation.Person;
import ru.nastavnik.participants.Side;
import ru.nastavnik.support.SchoolTest;

class RequiredConsentsDecisionTest extends SchoolTest {

    private static final LocalDate DAY = LocalDate.of(2025, 9, 1);

    @Autowired
    private RequiredConsentsDecision decision;

    /** Each combination of the inputs, so that each row of the table is decisive once and silent elsewhere. */
    @ParameterizedTest
    @CsvSource({
        "MENTEE, STAFF, 30, PROCESSING SELF; PARTICIPATION SELF",
        "MENTOR, STAFF, 30, PROCESSING SELF; PARTICIPATION SELF; EXTRA_DUTIES SELF",
        "MENTEE, EXTERNAL, 30, PROCESSING SELF; PARTICIPATION SELF",
        "MENTOR, EXTERNAL, 30, PROCESSING SELF; PARTICIPATION SELF",
        "MENTEE, PUPIL, 18, PROCESSING SELF; PARTICIPATION SELF",
        "MENTOR, PUPIL, 18, PROCESSING SELF; PARTICIPATION SELF",
        "MENTEE, PUPIL, 17, PROCESSING REPRESENTATIVE; PARTICIPATION SELF; PARTICIPATION REPRESENTATIVE",
        "MENTOR, PUPIL, 17, PROCESSING REPRESENTATIVE; PARTICIPATION SELF; PARTICIPATION REPRESENTATIVE",
        "MENTEE, EXTERNAL, 17, PROCESSING REPRESENTATIVE; PARTICIPATION SELF; PARTICIPATION REPRESENTATIVE",
        "MENTOR, EXTERNAL, 17, PROCESSING REPRESENTATIVE; PARTICIPATION SELF; PARTICIPATION REPRESENTATIVE"
    })
    void consentsNeeded_andWhoGivesThem(Side side, Person.Category category, int age, String needed) {
        Person person = new Person(UUID.randomUUID(), category, "Петров", "Пётр", null, null, DAY);
        person.bornOn(DAY.minusYears(age));

        assertThat(decision.of(side, person, DAY))
                .extracting(required -> required.kind() + " " + required.giver())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(needed.split("; ")).toList());
    }
}
