package ru.nastavnik.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.requirements.Requirement;
import ru.nastavnik.shared.Refusal;

class LocalActTest {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

    private final LocalAct act = new LocalAct(
            UUID.randomUUID(),
            UUID.randomUUID(),
            null,
            ActKind.REGULATION_ORDER,
            "О наставничестве",
            Role.CURATOR,
            Instant.EPOCH);

    @Test
    void agreedByTheCouncil_isNotSentToItAgainAfterTheDirectorsRemark() {
        act.draft("О наставничестве", "Текст", true);
        act.agree("3", DAY);
        act.sendBack();
        act.revise("О наставничестве", "Другой текст");

        assertThat(act.state()).isEqualTo(ActState.ON_APPROVAL);
    }

    @Test
    void remarksOfTheCouncil_bringTheDraftToItOnceMore() {
        act.draft("О наставничестве", "Текст", true);
        act.sendBack();
        act.revise("О наставничестве", "Другой текст");

        assertThat(act.state()).isEqualTo(ActState.ON_AGREEMENT);
    }

    @Test
    @Requirement("E30")
    void approvedAct_doesNotChangeItsText() {
        act.draft("О наставничестве", "Текст", false);
        act.approve();

        assertThatThrownBy(() -> act.revise("О наставничестве", "Другой текст")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> act.draft("О наставничестве", "Другой текст", false))
                .isInstanceOf(Refusal.class);
        assertThat(act.body()).isEqualTo("Текст");
    }

    @Test
    void actWithoutNumber_doesNotComeIntoForce() {
        act.draft("О наставничестве", "Текст", false);
        act.approve();

        assertThatThrownBy(act::putInForce).isInstanceOf(Refusal.class).hasMessageContaining("номер");
    }

    @Test
    void registeredAct_comesIntoForceOnce() {
        act.draft("О наставничестве", "Текст", false);
        act.approve();
        act.register("12-ОД", DAY);

        assertThat(act.putInForce()).isTrue();
        assertThat(act.putInForce()).isFalse();
        assertThat(act.caption()).isEqualTo("Приказ об утверждении положения о наставничестве № 12-ОД от 01.09.2026");
        assertThatThrownBy(() -> act.register("13-ОД", DAY)).isInstanceOf(Refusal.class);
    }

    @Test
    void actThatNobodyHasDecidedOn_isGivenUpWithTheReason_aDecidedOneIsNot() {
        act.draft("О наставничестве", "Текст", true);
        act.giveUp("Программа прекращена");
        assertThat(act.state()).isEqualTo(ActState.NOT_REQUIRED);
        assertThat(act.reason()).isEqualTo("Программа прекращена");
        assertThat(act.undecided()).isFalse();
        assertThatThrownBy(() -> act.giveUp("Ещё раз")).isInstanceOf(Refusal.class);
    }
}
