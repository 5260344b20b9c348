package ru.nastavnik.consent;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import ru.nastavnik.shared.Door;
import ru.nastavnik.shared.Entry;
import ru.nastavnik.shared.Refusal;

/** One consent of one kind: asked, then given or refused. Who answered, when and by what door is in its decision. */
@Entity
@DynamicUpdate
public class Consent {

    @Id
    private UUID id;

    private UUID organisationId;
    private UUID personId;

    @Enumerated(EnumType.STRING)
    private ConsentKind kind;

    @Enumerated(EnumType.STRING)
    private Giver giver;

    @Enumerated(EnumType.STRING)
    private ConsentState state;

    private UUID textId;
    private UUID programmeId;
    private UUID collectionId;
    private LocalDate requestedOn;
    private LocalDate answeredOn;
    private int reminders;
    private UUID decisionId;

    protected Consent() {}

    Consent(
            UUID organisationId,
            UUID programmeId,
            UUID collectionId,
            UUID personId,
            ConsentKind kind,
            Giver giver,
            UUID textId,
            LocalDate requestedOn) {
        this.id = UUID.randomUUID();
        this.organisationId = organisationId;
        this.programmeId = programmeId;
        this.personId = personId;
        this.kind = kind;
        this.giver = giver;
        await(collectionId, textId, requestedOn);
    }

    public UUID id() {
        return id;
    }

    public UUID organisationId() {
        return organisationId;
    }

    public UUID programmeId() {
        return programmeId;
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

    /** @return the version of the wording that was agreed to */
    public UUID textId() {
        return textId;
    }

    /** @return the collection in which it was asked; null when asked by itself */
    public UUID collectionId() {
        return collectionId;
    }

    public LocalDate requestedOn() {
        return requestedOn;
    }

    /** @return the date of the answer itself, not of its entry; null while awaited */
    public LocalDate answeredOn() {
        return answeredOn;
    }

    public UUID decisionId() {
        return decisionId;
    }

    /** @return «Обработка персональных данных (законный представитель)» */
    public String title() {
        return giver == Giver.SELF ? kind.title() : kind.title() + " (законный представитель)";
    }

    /**
     * Asks again where the answer was a refusal, in another collection only; a request that belongs to no collection
     * joins this one.
     *
     * @return whether anything has changed
     */
    boolean askAgain(UUID newCollectionId, UUID newTextId, LocalDate day) {
        if (newCollectionId == null || newCollectionId.equals(collectionId) || state == ConsentState.GIVEN) {
            return false;
        }
        if (state == ConsentState.AWAITED) {
            if (collectionId != null) {
                return false;
            }
            collectionId = newCollectionId;
            return true;
        }
        await(newCollectionId, newTextId, day);
        return true;
    }

    private void await(UUID inCollection, UUID withText, LocalDate day) {
        this.state = ConsentState.AWAITED;
        this.collectionId = inCollection;
        this.textId = withText;
        this.requestedOn = day;
        this.answeredOn = null;
        this.decisionId = null;
        this.reminders = 0;
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
        if (state == ConsentState.GIVEN && !given) {
            throw Refusal.wrongState("Согласие уже получено. Отказ от него вносится по заявлению об отзыве согласия.");
        }
        if (state == (given ? ConsentState.GIVEN : ConsentState.REFUSED)) {
            return false;
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

    void answer(boolean given, LocalDate happenedOn, UUID decision) {
        this.state = given ? ConsentState.GIVEN : ConsentState.REFUSED;
        this.answeredOn = happenedOn;
        this.decisionId = decision;
    }

    /** @return whether a refusal ends the person's way in the programme; the duties alone only keep them out of a pair */
    boolean needed() {
        return kind != ConsentKind.EXTRA_DUTIES;
    }
}
