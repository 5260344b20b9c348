package ru.nastavnik.mentorship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import ru.nastavnik.mentorship.Mentorship.ResultKind;
import ru.nastavnik.mentorship.Replacement.Initiative;
import ru.nastavnik.shared.Refusal;

/** Which step of a pair and of a replacement may follow in which state: all steps in all states. */
class PairStatesTest {

    private static final LocalDate FROM = LocalDate.of(2026, 9, 1);
    private static final LocalDate TO = LocalDate.of(2027, 5, 31);
    private static final UUID LEAVER = UUID.randomUUID();
    private static final UUID CANDIDATE = UUID.randomUUID();

    /** A step, and the states in which it may be taken; in every other one it is refused and changes nothing. */
    private record Step<T, S extends Enum<S>>(Consumer<T> taken, Set<S> allowed) {}

    // --- pairs and groups -------------------------------------------------------------------------

    private static Mentorship group() {
        PairList list = new PairList(UUID.randomUUID(), UUID.randomUUID(), Instant.EPOCH);
        return new Mentorship(
                list,
                PairKind.GROUP,
                List.of(LEAVER, UUID.randomUUID()),
                UUID.randomUUID(),
                PairForm.TEACHER_TEACHER,
                new PairPeriod(FROM, TO));
    }

    private static Mentorship active() {
        Mentorship group = group();
        group.approve();
        group.begin(FROM);
        group.assign(UUID.randomUUID());
        group.start();
        return group;
    }

    private static Mentorship in(Mentorship.State state) {
        Mentorship group = group();
        switch (state) {
            case PROPOSED -> {}
            case RETURNED -> group.sendBack();
            case APPROVED -> group.approve();
            case DROPPED -> group.drop();
            case ACTIVE -> group = active();
            case SUSPENDED -> {
                group = active();
                group.suspend();
            }
            case TERMINATED -> {
                group = active();
                group.terminate("решено", TO);
            }
            case COMPLETED -> {
                group = active();
                group.sumUp(ResultKind.ACHIEVED, null, true);
                group.complete(true, TO);
            }
            case COMPLETED_EARLY -> {
                group = active();
                group.finishEarly("решено");
                group.complete(true, TO);
            }
        }
        return group;
    }

    @Test
    @DisplayName("each step of a pair is taken in its own states only")
    void stepsOfAPair() {
        Map<String, Step<Mentorship, Mentorship.State>> steps = new LinkedHashMap<>();
        steps.put("drop", step(Mentorship::drop, Mentorship.State.PROPOSED, Mentorship.State.RETURNED));
        steps.put(
                "giveUp",
                step(
                        Mentorship::giveUp,
                        Mentorship.State.PROPOSED,
                        Mentorship.State.RETURNED,
                        Mentorship.State.APPROVED));
        steps.put("approve", step(Mentorship::approve, Mentorship.State.PROPOSED));
        steps.put("sendBack", step(Mentorship::sendBack, Mentorship.State.PROPOSED));
        steps.put("begin", step(pair -> pair.begin(FROM), Mentorship.State.APPROVED));
        steps.put("assign", step(pair -> pair.assign(UUID.randomUUID()), Mentorship.State.APPROVED));
        steps.put("suspend", step(Mentorship::suspend, Mentorship.State.ACTIVE));
        steps.put("resume", step(Mentorship::resume, Mentorship.State.SUSPENDED));
        steps.put(
                "endMentor",
                step(pair -> pair.endMentor(TO, "замена"), Mentorship.State.ACTIVE, Mentorship.State.SUSPENDED));
        steps.put(
                "leave",
                step(
                        pair -> pair.leave(LEAVER, "сам", TO),
                        Mentorship.State.ACTIVE,
                        Mentorship.State.SUSPENDED,
                        Mentorship.State.APPROVED));
        steps.put("finishEarly", step(pair -> pair.finishEarly("решено"), Mentorship.State.ACTIVE));
        steps.put("recordResult", step(pair -> pair.recordResult("итог"), Mentorship.State.ACTIVE));
        steps.put("sumUp", step(pair -> pair.sumUp(ResultKind.PARTLY, null, true), Mentorship.State.ACTIVE));
        steps.put(
                "terminate",
                step(
                        pair -> pair.terminate("решено", TO),
                        Mentorship.State.ACTIVE,
                        Mentorship.State.SUSPENDED,
                        Mentorship.State.APPROVED));
        steps.put("start", step(Mentorship::start));
        steps.put("complete", step(pair -> pair.complete(true, TO)));
        everyStepInEveryState(steps, EnumSet.allOf(Mentorship.State.class), PairStatesTest::in, Mentorship::state);
    }

