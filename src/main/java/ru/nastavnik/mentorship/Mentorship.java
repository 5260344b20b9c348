package ru.nastavnik.mentorship;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import ru.nastavnik.shared.Refusal;

/** A mentor and a mentee: proposed, decided, assigned by order, working, ended. It belongs to the school. */
@Entity
@DynamicUpdate
public class Mentorship {

    /** Where a pair stands. */
    public enum State {
        PROPOSED("Предложена"),
        RETURNED("Возвращена куратору"),
        APPROVED("Утверждена, ждёт приказа"),
        ACTIVE("Идёт"),
        SUSPENDED("Приостановлена"),
        COMPLETED("Завершена"),
        COMPLETED_EARLY("Завершена досрочно"),
        TERMINATED("Прекращена"),
        DROPPED("Убрана из списка");

        /** The states in which a mentee counts as having a mentor (E7). */
        public static final Set<State> WORKING = EnumSet.of(APPROVED, ACTIVE, SUSPENDED);

        static final Set<State> ENDED = EnumSet.of(COMPLETED, COMPLETED_EARLY, TERMINATED);
        static final Set<State> IN_LIST = EnumSet.of(PROPOSED, RETURNED, APPROVED);

        private final String title;

        State(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** Where the personal programme of a pair stands. */
    public enum ProgrammeState {
        NONE("Не составлена"),
        DRAFTED("На утверждении"),
        RETURNED("Возвращена на доработку"),
        APPROVED("Утверждена");

        private final String title;

        ProgrammeState(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** What has come out of the pair's work. */
    public enum ResultKind {
        ACHIEVED("Цель достигнута"),
        PARTLY("Цель достигнута частично"),
        NOT_ACHIEVED("Цель не достигнута");

        private final String title;

        ResultKind(String title) {
            this.title = title;
        }
    }

    @Id
    private UUID id;

    private UUID organisationId;
    private UUID programmeId;
    private UUID pairListId;
    private UUID menteeId;
    private UUID mentorId;

    @Enumerated(EnumType.STRING)
    private PairForm pairForm;

    private LocalDate periodFrom;
    private LocalDate periodTo;

    @Enumerated(EnumType.STRING)
    private State state;

    private boolean finishing;
    private UUID orderId;
    private String goal;
    private String content;

    @Enumerated(EnumType.STRING)
    private ProgrammeState programmeState = ProgrammeState.NONE;

    private String mentorResult;

    @Enumerated(EnumType.STRING)
    private ResultKind resultKind;

    private String conclusion;
    private boolean questionnaires;
    private LocalDate endedOn;
    private String endReason;

    protected Mentorship() {}

    Mentorship(PairList list, UUID menteeId, UUID mentorId, PairForm pairForm, PairPeriod period) {
        if (mentorId.equals(menteeId)) {
            throw Refusal.invalid("Человек не может быть наставником сам себе. Выберите другого наставника.");
        }
        this.id = UUID.randomUUID();
        this.organisationId = list.organisationId();
        this.programmeId = list.programmeId();
        this.pairListId = list.id();
        this.menteeId = menteeId;
        this.mentorId = mentorId;
        this.pairForm = pairForm;
        this.periodFrom = period.from();
        this.periodTo = period.to();
        this.state = State.PROPOSED;
    }

    public UUID id() {
        return id;
    }

    public UUID organisationId() {
        return organisationId;
    }

    /** @return the programme in which the pair began */
    public UUID programmeId() {
        return programmeId;
    }

    /** @return the list in which the pair was proposed; null for a pair that was taken over */
    public UUID pairListId() {
        return pairListId;
    }

    public UUID menteeId() {
        return menteeId;
    }

    public UUID mentorId() {
        return mentorId;
    }

    public PairForm pairForm() {
        return pairForm;
    }

    public LocalDate periodFrom() {
        return periodFrom;
    }

    public LocalDate periodTo() {
        return periodTo;
    }

    public PairPeriod period() {
        return new PairPeriod(periodFrom, periodTo);
    }

    public State state() {
        return state;
    }

    /** @return whether it has been decided to finish before the period's end */
    public boolean finishing() {
        return finishing;
    }

    /** @return «Идёт», «Завершается досрочно» and so on */
    public String stateTitle() {
        return finishing && state == State.ACTIVE ? "Завершается досрочно" : state.title();
    }

    public boolean working() {
        return State.WORKING.contains(state);
    }

    public boolean ended() {
        return State.ENDED.contains(state);
    }

    /** @return the order that assigned the pair; null before it */
    public UUID orderId() {
        return orderId;
    }

    public String goal() {
        return goal;
    }

    public String content() {
        return content;
    }

    public ProgrammeState programmeState() {
        return programmeState;
    }

    public boolean personalProgrammeApproved() {
        return programmeState == ProgrammeState.APPROVED;
    }

    public String mentorResult() {
        return mentorResult;
    }

    /** @return «Цель достигнута. Вывод куратора»; null while it has not been summed up */
    public String summary() {
        return resultKind == null ? null : conclusion == null ? resultKind.title : resultKind.title + ". " + conclusion;
    }

    public LocalDate endedOn() {
        return endedOn;
    }

    public String endReason() {
        return endReason;
    }

    /** Puts a returned pair before the director again. */
    void proposeAgain() {
        if (state == State.RETURNED) {
            state = State.PROPOSED;
        }
    }

    void drop() {
        require(
                state == State.PROPOSED || state == State.RETURNED,
                "Эта пара уже не в списке предложенных, убрать её нельзя. Откройте задачу заново.");
        state = State.DROPPED;
    }

    /** Whatever becomes of a pair that does not work yet when its programme ends. */
    void giveUp() {
        require(State.IN_LIST.contains(state), "Эта пара уже работает.");
        state = State.DROPPED;
    }

    void approve() {
        require(state == State.PROPOSED, "Решение по этой паре уже принято. Откройте задачу заново.");
        state = State.APPROVED;
    }

    void sendBack() {
        require(state == State.PROPOSED, "Решение по этой паре уже принято. Откройте задачу заново.");
        state = State.RETURNED;
    }

    /** @param orderId the order that assigns the pair */
    void assign(UUID orderId) {
        require(state == State.APPROVED && this.orderId == null, "На эту пару приказ уже издан или её не утвердили.");
        this.orderId = orderId;
    }

    void start() {
        require(state == State.APPROVED && orderId != null, "Работа пары начинается после приказа о её закреплении.");
        state = State.ACTIVE;
    }

    void draftProgramme(String goal, String content) {
        requireAtWork();
        require(programmeState != ProgrammeState.APPROVED, "Программа этой пары уже утверждена.");
        this.goal = goal;
        this.content = content;
        this.programmeState = ProgrammeState.DRAFTED;
    }

    void approveProgramme() {
        requireDrafted();
        programmeState = ProgrammeState.APPROVED;
    }

    void returnProgramme() {
        requireDrafted();
        programmeState = ProgrammeState.RETURNED;
    }

    private void requireDrafted() {
        require(
                programmeState == ProgrammeState.DRAFTED,
                "Программа этой пары уже не ждёт утверждения. Откройте задачу заново.");
    }

    /** Keeps the pair and its mentee while there is nobody to work with. */
    void suspend() {
        requireAtWork();
        state = State.SUSPENDED;
        withdrawDraft();
    }

    void resume() {
        require(state == State.SUSPENDED, "Эта пара не приостановлена.");
        state = State.ACTIVE;
    }

    /** The end of the period stays as it is (S4-2.8.f). */
    void workWith(UUID newMentorId) {
        require(state == State.ACTIVE || state == State.SUSPENDED, "Наставника меняют только у работающей пары.");
        if (newMentorId.equals(menteeId)) {
            throw Refusal.invalid("Человек не может быть наставником сам себе. Выберите другого наставника.");
        }
        mentorId = newMentorId;
        withdrawDraft();
    }

    /** A draft that nobody has decided on yet is looked at anew by whoever goes on. */
    private void withdrawDraft() {
        if (programmeState == ProgrammeState.DRAFTED) {
            programmeState = ProgrammeState.RETURNED;
        }
    }

    void finishEarly(String reason) {
        require(
                state == State.ACTIVE,
                "Досрочно завершают только работающую пару. Приостановленную возобновите или прекратите.");
        require(!finishing, "Досрочное завершение этой пары уже решено.");
        finishing = true;
        endReason = reason;
        withdrawDraft();
    }

    void recordResult(String mentorResult) {
        requireAtWorkOrFinishing();
        this.mentorResult = mentorResult;
    }

    void sumUp(ResultKind resultKind, String conclusion, boolean questionnaires) {
        requireAtWorkOrFinishing();
        if (!questionnaires && !finishing) {
            throw Refusal.invalid("Отметьте, что итоговые анкеты заполнены: без них работа пары не завершается.");
        }
        this.resultKind = resultKind;
        this.conclusion = conclusion;
        this.questionnaires = questionnaires;
    }

    /**
     * Completes the pair, early when that was decided (E18).
     *
     * @param finalMeetingHeld whether the final meeting has been held
     */
    void complete(boolean finalMeetingHeld, LocalDate on) {
        requireAtWorkOrFinishing();
        require(finalMeetingHeld, "Сначала отметьте заключительную встречу пары.");
        require(questionnaires || finishing, "Сначала отметьте, что итоговые анкеты заполнены.");
        state = finishing ? State.COMPLETED_EARLY : State.COMPLETED;
        endedOn = on;
    }

    /** @return whether the pair may be ended at once: at work, at rest, or approved without an order yet */
    public boolean terminable() {
        return state == State.ACTIVE || state == State.SUSPENDED || (state == State.APPROVED && orderId == null);
    }

    void terminate(String reason, LocalDate on) {
        require(terminable(), "Прекратить можно только утверждённую, работающую или приостановленную пару.");
        state = State.TERMINATED;
        endReason = reason;
        endedOn = on;
    }

    private void requireAtWork() {
        require(
                state == State.ACTIVE && !finishing,
                "Эта пара сейчас не работает: " + stateTitle().toLowerCase(Locale.ROOT) + ".");
    }

    private void requireAtWorkOrFinishing() {
        require(
                state == State.ACTIVE,
                "Эта пара сейчас не работает: " + stateTitle().toLowerCase(Locale.ROOT) + ".");
    }

    private static void require(boolean condition, String sentence) {
        if (!condition) {
            throw Refusal.wrongState(sentence);
        }
    }
}
