package ru.nastavnik.participants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ru.nastavnik.organisation.Person;
import ru.nastavnik.shared.Refusal;

class ParticipantTest {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

    private final Participant participant =
            new Participant(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), Side.MENTEE);

    @Test
    void nobodyIsSelectedBeforeTheConsents() {
        assertThatThrownBy(participant::select).isInstanceOf(Refusal.class);
    }

    @Test
    void whoeverIsInTheBank_staysThereAfterALaterRefusal() {
        participant.enterBank(DAY);
        participant.refuse();

        assertThat(participant.state()).isEqualTo(ParticipantState.IN_BANK);
    }

    @Test
    void whoeverRefused_isForgottenButForTheName() {
        participant.add(List.of("LESSON"));
        participant.refuse();
        assertThat(participant.topicCodes()).isEmpty();
    }

    @Test
    void whoeverRefused_mayApplyAgain() {
        participant.refuse();
        participant.enterBank(DAY);
        assertThat(participant.state()).isEqualTo(ParticipantState.REFUSED);

        participant.apply();
        assertThat(participant.state()).isEqualTo(ParticipantState.APPLIED);
    }

    @Test
    void whoeverLeft_isForgottenButForTheName_andMayComeAgain() {
        participant.add(List.of("LESSON"));
        participant.enterBank(DAY);
        participant.leave();
        assertThat(participant.state()).isEqualTo(ParticipantState.LEFT);
        assertThat(participant.topicCodes()).isEmpty();

        participant.apply();
        assertThat(participant.state()).isEqualTo(ParticipantState.APPLIED);
    }

    @Test
    void menteeIsOldEnoughOnTheirBirthday() {
        Person pupil = new Person(UUID.randomUUID(), Person.Category.PUPIL, "Петров", "Пётр", null, null, DAY);
        assertThatThrownBy(() -> Participants.checkAge(pupil, () -> "Петров П.", DAY, 10))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Петров П.: неизвестна дата рождения.");
        Person teacher = new Person(UUID.randomUUID(), Person.Category.STAFF, "Иванов", "Иван", null, null, DAY);
        assertThatCode(() -> Participants.checkAge(teacher, () -> "Учителева А. А.", DAY, 10))
                .doesNotThrowAnyException();

        pupil.bornOn(DAY.minusYears(10));
        assertThatCode(() -> Participants.checkAge(pupil, () -> "Петров П.", DAY, 10))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Participants.checkAge(pupil, () -> "Петров П.", DAY.minusDays(1), 10))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Петров П.");
    }
}
