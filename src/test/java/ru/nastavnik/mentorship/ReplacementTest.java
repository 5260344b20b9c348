package ru.nastavnik.mentorship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import ru.nastavnik.mentorship.Replacement.Initiative;
import ru.nastavnik.mentorship.Replacement.Release;
import ru.nastavnik.mentorship.Replacement.State;
import ru.nastavnik.requirements.Requirement;
import ru.nastavnik.shared.Refusal;

class ReplacementTest {

    private static final LocalDate DAY = LocalDate.of(2025, 10, 30);

    private final UUID candidate = UUID.randomUUID();
    private final UUID oldMentor = UUID.randomUUID();
    private final Replacement replacement = new Replacement(
            new Mentorship(
                    new PairList(UUID.randomUUID(), UUID.randomUUID(), Instant.EPOCH),
                    PairKind.INDIVIDUAL,
                    List.of(UUID.randomUUID()),
                    oldMentor,
                    PairForm.TEACHER_TEACHER,
                    new PairPeriod(DAY, DAY.plusMonths(6))),
            "Не сошлись",
            UUID.randomUUID(),
            DAY);

    private Replacement accepted(Initiative initiative) {
        replacement.accept(ReplacementGround.INCOMPATIBILITY, initiative, DAY, null, null);
        return replacement;
    }

    private static void refused(ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOf(Refusal.class);
    }

    @Test
    @Requirement("E10")
    void groundsAreFive_andOneIsDemanded() {
        assertThat(ReplacementGround.values()).hasSize(5);
        refused(() -> replacement.accept(null, Initiative.OTHER, null, null, null));
    }

    @Test
    void ownRefusalHoldsAtOnce_employersCancellationAfterAWarning() {
        assertThat(Initiative.MENTOR.release()).isEqualTo(Release.AT_ONCE);
        assertThat(Initiative.EMPLOYER.release()).isEqualTo(Release.AFTER_WARNING);
        assertThat(Initiative.OTHER.release()).isEqualTo(Release.WITH_ORDER);
    }

    @Test
    @Requirement({"S4-2.8", "E10"})
    void newMentorWorksOnlyByOrder() {
        accepted(Initiative.OTHER).choose(candidate);
        refused(() -> replacement.approve());
        replacement.candidateAgrees();
        refused(() -> replacement.order(UUID.randomUUID()));
        replacement.approve();
        refused(() -> replacement.handOver("всё готово"));
        replacement.order(UUID.randomUUID());
        replacement.handOver("Ведёт 7 класс");

        assertThat(replacement.state()).isEqualTo(State.DONE);
    }

    @Test
    void candidateWhoRefuses_andReturnedDecision_leadBackToTheSearch() {
        accepted(Initiative.OTHER).choose(candidate);
        replacement.candidateRefuses();
        assertThatThrownBy(replacement::newMentorId).isInstanceOf(Refusal.class).hasMessageContaining("ещё не выбран");

        replacement.choose(candidate);
        replacement.candidateAgrees();
        replacement.sendBack();
        assertThat(replacement.state()).isEqualTo(State.SEARCH);
        refused(() -> replacement.choose(oldMentor));
    }

    @Test
    void replacementOfAReleasedMentor_isNotRejected() {
        accepted(Initiative.MENTOR).release(DAY);
        replacement.choose(candidate);
        replacement.candidateAgrees();

        assertThatThrownBy(replacement::reject).isInstanceOf(Refusal.class).hasMessageContaining("уже освобождён");
        replacement.approve();
    }

    @Test
    void afterTheOrderNothingIsCancelled() {
        accepted(Initiative.OTHER).choose(candidate);
        replacement.candidateAgrees();
        replacement.approve();
        replacement.order(UUID.randomUUID());

        assertThat(replacement.cancel()).isFalse();
        assertThat(replacement.state()).isEqualTo(State.APPROVED);
    }
}