    @Test
    @DisplayName("whoever works in a pair that ends has worked there until that day; a pair without an end goes on")
    void membersEndWithThePair() {
        Mentorship ended = in(Mentorship.State.TERMINATED);
        assertThat(ended.endedOn()).isEqualTo(TO);
        assertThat(ended.endReason()).isEqualTo("решено");
        assertThat(ended.members())
                .isNotEmpty()
                .allSatisfy(member -> assertThat(member.to()).isEqualTo(TO));
        assertThat(active().members())
                .allSatisfy(member -> assertThat(member.to()).isNull());
        assertThat(in(Mentorship.State.COMPLETED).endedOn()).isEqualTo(TO);
    }

    @Test
    @DisplayName("a new mentor comes only after the one before has stopped, and is never one of the mentees")
    void newMentor_afterTheOldOne() {
        Mentorship group = active();
        UUID order = UUID.randomUUID();
        refused(() -> group.workWith(CANDIDATE, TO, order), "ещё работает");
        group.endMentor(TO.minusDays(1), "замена");
        refused(() -> group.workWith(LEAVER, TO, order), "сам себе");
        group.workWith(CANDIDATE, TO, order);
        assertThat(group.mentorId()).isEqualTo(CANDIDATE);
        refused(() -> in(Mentorship.State.APPROVED).workWith(CANDIDATE, TO, order), "только у работающей пары");
    }

    @Test
    @DisplayName("results are asked for, questionnaires too unless the pair ends early; the end says which it was")
    void resultsAreDemanded() {
        Mentorship group = active();
        refused(() -> group.recordResult(null), "что получилось");
        refused(() -> group.sumUp(null, null, true), "Выберите результат");
        refused(() -> group.sumUp(ResultKind.ACHIEVED, null, false), "анкеты");
        refused(() -> group.complete(false, TO), "заключительную встречу");
        refused(() -> group.complete(true, TO), "анкеты");
        assertThat(group.summary()).isNull();
        group.sumUp(ResultKind.ACHIEVED, "Молодец", true);
        assertThat(group.summary()).isEqualTo("Цель достигнута. Молодец");
        Mentorship early = active();
        assertThat(early.stateTitle()).isEqualTo("Идёт");
        early.finishEarly("решено");
        assertThat(early.stateTitle()).isEqualTo("Завершается досрочно");
        refused(() -> early.finishEarly("ещё раз"), "уже решено");
        refused(early::suspend, "не работает");
        early.sumUp(ResultKind.NOT_ACHIEVED, null, false);
        early.complete(true, TO);
        assertThat(early.stateTitle()).isEqualTo("Завершена досрочно");
    }

    // --- replacements -----------------------------------------------------------------------------

    private static Replacement requested() {
        return new Replacement(active(), "Не сошлись", UUID.randomUUID(), FROM);
    }

    private static Replacement searching() {
        Replacement replacement = requested();
        replacement.accept(ReplacementGround.INCOMPATIBILITY, Initiative.OTHER, null, null, null);
        return replacement;
    }

    private static Replacement agreed() {
        Replacement replacement = searching();
        replacement.choose(CANDIDATE);
        replacement.candidateAgrees();
        return replacement;
    }

