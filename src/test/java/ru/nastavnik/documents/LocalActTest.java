package ru.nastavnik.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.Written;

class LocalActTest {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

    private final ActKind kind = new ActKind(
            "ORDER",
            null,
            new NewActKind("Приказ", "ORDERS", Role.CURATOR, Role.DIRECTOR, List.of(), Set.of()),
            new ActJournal("ORDERS", null, "Приказы", "1"));
    private final LocalAct act = new LocalAct(
            UUID.randomUUID(), UUID.randomUUID(), null, kind, "О наставничестве", Role.CURATOR, Instant.EPOCH);
    private final ActVersion first = version(1, "Текст");
    private final ActVersion second = version(2, "Другой текст");

    private ActVersion version(int number, String body) {
        return new ActVersion(act.id(), number, "О наставничестве", body, List.of(), null, Instant.EPOCH);
    }

    private void approved() {
        act.draft(first, List.of());
        act.decide(ActDecision.APPROVE, DAY, first.id());
    }

    @Test
    void agreedByEverybody_isNotSentToThemAgainAfterTheDirectorsRemark() {
        act.draft(first, List.of(ActKind.COUNCIL));
        act.agree("3", DAY);
        act.decide(ActDecision.RETURN, DAY, first.id());
        act.revise(second);

        assertThat(act.state()).isEqualTo(ActState.ON_APPROVAL);
    }

    @Test
    void remarks_bringTheDraftOnceMoreToWhoeverMadeThem_andNotToWhoeverHasAgreed() {
        act.draft(first, List.of(ActKind.COUNCIL, "Профсоюзный комитет"));
        act.agree("3", DAY);
        assertThat(act.awaitedBody()).contains("Профсоюзный комитет");
        act.remark();
        act.revise(second);

        assertThat(act.state()).isEqualTo(ActState.ON_AGREEMENT);
        assertThat(act.awaitedBody()).contains("Профсоюзный комитет");
        assertThat(act.agreedBy()).isEqualTo("Педагогический совет: протокол № 3 от 01.09.2026");
    }

    @Test
    void approvedAct_doesNotChangeItsText() {
        approved();

        assertThatThrownBy(() -> act.revise(second)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> act.draft(second, List.of())).isInstanceOf(Refusal.class);
        assertThat(act.textId()).isEqualTo(first.id());
    }

    @Test
    void whoeverHasReadAnEarlierVersion_doesNotDecideOnTheNewOne() {
        act.draft(first, List.of());
        act.decide(ActDecision.RETURN, DAY, first.id());
        act.revise(second);

        assertThatThrownBy(() -> act.decide(ActDecision.APPROVE, DAY, first.id()))
                .isInstanceOf(Refusal.class)
                .hasMessage("Пока вы читали, проект изменили. Откройте задачу заново и прочитайте новую редакцию.");
        assertThat(act.state()).isEqualTo(ActState.ON_APPROVAL);
    }

    @Test
    void decision_isNotMadeBeforeTheAgreement() {
        act.draft(first, List.of(ActKind.COUNCIL));
        act.agree("3", DAY);

        assertThatThrownBy(() -> act.decide(ActDecision.APPROVE, DAY.minusDays(1), first.id()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Решение не может быть раньше согласования (Педагогический совет: протокол № 3");
    }

    @Test
    void actWithoutNumber_doesNotComeIntoForce() {
        approved();

        assertThatThrownBy(act::putInForce).isInstanceOf(Refusal.class).hasMessageContaining("номер");
    }

    @Test
    void actIsNotDatedBeforeItsDecision() {
        approved();

        assertThatThrownBy(() -> act.register("12-ОД", DAY.minusDays(1)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Документ утверждён 01.09.2026");
        act.register("12-ОД", DAY);
        assertThat(act.date()).isEqualTo(DAY);
    }

    @Test
    void registeredAct_comesIntoForceOnce() {
        approved();
        act.register("12-ОД", DAY);

        assertThat(act.putInForce()).isTrue();
        assertThat(act.putInForce()).isFalse();
        assertThat(act.caption()).isEqualTo("Приказ № 12-ОД от 01.09.2026");
        assertThatThrownBy(() -> act.register("13-ОД", DAY)).isInstanceOf(Refusal.class);
    }

    @Test
    void actThatNobodyHasDecidedOn_isGivenUpWithTheReason_aDecidedOneIsNot() {
        act.draft(first, List.of(ActKind.COUNCIL));
        act.giveUp("Программа прекращена");
        assertThat(act.state()).isEqualTo(ActState.NOT_REQUIRED);
        assertThat(act.reason()).isEqualTo("Программа прекращена");
        assertThat(act.undecided()).isFalse();
        assertThatThrownBy(() -> act.giveUp("Ещё раз")).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @CsvSource({
        "45-ОД, № 45 – од",
        "45-ОД, 45\u2014Oд",
        "12/О, 12/O",
        "148-ОД, № № 148-\u200BОД",
        "148-ОД, N 148\u2011од",
        "5, No. 5"
    })
    void sameNumberWrittenAnotherWay_isTheSameNumber(String one, String other) {
        assertThat(Written.numberKey(other)).isEqualTo(Written.numberKey(one));
    }

    @Test
    void otherNumbers_areOthers() {
        assertThat(Written.numberKey("45-ОД")).isNotEqualTo(Written.numberKey("45-ОД/1"));
        assertThat(Written.numberKey("145")).isNotEqualTo(Written.numberKey("45"));
    }
}
