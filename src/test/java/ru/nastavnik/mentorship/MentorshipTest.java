package ru.nastavnik.mentorship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import ru.nastavnik.mentorship.Mentorship.ResultKind;
import ru.nastavnik.mentorship.Mentorship.State;
import ru.nastavnik.requirements.Requirement;
import ru.nastavnik.shared.Refusal;

class MentorshipTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 31);

    private static final PairPeriod PERIOD = new PairPeriod(DAY.minusMonths(8), DAY);
    private static final LocalDate MIDDLE = DAY.minusMonths(3);

    private final UUID mentee = UUID.randomUUID();
    private final UUID mentor = UUID.randomUUID();
    private final Mentorship pair = pair(mentee, mentor);

    private static Mentorship pair(UUID mentee, UUID mentor) {
        PairList list = new PairList(UUID.randomUUID(), UUID.randomUUID(), Instant.EPOCH);
        return new Mentorship(list, PairKind.INDIVIDUAL, List.of(mentee), mentor, PairForm.TEACHER_TEACHER, PERIOD);
    }

    private static Mentorship group(UUID mentor, UUID... mentees) {
        PairList list = new PairList(UUID.randomUUID(), UUID.randomUUID(), Instant.EPOCH);
        return new Mentorship(list, PairKind.GROUP, List.of(mentees), mentor, PairForm.TEACHER_TEACHER, PERIOD);
    }

    private Mentorship working() {
        return working(pair);
    }

    private static Mentorship working(Mentorship pair) {
        pair.approve();
        pair.begin(PERIOD.from());
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
        refused(() -> group(mentor, mentee, mentor));
        working().endMentor(MIDDLE, "замена");
        refused(() -> pair.workWith(mentee, MIDDLE, UUID.randomUUID()));
    }

    @Test
    void workBeginsOnlyWithTheDirectorsDecisionAndTheOrder() {
        refused(pair::start);
        refused(() -> pair.begin(PERIOD.from()));
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
    @Requirement({"S1-5.6", "S4-R2.24"})
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
    void pairThatFinishesEarly_needsNoQuestionnaires_andSaysWhy() {
        working().finishEarly("программа освоена");
        pair.sumUp(ResultKind.ACHIEVED, null, false);
        pair.complete(true, DAY);

        assertThat(pair.state()).isEqualTo(State.COMPLETED_EARLY);
        assertThat(pair.endReason()).isEqualTo("программа освоена");
    }

    @Test
    @Requirement({"S4-2.8.f", "E10"})
    void anotherMentor_leavesTheEndOfThePeriod_andTheFormerOneStaysReadable() {
        UUID other = UUID.randomUUID();
        UUID order = UUID.randomUUID();
        working().suspend();
        refused(() -> pair.workWith(other, MIDDLE, order));
        pair.endMentor(MIDDLE.minusDays(1), "несовместимость");
        assertThat(pair.mentor()).isEmpty();
        assertThat(pair.mentorId()).as("the last one").isEqualTo(mentor);
        pair.workWith(other, MIDDLE, order);
        pair.resume();

        assertThat(pair.mentorId()).isEqualTo(other);
        assertThat(pair.periodTo()).isEqualTo(DAY);
        assertThat(pair.state()).isEqualTo(State.ACTIVE);
        assertThat(pair.former()).singleElement().satisfies(former -> {
            assertThat(former.personId()).isEqualTo(mentor);
            assertThat(former.from()).isEqualTo(PERIOD.from());
            assertThat(former.to()).isEqualTo(MIDDLE.minusDays(1));
            assertThat(former.endOrderId()).isEqualTo(order);
        });
        assertThat(pair.hasMentorOn(MIDDLE.minusDays(1))).isTrue();
        assertThat(pair.membersOn(MIDDLE))
                .extracting(MentorshipMember::personId)
                .containsExactlyInAnyOrder(mentee, other);
    }

    @Test
    void groupHasTwoMenteesAtLeast_andGoesOnWhenOneLeaves() {
        UUID second = UUID.randomUUID();
        refused(() -> group(mentor, mentee));
        refused(() -> group(mentor, mentee, mentee));
        Mentorship group = working(group(mentor, mentee, second));
        group.leave(mentee, "уволился", MIDDLE);
        refused(() -> group.leave(mentee, "уволился", MIDDLE));
        refused(() -> group.leave(second, "уволился", MIDDLE));

        assertThat(group.menteeIds()).containsExactly(second);
        assertThat(group.state()).isEqualTo(State.ACTIVE);
        group.terminate("никого не осталось", DAY);
        assertThat(group.former()).extracting(MentorshipMember::personId).containsExactly(mentee);
        assertThat(group.menteeIds()).as("who stayed to the end").containsExactly(second);
    }

    @Test
    void laterOrder_movesTheFirstDayOfPairAndMembers_butNotTheLast() {
        pair.approve();
        refused(() -> pair.begin(DAY.plusDays(1)));
        pair.begin(MIDDLE);
        pair.assign(UUID.randomUUID());

        assertThat(pair.period()).isEqualTo(new PairPeriod(MIDDLE, DAY));
        assertThat(pair.members()).extracting(MentorshipMember::from).containsOnly(MIDDLE);
    }

    @Test
    void suspendedPair_doesNotWorkAndIsNotFinishedEarly() {
        working().suspend();

        assertThat(pair.working()).isTrue();
        refused(() -> pair.finishEarly("цель достигнута"));
        refused(pair::requireAtWork);
        refused(pair::suspend);
    }
}
