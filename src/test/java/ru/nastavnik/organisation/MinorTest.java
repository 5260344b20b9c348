package ru.nastavnik.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MinorTest {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

    @Test
    void pupilWithoutBirthDate_countsAsMinorAndTeacherDoesNot() {
        assertThat(person(Person.Category.PUPIL).minorOn(DAY)).isTrue();
        assertThat(person(Person.Category.STAFF).minorOn(DAY)).isFalse();
    }

    @Test
    void adultOnTheEighteenthBirthday() {
        Person pupil = person(Person.Category.PUPIL);
        pupil.bornOn(DAY.minusYears(18));

        assertThat(pupil.minorOn(DAY)).isFalse();
        assertThat(pupil.minorOn(DAY.minusDays(1))).isTrue();
    }

    private static Person person(Person.Category category) {
        return new Person(UUID.randomUUID(), category, "Петров", "Пётр", null, null, DAY);
    }
}
