package ru.nastavnik.mentorship;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import ru.nastavnik.shared.Refusal;

/** Another mentor for a pair: asked for, searched, agreed, decided, ordered, handed over. */
@Entity
@DynamicUpdate
public class Replacement {

    /** Where a replacement stands. */
    public enum State {
        REQUESTED,
        DECLINED,
        SEARCH,
        AGREED,
        APPROVED,
        DONE,
        REJECTED,
        CANCELLED;

        static final Set<State> OPEN = EnumSet.of(REQUESTED, SEARCH, AGREED, APPROVED);
        static final Set<State> PLACE_TAKEN = EnumSet.of(AGREED, APPROVED);
    }

    /** Why another mentor is needed; it decides where the search begins. */
    public enum Cause {
        /** Somebody has asked, which the curator looks into first. */
        REQUEST,
        /** The mentor has left the school. */
        MENTOR_LEFT,
        /** Whoever was to take the pair over has left the school, or the pair itself goes on: the search begins anew. */
        CANDIDATE_LEFT
    }

    /** Who wants the old mentor to stop; it decides when that happens. */
    public enum Initiative {
        /** The mentor refuses: no term, no reasons needed (ТК РФ ст. 351.8). */
        MENTOR(Release.AT_ONCE),
        /** The school cancels an employee's mentoring: three working days of warning (ТК РФ ст. 351.8, E6). */
        EMPLOYER(Release.AFTER_WARNING),
        /** Anything else: the old mentor works until the order. */
        OTHER(Release.WITH_ORDER);

        private final Release release;

        Initiative(Release release) {
            this.release = release;
        }

        public Release release() {
            return release;
        }
    }

    /** When the old mentor stops. */
    public enum Release {
        AT_ONCE,
        AFTER_WARNING,
        WITH_ORDER
    }

    @Id
    private UUID id;

    private UUID organisationId;
    private UUID mentorshipId;

    @Enumerated(EnumType.STRING)
    private State state;

    private String request;
    private UUID requestedBy;
    private LocalDate requestedOn;

    @Enumerated(EnumType.STRING)
    private @Nullable ReplacementGround ground;

    @Enumerated(EnumType.STRING)
    private @Nullable Initiative initiative;

    private @Nullable LocalDate noticeOn;
    private @Nullable String basis;
    private @Nullable LocalDate warningEndsOn;
    private @Nullable LocalDate releasedOn;
    private UUID oldMentorId;
    private @Nullable UUID newMentorId;
    private @Nullable UUID orderId;
    private @Nullable String handover;

    protected Replacement() {}

    Replacement(Mentorship pair, String request, UUID requestedBy, LocalDate requestedOn) {
        this.id = UUID.randomUUID();
        this.organisationId = pair.organisationId();
        this.mentorshipId = pair.id();
        this.oldMentorId = pair.mentorId();
        this.state = State.REQUESTED;
        this.request = request;
        this.requestedBy = requestedBy;
        this.requestedOn = requestedOn;
    }

    /** The mentor has left the school: nothing is to be looked into, another one is searched. */
    static Replacement ofDismissed(
            Mentorship pair, String request, UUID requestedBy, LocalDate requestedOn, LocalDate leftOn) {
        Replacement replacement = new Replacement(pair, request, requestedBy, requestedOn);
        replacement.accept(ReplacementGround.MENTOR_DISMISSED, Initiative.OTHER, leftOn, null, null);
        return replacement;
    }

    /** The same replacement without a candidate. */
    Replacement anew(Mentorship pair) {
        Replacement replacement = new Replacement(pair, request, requestedBy, requestedOn);
        replacement.oldMentorId = oldMentorId;
        if (ground != null) {
            replacement.accept(ground, initiative, noticeOn, warningEndsOn, basis);
        }
        replacement.releasedOn = releasedOn;
        return replacement;
    }

    public UUID id() {
        return id;
    }

    public UUID organisationId() {
        return organisationId;
    }

    public UUID mentorshipId() {
        return mentorshipId;
    }

    public State state() {
        return state;
    }

    public String request() {
        return request;
    }

    /** @return account that asked */
    public UUID requestedBy() {
        return requestedBy;
    }

    public LocalDate requestedOn() {
        return requestedOn;
    }

    /** @return the ground as it stands in the order; not asked before the request has been accepted */
    public String groundWording() {
        return Objects.requireNonNull(ground, "What has been accepted has its ground")
                .wording();
    }

    public @Nullable Initiative initiative() {
        return initiative;
    }

    /** @return the day on which the mentor was warned or refused; null when neither was the case */
    public @Nullable LocalDate noticeOn() {
        return noticeOn;
    }

    public @Nullable String basis() {
        return basis;
    }

    /** @return the last of the working days for which the old mentor has been warned; null without a warning */
    public @Nullable LocalDate warningEndsOn() {
        return warningEndsOn;
    }

