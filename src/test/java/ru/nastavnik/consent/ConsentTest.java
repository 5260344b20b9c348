package ru.nastavnik.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ru.nastavnik.shared.Door;
import ru.nastavnik.shared.Entry;
import ru.nastavnik.shared.Refusal;

class ConsentTest {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);
    private static final UUID COLLECTION = UUID.randomUUID();

    @Test
    void whatIsOnlySaid_isNoConsentButMayBeARefusal() {
        assertThatThrownBy(() -> asked(Giver.SELF).acceptable(true, by(Door.WORDS), true))
                .isInstanceOf(Refusal.class);
        assertThat(asked(Giver.SELF).acceptable(false, by(Door.WORDS), true)).isTrue();
    }

    @Test
    void screenCountsOnlyWhereThePolicySaysSo() {
        assertThat(asked(Giver.SELF).acceptable(true, by(Door.SCREEN), true)).isTrue();
        assertThatThrownBy(() -> asked(Giver.SELF).acceptable(true, by(Door.SCREEN), false))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("на бумаге");
    }

    @Test
    void representativeAnswersOnPaper() {
        assertThatThrownBy(() -> asked(Giver.REPRESENTATIVE).acceptable(true, by(Door.SCREEN), true))
                .isInstanceOf(Refusal.class);
        assertThat(asked(Giver.REPRESENTATIVE).acceptable(true, by(Door.PAPER), false))
                .isTrue();
    }

    @Test
    void sameAnswerOnceMore_changesNothing() {
        Consent consent = asked(Giver.SELF);
        consent.answer(true, DAY, UUID.randomUUID());

        assertThat(consent.acceptable(true, by(Door.PAPER), true)).isFalse();
        assertThatThrownBy(() -> consent.acceptable(false, by(Door.PAPER), true))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void refusal_isAskedAgainInAnotherCollectionOnly() {
        Consent consent = asked(Giver.SELF);
        consent.answer(false, DAY, UUID.randomUUID());

        assertThat(consent.askAgain(COLLECTION, UUID.randomUUID(), DAY)).isFalse();
        assertThat(consent.askAgain(null, UUID.randomUUID(), DAY)).isFalse();
        assertThat(consent.askAgain(UUID.randomUUID(), UUID.randomUUID(), DAY)).isTrue();
        assertThat(consent.state()).isEqualTo(ConsentState.AWAITED);
        assertThat(consent.answeredOn()).isNull();
    }

    private static Consent asked(Giver giver) {
        return new Consent(
                UUID.randomUUID(),
                UUID.randomUUID(),
                COLLECTION,
                UUID.randomUUID(),
                ConsentKind.PROCESSING,
                giver,
                UUID.randomUUID(),
                DAY);
    }

    private static Entry by(Door door) {
        return new Entry(door, DAY, "дело № 05-12, лист 14", UUID.randomUUID());
    }
}
