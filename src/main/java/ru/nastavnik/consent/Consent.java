package ru.nastavnik.consent;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import ru.nastavnik.shared.Door;
import ru.nastavnik.shared.Entry;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.RussianDate;

/**
 * The consent of one giver to one thing, for one person of the school, whatever programme has asked. This is where it
 * stands now; every step of the way is a {@link ConsentEvent} that stays.
 */
@Entity
@DynamicUpdate
public class Consent {

    /** In the order in which kinds are asked, the person's own before the representative's. */
    public static final Comparator<Consent> BY_KIND =
            Comparator.comparing((Consent consent) -> consent.kind.position()).thenComparing(Consent::giver);

    @Id
    private UUID id;

    private UUID organisationId;
    private UUID personId;

    @ManyToOne(fetch = FetchType.EAGER)
    @JoinColumn(name = "kind")
    private ConsentKind kind;

    @Enumerated(EnumType.STRING)
    private Giver giver;

    @Enumerated(EnumType.STRING)
    private ConsentState state;

    private int eventNumber;
    private UUID textId;
    private LocalDate requestedOn;
    private @Nullable LocalDate answeredOn;
    private int reminders;

    protected Consent() {}

    /** Not asked yet: {@link #ask} is its first event. */
    @SuppressWarnings("NullAway.Init")
    Consent(UUID organisationId, UUID personId, ConsentKind kind, Giver giver) {
        this.id = UUID.randomUUID();
        this.organisationId = organisationId;
        this.personId = personId;
        this.kind = kind;
        this.giver = giver;
    }

    public UUID id() {
        return id;
    }

    public UUID organisationId() {
        return organisationId;
    }

    public UUID personId() {
        return personId;
    }

    public ConsentKind kind() {
        return kind;
    }

    public Giver giver() {
        return giver;
    }

    public ConsentState state() {
        return state;
    }

    /** @return the version of the wording that was asked about last */
    public UUID textId() {
        return textId;
    }

    public LocalDate requestedOn() {
        return requestedOn;
    }

    /** @return the date of the answer or withdrawal itself, not of its entry; null while awaited */
    public @Nullable LocalDate answeredOn() {
        return answeredOn;
    }

    /** @return the same of one that has been answered, or the answer withdrawn, for certain */
    public LocalDate answerDay() {
        return Objects.requireNonNull(answeredOn, "An answer has its day");
    }

    /** @return «Обработка персональных данных (законный представитель)» */
    public String title() {
        return giver == Giver.SELF ? kind.title() : kind.title() + " (законный представитель)";
    }

    boolean awaited() {
        return state == ConsentState.AWAITED;
    }

    /** @return whether it has been given, has not been withdrawn and its term has not passed */
    public boolean holdsOn(LocalDate day) {
        if (state != ConsentState.GIVEN) {
            return false;
        }
        LocalDate until = kind.validUntil(answerDay());
        return until == null || !day.isAfter(until);
    }

    /** Asks, or asks again whoever has refused or withdrawn, or whose consent has run out. */
    ConsentEvent ask(UUID collectionId, UUID newTextId, LocalDate day, Instant now) {
        this.textId = newTextId;
        this.requestedOn = day;
        this.answeredOn = null;
        this.reminders = 0;
        return happens(ConsentState.AWAITED, collectionId, day, now, null);
    }

    /** Nobody waits for the answer any more. */
    ConsentEvent takeBack(LocalDate day, Instant now) {
        return happens(ConsentState.TAKEN_BACK, null, day, now, null);
    }

    /**
     * Whether this answer may be written down.
     *
     * @param given    consent or refusal
     * @param entry    the door; a consent is in writing, so what somebody only said is not one (E2)
     * @param onScreen whether a mark on the screen counts as a signature in this organisation
     * @return false when the same answer is there already
     */
    boolean acceptable(boolean given, Entry entry, boolean onScreen) {
        if (state == (given ? ConsentState.GIVEN : ConsentState.REFUSED)) {
            return false;
        }
        if (state == ConsentState.GIVEN) {
            throw Refusal.wrongState("Согласие уже получено. Отказ от него вносится по заявлению об отзыве согласия.");
        }
        if (state == ConsentState.REFUSED) {
            throw Refusal.wrongState("Уже внесён отказ. Чтобы дать согласие, нужно, чтобы его попросили ещё раз.");
        }
        if (!awaited()) {
            throw Refusal.notFound("Этого согласия больше не ждут. Откройте задачу заново.");
        }
        if (giver == Giver.REPRESENTATIVE && entry.door() == Door.SCREEN) {
            throw Refusal.invalid("Законный представитель отвечает на бумаге. Внесите ответ с подписанного листа.");
        }
        if (given && entry.door() == Door.WORDS) {
            throw Refusal.invalid(
                    "Согласие нужно письменное: внесите его с бумаги. Со слов можно внести только отказ.");
        }
        if (given && entry.door() == Door.SCREEN && !onScreen) {
            throw Refusal.invalid(
                    "В вашем учреждении согласие дают на бумаге. Возьмите лист у куратора, подпишите " + "и верните.");
        }
        return true;
    }

    /**
     * @param on    the day of the application for withdrawal
     * @param today the organisation's date
     * @throws Refusal when there is nothing to withdraw, or the day cannot be
     */
    void requireWithdrawable(LocalDate on, LocalDate today) {
        switch (state) {
            case AWAITED ->
                throw Refusal.wrongState(
                        "Согласие ещё не дано, отзывать нечего. Внесите отказ в задаче «Отметить полученные согласия».");
            case REFUSED, TAKEN_BACK -> throw Refusal.wrongState("Этого согласия нет, отзывать нечего.");
            case WITHDRAWN ->
                throw Refusal.wrongState(
                        "Согласие уже отозвано " + RussianDate.of(answerDay()) + ". Повторно ничего не записано.");
            case GIVEN -> {
                if (on.isAfter(today)) {
                    throw Refusal.invalid("День заявления ещё не наступил. Укажите сегодняшний день или более ранний.");
                }
                if (on.isBefore(answerDay())) {
                    throw Refusal.invalid("Заявление не может быть раньше согласия: оно дано "
                            + RussianDate.of(answerDay()) + ". Проверьте дату.");
                }
            }
        }
    }

    ConsentEvent say(ConsentVerdict verdict, LocalDate happenedOn, Instant now, UUID decisionId) {
        this.answeredOn = happenedOn;
        return happens(verdict.state(), null, happenedOn, now, decisionId);
    }

    private ConsentEvent happens(
            ConsentState next, @Nullable UUID collectionId, LocalDate on, Instant now, @Nullable UUID decisionId) {
        this.state = next;
        this.eventNumber++;
        return new ConsentEvent(id, eventNumber, next, textId, collectionId, on, now, decisionId);
    }
}