    /** @return the first day without the old mentor's duties; null while the old mentor works */
    public @Nullable LocalDate releasedOn() {
        return releasedOn;
    }

    public UUID oldMentorId() {
        return oldMentorId;
    }

    /** @throws Refusal when no candidate has been chosen */
    public UUID newMentorId() {
        if (newMentorId == null) {
            throw Refusal.wrongState("Новый наставник ещё не выбран.");
        }
        return newMentorId;
    }

    public @Nullable UUID orderId() {
        return orderId;
    }

    public @Nullable String handover() {
        return handover;
    }

    /** @param warningEndsOn null unless the employer cancels */
    void accept(
            @Nullable ReplacementGround ground,
            @Nullable Initiative initiative,
            @Nullable LocalDate noticeOn,
            @Nullable LocalDate warningEndsOn,
            @Nullable String basis) {
        require(state == State.REQUESTED, "Эту просьбу уже рассмотрели.");
        if (ground == null) {
            throw Refusal.invalid("Выберите основание замены.");
        }
        if (initiative == null) {
            throw Refusal.invalid("Укажите, как освобождается прежний наставник.");
        }
        this.state = State.SEARCH;
        this.ground = ground;
        this.initiative = initiative;
        this.noticeOn = noticeOn;
        this.warningEndsOn = warningEndsOn;
        this.basis = basis;
    }

    void decline() {
        require(state == State.REQUESTED, "Эту просьбу уже рассмотрели.");
        require(
                releasedOn == null,
                "Прежнего наставника в школе уже нет, отклонить просьбу нельзя. "
                        + "Примите её и подберите другого наставника.");
        state = State.DECLINED;
    }

    /** @return the first day without the old mentor */
    LocalDate release(@Nullable LocalDate on) {
        require(
                State.OPEN.contains(state) && state != State.REQUESTED,
                "Прежнего наставника освобождают после решения о замене.");
        releasedOn = Objects.requireNonNull(on, "Whoever stops before the order does so on a day");
        return releasedOn;
    }

    /** @return how far it has come: whether anybody has decided on it since is seen by this */
    String progress() {
        return state + " " + newMentorId;
    }

    boolean chosen() {
        return newMentorId != null;
    }

    /** The old mentor leaves the school, and stops whatever has been agreed. */
    void releaseAtOnce(LocalDate on) {
        releasedOn = on;
    }

    /** The old mentor has not left after all. */
    void takeReleaseBack() {
        releasedOn = null;
    }

    /** There is nobody left who could hand over to the new mentor, or nobody to hand over to. */
    void endHandOver() {
        require(state == State.APPROVED && orderId != null, "Дела передают после приказа о замене.");
        state = State.DONE;
    }

    void choose(UUID candidateId) {
        require(state == State.SEARCH, "Новый наставник уже выбран.");
        if (candidateId.equals(oldMentorId)) {
            throw Refusal.invalid("Это прежний наставник. Выберите другого.");
        }
        newMentorId = candidateId;
    }

    void candidateAgrees() {
        require(state == State.SEARCH && newMentorId != null, "Ответ нового наставника уже получен.");
        state = State.AGREED;
    }

    void candidateRefuses() {
        require(state == State.SEARCH && newMentorId != null, "Ответ нового наставника уже получен.");
        newMentorId = null;
    }

    void approve() {
        require(state == State.AGREED, "Решение о замене уже принято.");
        state = State.APPROVED;
    }

    void sendBack() {
        require(state == State.AGREED, "Решение о замене уже принято.");
        state = State.SEARCH;
        newMentorId = null;
    }

    void reject() {
        require(state == State.AGREED, "Решение о замене уже принято.");
        require(
                releasedOn == null,
                "Прежний наставник уже освобождён, отклонить замену нельзя. "
                        + "Утвердите её или верните куратору, чтобы он подобрал другого наставника.");
        state = State.REJECTED;
    }

    void order(UUID orderId) {
        require(state == State.APPROVED && this.orderId == null, "Приказ о замене уже зарегистрирован.");
        this.orderId = orderId;
    }

    void releaseByOrder(LocalDate on) {
        if (releasedOn == null) {
            releasedOn = on;
        }
    }

    void handOver(String handover) {
        require(state == State.APPROVED && orderId != null, "Дела передают после приказа о замене.");
        this.state = State.DONE;
        this.handover = handover;
    }

    /** @return whether there was something to cancel: after the order the replacement has happened */
    boolean cancel() {
        if (!State.OPEN.contains(state) || orderId != null) {
            return false;
        }
        state = State.CANCELLED;
        return true;
    }

    private static void require(boolean condition, String sentence) {
        if (!condition) {
            throw Refusal.wrongState(sentence);
        }
    }
}
