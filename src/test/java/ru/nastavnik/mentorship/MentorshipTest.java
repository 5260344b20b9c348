package ru.nastavnik.mentorship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import ru.nastavnik.mentorship.Mentorship.ProgrammeState;
import ru.nastavnik.mentorship.Mentorship.ResultKind;
import ru.nastavnik.mentorship.Mentorship.State;
import ru.nastavnik.requirements.Requirement;
import ru.nastavnik.shared.Refusal;

class MentorshipTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 31);

    private final UUID mentee = UUID.randomUUID();
    private final UUID mentor = UUID.randomUUID();
    private final Mentorship pair = pair(mentee, mentor);

    private static Mentorship pair(UUID mentee, UUID mentor) {
        PairList list = new PairList(UUID.randomUUID(), UUID.randomUUID(), Instant.EPOCH);
        return new Mentorship(list, mentee, mentor, PairForm.TEACHER_TEACHER, new PairPeriod(DAY.minusMonths(8), DAY));
    }

    private Mentorship working() {
        pair.approve();
        pair.assign(UUID.randomUUID());
        pair.start();
        return pair;
    }

    private static void refused(ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOf(Refusal.class);
    }

    @Test
    void nobodyMentorsThemselves() {
        refused(() -> pair(mentor, mentor));
        refused(() -> working().workWith(mentee));
    }

    @Test
    @Requirement("E4")
    void workBeginsOnlyWithTheDirectorsDecisionAndTheOrder() {
        refused(pair::start);
        refused(() -> pair.assign(UUID.randomUUID()));
        pair.approve();
        refused(pair::start);
        refused(pair::approve);
        pair.assign(UUID.randomUUID());
        pair.start();

        assertThat(pair.state()).isEqualTo(State.ACTIVE);
        refused(pair::start);
    }

    @Test
    void returnedPair_isProposedAgainOrDropped() {
        pair.sendBack();
        refused(pair::approve);
        pair.proposeAgain();
        assertThat(pair.state()).isEqualTo(State.PROPOSED);

        pair.drop();
        assertThat(pair.working()).isFalse();
        refused(pair::approve);
    }

    @Test
    @Requirement("S4-R2.24")
    void pairIsCompleted_onlyAfterItsFinalMeetingAndQuestionnaires() {
        working();
        refused(() -> pair.complete(true, DAY));
        refused(() -> pair.sumUp(ResultKind.ACHIEVED, null, false));
        pair.sumUp(ResultKind.ACHIEVED, null, true);
        refused(() -> pair.complete(false, DAY));
        pair.complete(true, DAY);

        assertThat(pair.state()).isEqualTo(State.COMPLETED);
        refused(() -> pair.terminate("выбыл", DAY));
    }

    @Test
    @Requirement({"S4-2.7.2", "E9"})
    void pairThatFinishesEarly_needsNoQuestionnaires_andSaysWhy() {
        working().finishEarly("программа освоена");
        pair.sumUp(ResultKind.ACHIEVED, null, false);
        pair.complete(true, DAY);

        assertThat(pair.state()).isEqualTo(State.COMPLETED_EARLY);
        assertThat(pair.endReason()).isEqualTo("программа освоена");
    }

    @Test
    @Requirement({"S4-2.8.f", "E10"})
    void anotherMentor_leavesTheEndOfThePeriod() {
        UUID other = UUID.randomUUID();
        working().suspend();
        pair.workWith(other);
        pair.resume();

        assertThat(pair.mentorId()).isEqualTo(other);
        assertThat(pair.periodTo()).isEqualTo(DAY);
        assertThat(pair.state()).isEqualTo(State.ACTIVE);
    }

    @Test
    void suspendedPair_doesNotWorkAndIsNotFinishedEarly() {
        working().suspend();

        assertThat(pair.working()).isTrue();
        refused(() -> pair.finishEarly("цель достигнута"));
        refused(() -> pair.draftProgramme("цель", "содержание"));
        refused(pair::suspend);
    }

    @Test
    @Requirement("E17")
    void personalProgramme_isDraftedDecidedAndNotTouchedAfterApproval() {
        refused(() -> pair.draftProgramme("цель", "содержание"));
        working().draftProgramme("цель", "содержание");
        pair.returnProgramme();
        refused(pair::approveProgramme);
        pair.draftProgramme("цель", "другое содержание");
        pair.approveProgramme();

        assertThat(pair.personalProgrammeApproved()).isTrue();
        refused(() -> pair.draftProgramme("цель", "третье"));
    }

    @Test
    void draftNotYetDecided_isLookedAtAnewByTheNextMentor() {
        working().draftProgramme("цель", "содержание");
        pair.workWith(UUID.randomUUID());

        assertThat(pair.programmeState()).isEqualTo(ProgrammeState.RETURNED);
        assertThat(pair.goal()).isEqualTo("цель");
    }
}