    private static Replacement in(Replacement.State state) {
        Replacement replacement = requested();
        switch (state) {
            case REQUESTED -> {}
            case DECLINED -> replacement.decline();
            case SEARCH -> replacement = searching();
            case AGREED -> replacement = agreed();
            case APPROVED -> {
                replacement = agreed();
                replacement.approve();
            }
            case REJECTED -> {
                replacement = agreed();
                replacement.reject();
            }
            case CANCELLED -> replacement.cancel();
            case DONE -> {
                replacement = agreed();
                replacement.approve();
                replacement.order(UUID.randomUUID());
                replacement.handOver("дела");
            }
        }
        return replacement;
    }

    @Test
    @DisplayName("each step of a replacement is taken in its own states only")
    void stepsOfAReplacement() {
        Map<String, Step<Replacement, Replacement.State>> steps = new LinkedHashMap<>();
        steps.put(
                "accept",
                step(
                        one -> one.accept(ReplacementGround.INCOMPATIBILITY, Initiative.OTHER, null, null, null),
                        Replacement.State.REQUESTED));
        steps.put("decline", step(Replacement::decline, Replacement.State.REQUESTED));
        steps.put(
                "release",
                step(
                        one -> one.release(TO),
                        Replacement.State.SEARCH,
                        Replacement.State.AGREED,
                        Replacement.State.APPROVED));
        steps.put("choose", step(one -> one.choose(CANDIDATE), Replacement.State.SEARCH));
        steps.put("candidateAgrees", step(Replacement::candidateAgrees));
        steps.put("candidateRefuses", step(Replacement::candidateRefuses));
        steps.put("approve", step(Replacement::approve, Replacement.State.AGREED));
        steps.put("sendBack", step(Replacement::sendBack, Replacement.State.AGREED));
        steps.put("reject", step(Replacement::reject, Replacement.State.AGREED));
        steps.put("order", step(one -> one.order(UUID.randomUUID()), Replacement.State.APPROVED));
        steps.put("handOver", step(one -> one.handOver("дела")));
        everyStepInEveryState(steps, EnumSet.allOf(Replacement.State.class), PairStatesTest::in, Replacement::state);
    }

    @Test
    @DisplayName("a replacement is cancelled until its order, and is never rejected once the mentor has been released")
    void cancelledUntilTheOrder() {
        assertThat(searching().cancel()).isTrue();
        assertThat(in(Replacement.State.DECLINED).cancel()).isFalse();
        Replacement ordered = in(Replacement.State.APPROVED);
        ordered.order(UUID.randomUUID());
        refused(() -> ordered.order(UUID.randomUUID()), "уже зарегистрирован");
        assertThat(ordered.cancel()).isFalse();
        Replacement released = agreed();
        released.release(TO);
        refused(released::reject, "уже освобождён");
        released.releaseByOrder(FROM);
        assertThat(released.releasedOn()).isEqualTo(TO);
    }

    // --- all steps in all states ------------------------------------------------------------------

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static <T, S extends Enum<S>> Step<T, S> step(Consumer<T> taken, S... allowed) {
        return new Step<>(taken, Set.of(allowed));
    }

    private static <T, S extends Enum<S>> void everyStepInEveryState(
            Map<String, Step<T, S>> steps, EnumSet<S> states, Function<S, T> in, Function<T, S> stateOf) {
        Map<S, Integer> tried = new EnumMap<>(states.iterator().next().getDeclaringClass());
        for (S state : states) {
            steps.forEach((name, step) -> {
                T thing = in.apply(state);
                assertThat(stateOf.apply(thing)).isEqualTo(state);
                Throwable refusal = catchThrowable(() -> step.taken().accept(thing));
                if (step.allowed().contains(state)) {
                    assertThat(refusal).as("%s in %s", name, state).isNull();
                } else {
                    assertThat(refusal).as("%s in %s", name, state).isInstanceOf(Refusal.class);
                    assertThat(stateOf.apply(thing))
                            .as("after %s was refused", name)
                            .isEqualTo(state);
                }
                tried.merge(state, 1, Integer::sum);
            });
        }
        assertThat(tried).hasSameSizeAs(states);
    }

    private static void refused(Runnable step, String sentence) {
        Throwable refusal = catchThrowable(step::run);
        assertThat(refusal).isInstanceOf(Refusal.class).hasMessageContaining(sentence);
    }
}
