package ru.nastavnik.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ru.nastavnik.shared.Door;
import ru.nastavnik.shared.Entry;
import ru.nastavnik.shared.Refusal;

class ConsentTest {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 10);
    private static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");

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
        consent.say(ConsentVerdict.GIVEN, DAY, NOW, UUID.randomUUID());

        assertThat(consent.acceptable(true, by(Door.PAPER), true)).isFalse();
        assertThatThrownBy(() -> consent.acceptable(false, by(Door.PAPER), true))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("по заявлению об отзыве");
    }

    @Test
    void refusal_isNotOverwrittenByALaterYes_unlessItIsAskedAgain() {
        Consent consent = asked(Giver.SELF);
        consent.say(ConsentVerdict.REFUSED, DAY, NOW, UUID.randomUUID());
        assertThatThrownBy(() -> consent.acceptable(true, by(Door.PAPER), true))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("попросили ещё раз");

        consent.ask(UUID.randomUUID(), UUID.randomUUID(), DAY, NOW);
        assertThat(consent.answeredOn()).isNull();
        assertThat(consent.acceptable(true, by(Door.PAPER), true)).isTrue();
    }

    @Test
    void whatNobodyWaitsFor_isNotAnswered() {
        Consent consent = asked(Giver.SELF);
        consent.takeBack(DAY, NOW);
        assertThatThrownBy(() -> consent.acceptable(true, by(Door.PAPER), true))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Этого согласия больше не ждут.");
    }

    @Test
    void withdrawal_needsAConsentThatIsThere_andADayBetweenItAndToday() {
        Consent consent = asked(Giver.SELF);
        assertNotWithdrawable(consent, DAY, "Согласие ещё не дано");
        consent.say(ConsentVerdict.GIVEN, DAY, NOW, UUID.randomUUID());
        assertNotWithdrawable(consent, DAY.minusDays(1), "Заявление не может быть раньше согласия: оно дано 01.09.2026.");
        assertNotWithdrawable(consent, TODAY.plusDays(1), "День заявления ещё не наступил.");
        assertThatCode(() -> consent.requireWithdrawable(DAY, TODAY)).doesNotThrowAnyException();
        assertThatCode(() -> consent.requireWithdrawable(TODAY, TODAY)).doesNotThrowAnyException();

        consent.say(ConsentVerdict.WITHDRAWN, TODAY, NOW, UUID.randomUUID());
        assertThat(consent.holdsOn(TODAY)).isFalse();
        assertNotWithdrawable(consent, TODAY, "Согласие уже отозвано 10.09.2026. Повторно ничего не записано.");
    }

    private static void assertNotWithdrawable(Consent consent, LocalDate on, String sentence) {
        assertThatThrownBy(() -> consent.requireWithdrawable(on, TODAY))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith(sentence);
    }

    private static Consent asked(Giver giver) {
        Consent consent = new Consent(UUID.randomUUID(), UUID.randomUUID(), new ConsentKind(), giver);
        consent.ask(UUID.randomUUID(), UUID.randomUUID(), DAY, NOW);
        return consent;
    }

    private static Entry by(Door door) {
        return new Entry(door, DAY, "дело № 05-12, лист 14", UUID.randomUUID());
    }
}
