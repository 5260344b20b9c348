package ru.nastavnik.mentorship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import ru.nastavnik.mentorship.PersonalProgramme.State;
import ru.nastavnik.requirements.Requirement;
import ru.nastavnik.shared.Refusal;

class PersonalProgrammeTest {

    private final PersonalProgramme programme = new PersonalProgramme(UUID.randomUUID());

    private static void refused(ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOf(Refusal.class);
    }

    @Test
    @Requirement("E17")
    void personalProgramme_isDraftedDecidedAndNotTouchedAfterApproval() {
        refused(programme::approve);
        programme.draft();
        programme.sendBack();
        refused(programme::approve);
        programme.draft();
        programme.approve();

        assertThat(programme.state()).isEqualTo(State.APPROVED);
        refused(programme::draft);
        refused(programme::sendBack);
    }

    @Test
    void draftNotYetDecided_isLookedAtAnewByWhoeverGoesOn_anApprovedOneHolds() {
        programme.draft();
        programme.withdrawDraft();
        assertThat(programme.state()).isEqualTo(State.RETURNED);

        programme.draft();
        programme.approve();
        programme.withdrawDraft();
        assertThat(programme.state()).isEqualTo(State.APPROVED);
    }

    @Test
    void everyLineOfTheContentIsAnItem() {
        PersonalProgrammeVersion version = new PersonalProgrammeVersion(
                programme.id(), 1, "Освоиться", " Встречи \n\nВзаимопосещение уроков", Instant.EPOCH);

        assertThat(version.content()).isEqualTo("Встречи\nВзаимопосещение уроков");
    }
}
