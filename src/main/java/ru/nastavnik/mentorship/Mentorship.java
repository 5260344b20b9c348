package ru.nastavnik.mentorship;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import ru.nastavnik.participants.Side;
import ru.nastavnik.shared.DayBounds;
import ru.nastavnik.shared.Refusal;

/**
 * A pair or a group: a mentor and one or more mentees, proposed, decided, assigned by order, working, ended. It belongs
 * to the school. Mentors follow one another, mentees of a group may leave: nothing of that is overwritten.
 */
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
    private @Nullable UUID pairListId;

    @OneToMany(mappedBy = "mentorship", cascade = CascadeType.ALL, fetch = FetchType.EAGER)
    @BatchSize(size = 100)
    private List<MentorshipMember> members = new ArrayList<>();

    @Enumerated(EnumType.STRING)
    private PairKind kind;

    @Enumerated(EnumType.STRING)
    private PairForm pairForm;

    private LocalDate periodFrom;
    private LocalDate periodTo;

    @Enumerated(EnumType.STRING)
    private State state;

    private boolean finishing;
    private @Nullable UUID orderId;
    private @Nullable LocalDate markedOn;
    private @Nullable String mentorResult;

    @Enumerated(EnumType.STRING)
    private @Nullable ResultKind resultKind;

    private @Nullable String conclusion;
    private boolean questionnaires;
    private @Nullable LocalDate endedOn;
    private @Nullable String endReason;

    protected Mentorship() {}

    Mentorship(
            PairList list,
            PairKind kind,
            Collection<UUID> menteeIds,
            UUID mentorId,
            PairForm pairForm,
            PairPeriod period) {
        if (menteeIds.contains(mentorId)) {
            throw ownMentor();
        }
        if (kind == PairKind.GROUP && new HashSet<>(menteeIds).size() < 2) {
            throw Refusal.invalid("В группе не меньше двух наставляемых. Отметьте их или подберите пару.");
        }
        this.id = UUID.randomUUID();
        this.organisationId = list.organisationId();
        this.programmeId = list.programmeId();
        this.pairListId = list.id();
        this.kind = kind;
        this.pairForm = pairForm;
        this.periodFrom = period.from();
        this.periodTo = period.to();
        this.state = State.PROPOSED;
        members.add(new MentorshipMember(this, mentorId, Side.MENTOR, periodFrom));
        new HashSet<>(menteeIds)
                .forEach(menteeId -> members.add(new MentorshipMember(this, menteeId, Side.MENTEE, periodFrom)));
    }

    private static Refusal ownMentor() {
        return Refusal.invalid("Человек не может быть наставником сам себе. Выберите другого наставника.");
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
    public @Nullable UUID pairListId() {
        return pairListId;
    }

    public PairKind kind() {
        return kind;
    }

    /** @return everybody who is or was a member, by the first day */
    public List<MentorshipMember> members() {
        return members.stream()
                .sorted(Comparator.comparing(MentorshipMember::from).thenComparing(MentorshipMember::id))
                .toList();
    }

    private Stream<MentorshipMember> on(Side side) {
        return members().stream().filter(member -> member.side() == side);
    }

    /** @return the mentor of now, or of the end; empty while a new one is awaited */
    public Optional<MentorshipMember> mentor() {
        return on(Side.MENTOR).filter(Predicate.not(MentorshipMember::left)).findFirst();
    }

    /** @return the mentor of now; the last one while a new one is awaited */
    public UUID mentorId() {
        return mentor().or(() -> on(Side.MENTOR).max(Comparator.comparing(MentorshipMember::to)))
                .orElseThrow()
                .personId();
    }

    /** @return the mentees of now, or of the end: one of a pair, one or more of a group */
    public List<MentorshipMember> mentees() {
        return on(Side.MENTEE).filter(Predicate.not(MentorshipMember::left)).toList();
    }

    public List<UUID> menteeIds() {
        return mentees().stream().map(MentorshipMember::personId).toList();
    }

    /** @return mentors who were replaced and mentees who left, by their last day */
    public List<MentorshipMember> former() {
        return members.stream()
                .filter(MentorshipMember::left)
                .sorted(Comparator.comparing(MentorshipMember::to).thenComparing(MentorshipMember::id))
                .toList();
    }

    /** @return whether this person works in the pair, on either side */
    public boolean isOf(@Nullable UUID personId) {
        return mentorId().equals(personId) || menteeIds().contains(personId);
    }

    /** @return who was a member on that day */
    List<MentorshipMember> membersOn(LocalDate day) {
        return members().stream().filter(member -> member.on(day)).toList();
    }

    boolean hasMentorOn(LocalDate day) {
        return on(Side.MENTOR).anyMatch(mentor -> mentor.on(day));
    }

    /** @return the day on which meetings, or that there were none, were last marked; null when they never were */
    @Nullable
    LocalDate markedOn() {
        return markedOn;
    }

    void marked(LocalDate day) {
        markedOn = day;
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

    /** @return the days of the work that begins then; what has not ended by its last day goes on today */
    PairPeriod openPeriod(LocalDate from, LocalDate today) {
        LocalDate last = periodTo.isBefore(today) ? today : periodTo;
        return new PairPeriod(from, last.isBefore(from) ? from : last);
    }

    public State state() {
        return state;
    }

    /** @return days on which something of this pair or group happens */
    public DayBounds work(LocalDate today) {
        return DayBounds.untilToday(today).notBefore(periodFrom, "начало работы пары");
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
    public @Nullable UUID orderId() {
        return orderId;
    }

    public @Nullable String mentorResult() {
        return mentorResult;
    }

    /** @return «Цель достигнута. Вывод куратора»; null while it has not been summed up */
    public @Nullable String summary() {
        return resultKind == null ? null : conclusion == null ? resultKind.title : resultKind.title + ". " + conclusion;
    }

    public @Nullable LocalDate endedOn() {
        return endedOn;
    }

    public @Nullable String endReason() {
        return endReason;
    }

    /** Puts a returned pair before the director again. */
    void proposeAgain() {
        if (state == State.RETURNED) {
            state = State.PROPOSED;
        }
    }

    void moveTo(PairList list) {
        require(state == State.RETURNED, "Решение по этой паре уже принято. Откройте задачу заново.");
        pairListId = list.id();
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
        members.forEach(MentorshipMember::takenBack);
    }

    /** Its members hold their places from then on, see {@link MentorshipRepository#holdPlaces}. */
    void approve() {
        require(state == State.PROPOSED, "Решение по этой паре уже принято. Откройте задачу заново.");
        state = State.APPROVED;
    }

    void sendBack() {
        require(state == State.PROPOSED, "Решение по этой паре уже принято. Откройте задачу заново.");
        state = State.RETURNED;
    }

    /** No pair works before its order: a later order moves the first day, the last one stays. */
    void begin(LocalDate orderDate) {
        require(state == State.APPROVED && orderId == null, "На эту пару приказ уже издан или её не утвердили.");
        if (orderDate.isAfter(periodTo)) {
            throw Refusal.invalid("Приказ позже, чем заканчивается срок работы пары. Проверьте дату приказа.");
        }
        periodFrom = orderDate.isAfter(periodFrom) ? orderDate : periodFrom;
    }

    /** @param orderId the order that assigns the pair */
    void assign(UUID orderId) {
        require(state == State.APPROVED && this.orderId == null, "На эту пару приказ уже издан или её не утвердили.");
        this.orderId = orderId;
        members.forEach(member -> member.beginsBy(orderId, periodFrom));
    }

    void start() {
        require(state == State.APPROVED && orderId != null, "Работа пары начинается после приказа о её закреплении.");
        state = State.ACTIVE;
    }

    /** Keeps the pair and its mentee while there is nobody to work with. */
    void suspend() {
        requireAtWork();
        state = State.SUSPENDED;
    }

    void resume() {
        require(state == State.SUSPENDED, "Эта пара не приостановлена.");
        state = State.ACTIVE;
    }

    /**
     * The mentor stops.
     *
     * @param lastDay their last day
     * @param reason  the ground on which they are replaced
     */
    void endMentor(LocalDate lastDay, String reason) {
        requireStarted();
        mentor().ifPresent(mentor -> mentor.end(lastDay, reason));
    }

    /**
     * Another mentor goes on by order; the end of the period stays as it is (S4-2.8.f).
     *
     * @param from first day of the new mentor; the one before has stopped
     */
    void workWith(UUID newMentorId, LocalDate from, UUID orderId) {
        requireStarted();
        require(mentor().isEmpty(), "Прежний наставник ещё работает.");
        if (menteeIds().contains(newMentorId)) {
            throw ownMentor();
        }
        on(Side.MENTOR).max(Comparator.comparing(MentorshipMember::to)).ifPresent(former -> former.endedBy(orderId));
        MentorshipMember mentor = new MentorshipMember(this, newMentorId, Side.MENTOR, from);
        mentor.decided();
        mentor.beginsBy(orderId, from);
        members.add(mentor);
    }

    private void requireStarted() {
        require(state == State.ACTIVE || state == State.SUSPENDED, "Наставника меняют только у работающей пары.");
    }

    /** A mentee leaves a group that goes on with the others. */
    void leave(UUID menteeId, String reason, LocalDate on) {
        require(terminable(), "Эта группа сейчас не работает: " + stateTitle().toLowerCase(Locale.ROOT) + ".");
        require(mentees().size() > 1, "Это последний наставляемый: прекратите работу группы.");
        mentees().stream()
                .filter(mentee -> mentee.personId().equals(menteeId))
                .findFirst()
                .orElseThrow(() -> Refusal.wrongState("Этого человека в группе уже нет. Обновите страницу."))
                .end(on, reason);
    }

    void finishEarly(String reason) {
        require(
                state == State.ACTIVE,
                "Досрочно завершают только работающую пару. Приостановленную возобновите или прекратите.");
        require(!finishing, "Досрочное завершение этой пары уже решено.");
        finishing = true;
        endReason = reason;
    }

    void recordResult(@Nullable String mentorResult) {
        requireAtWorkOrFinishing();
        if (mentorResult == null) {
            throw Refusal.invalid("Напишите, что получилось.");
        }
        this.mentorResult = mentorResult;
    }

    void sumUp(@Nullable ResultKind resultKind, @Nullable String conclusion, boolean questionnaires) {
        requireAtWorkOrFinishing();
        if (resultKind == null) {
            throw Refusal.invalid("Выберите результат работы пары.");
        }
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
        end(on);
    }

    /** @return whether the pair may be ended at once: at work, at rest, or approved without an order yet */
    public boolean terminable() {
        return state == State.ACTIVE || state == State.SUSPENDED || (state == State.APPROVED && orderId == null);
    }

    void terminate(String reason, LocalDate on) {
        require(terminable(), "Прекратить можно только утверждённую, работающую или приостановленную пару.");
        state = State.TERMINATED;
        endReason = reason;
        end(on);
    }

    private void end(LocalDate on) {
        endedOn = on;
        members.stream().filter(MentorshipMember::open).forEach(member -> member.end(on, null));
    }

    /** The mentor has not left after all. */
    void mentorGoesOn(UUID mentorId) {
        require(mentor().isEmpty(), "В этой паре уже другой наставник.");
        goesOn(on(Side.MENTOR).filter(former -> former.personId().equals(mentorId)));
    }

    /** The mentee has not left the group after all. */
    void menteeGoesOn(UUID menteeId) {
        goesOn(on(Side.MENTEE).filter(former -> former.personId().equals(menteeId)));
    }

    private static void goesOn(Stream<MentorshipMember> former) {
        former.filter(MentorshipMember::left)
                .max(Comparator.comparing(MentorshipMember::to))
                .orElseThrow()
                .goesOn();
    }

    /**
     * It was ended or dropped by mistake, and goes on as if it had not been.
     *
     * @param before    where it stood
     * @param endReason why it was to finish early; null for any other
     */
    void revive(State before, @Nullable String endReason) {
        require(state == State.TERMINATED || state == State.DROPPED, "Эта пара не прекращена.");
        if (state == State.TERMINATED) {
            members.stream().filter(Predicate.not(MentorshipMember::left)).forEach(MentorshipMember::goesOn);
        }
        if (!State.WORKING.contains(before)) {
            members.forEach(MentorshipMember::takenBack);
        }
        this.state = before;
        this.endedOn = null;
        this.endReason = endReason;
    }

    /** Nobody is a member after their last day at the school. */
    void leftSchool(UUID personId, LocalDate lastDay) {
        members.stream()
                .filter(member -> member.personId().equals(personId))
                .forEach(member -> member.notAfter(lastDay));
    }

    void requireAtWork() {
        require(
                state == State.ACTIVE && !finishing,
                "Эта пара сейчас не работает: " + stateTitle().toLowerCase(Locale.ROOT) + ".");
    }

    void requireAtWorkOrFinishing() {
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
