package ru.nastavnik.process.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ru.nastavnik.organisation.Person;

class MinorTest {

  private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

  @Test
  void pupilWithoutBirthDate_countsAsMinorAndTeacherDoesNot() {
    assertThat(RequiredConsentsDecision.minor(person(Person.Category.PUPIL), DAY)).isTrue();
    assertThat(RequiredConsentsDecision.minor(person(Person.Category.STAFF), DAY)).isFalse();
  }

  @Test
  void adultOnTheEighteenthBirthday() {
    Person pupil = person(Person.Category.PUPIL);
    pupil.bornOn(DAY.minusYears(18));

    assertThat(RequiredConsentsDecision.minor(pupil, DAY)).isFalse();
    assertThat(RequiredConsentsDecision.minor(pupil, DAY.minusDays(1))).isTrue();
  }

  private static Person person(Person.Category category) {
    return new Person(UUID.randomUUID(), category, "Петров", "Пётр", null, null);
  }
}
