package ru.nastavnik.roadmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import ru.nastavnik.shared.Refusal;

/** The states of a programme and of its stages: which step may follow which. */
class ProgrammeTest {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

    private final Programme programme =
            new Programme(UUID.randomUUID(), "X", Programme.Track.STAFF, DAY, DAY.plusYears(1));
    private final Stage stage = new Stage(programme.id(), 1, StageKind.PREPARATION, "Подготовка");

    private Programme running() {
        programme.submit();
        programme.approve(DAY);
        programme.open();
        return programme;
    }

    @Test
    @DisplayName("a draft is submitted, approved, opened, closed; each step twice changes nothing or is refused")
    void wayOfAProgramme() {
        assertThat(programme.state()).isEqualTo(Programme.State.DRAFT);
        programme.demandDraft();
        programme.submit();
        assertThat(programme.state()).isEqualTo(Programme.State.ON_APPROVAL);
        assertThat(programme.running()).isFalse();
        refused(programme::demandDraft, "уже передана директору");
        refused(programme::submit, "уже передана директору");
        refused(programme::open, "ещё не утверждена");
        programme.approve(DAY);
        assertThat(programme.approvedOn()).isEqualTo(DAY);
        programme.open();
        programme.open();
        assertThat(programme.running()).isTrue();
        assertThat(programme.ended()).isFalse();
        programme.conclude("Итог");
        assertThat(programme.conclusion()).isEqualTo("Итог");
        programme.close();
        programme.close();
        assertThat(programme.state()).isEqualTo(Programme.State.CLOSED);
        assertThat(programme.ended()).isTrue();
        refused(programme::demandNotEnded, "уже завершена");
        refused(() -> programme.conclude("Другой"), "уже завершена");
        refused(programme::cancel, "уже завершена");
    }

    @Test
    @DisplayName("nothing is decided on a roadmap that was not handed over; a returned one is a draft again")
    void decisionsBelongToWhatIsOnApproval() {
        refused(() -> programme.approve(DAY), "не на утверждении");
        refused(programme::returnForRework, "не на утверждении");
        refused(programme::reject, "не на утверждении");
        refused(programme::close, "которая идёт");
        programme.submit();
        programme.returnForRework();
        assertThat(programme.state()).isEqualTo(Programme.State.DRAFT);
        programme.submit();
        programme.reject();
        programme.reject();
        assertThat(programme.state()).isEqualTo(Programme.State.REJECTED);
        assertThat(programme.ended()).isTrue();
        refused(programme::open, "не на утверждении");
    }

    @Test
    @DisplayName("a programme may be cancelled from its draft on, once")
    void cancelled() {
        running().cancel();
        programme.cancel();
        assertThat(programme.state()).isEqualTo(Programme.State.CANCELLED);
        assertThat(programme.ended()).isTrue();
        refused(programme::close, "которая идёт");
    }

    @Test
    @DisplayName("a stage is opened once and closed once; what waited for its gate is told no more")
    void wayOfAStage() {
        assertThat(stage.begun()).isFalse();
        refused(() -> stage.close(DAY), "ещё не начат");
        refused(() -> stage.waive(DAY), "только этап, который идёт");
        stage.open(DAY);
        stage.open(DAY.plusDays(1));
        assertThat(stage.openedOn()).isEqualTo(DAY);
        assertThat(stage.begun()).isTrue();
        stage.await(true);
        assertThat(stage.awaited()).isTrue();
        stage.close(DAY.plusDays(2));
        stage.close(DAY.plusDays(3));
        assertThat(stage.state()).isEqualTo(Stage.State.CLOSED);
        assertThat(stage.closedOn()).isEqualTo(DAY.plusDays(2));
        assertThat(stage.awaited()).isFalse();
        refused(stage::demandOpen, "только этап, который идёт");
    }

    @Test
    @DisplayName("a stage that runs may be ended without its evidence, and stays so; the news of the year may not")
    void waivedStage() {
        stage.open(DAY);
        stage.await(true);
        stage.waive(DAY.plusDays(1));
        assertThat(stage.state()).isEqualTo(Stage.State.WAIVED);
        assertThat(stage.closedOn()).isEqualTo(DAY.plusDays(1));
        assertThat(stage.awaited()).isFalse();
        stage.close(DAY.plusDays(2));
        assertThat(stage.state()).isEqualTo(Stage.State.WAIVED);
        assertThat(stage.mayBeWaived()).isTrue();
        assertThat(new Stage(programme.id(), 7, StageKind.INFORMATION_SUPPORT, "Сайт").mayBeWaived())
                .isFalse();
    }

    private static void refused(Runnable step, String sentence) {
        assertThatThrownBy(step::run).isInstanceOf(Refusal.class).hasMessageContaining(sentence);
    }
}
