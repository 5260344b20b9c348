package ru.nastavnik.mentorship;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import ru.nastavnik.participants.Side;

/** Somebody in a pair or a group: on one side, from one day to another. Who has left stays readable with their days. */
@Entity
@DynamicUpdate
public class MentorshipMember {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Mentorship mentorship;

    private UUID personId;

    @Enumerated(EnumType.STRING)
    private Side side;

    private LocalDate memberFrom;
    private @Nullable LocalDate memberTo;
    private boolean holds;
    private @Nullable UUID beginOrderId;
    private @Nullable UUID endOrderId;
    private boolean gone;
    private @Nullable String endReason;

    protected MentorshipMember() {}

    MentorshipMember(Mentorship mentorship, UUID personId, Side side, LocalDate from) {
        this.id = UUID.randomUUID();
        this.mentorship = mentorship;
        this.personId = personId;
        this.side = side;
        this.memberFrom = from;
    }

    public UUID id() {
        return id;
    }

    Mentorship mentorship() {
        return mentorship;
    }

    public UUID personId() {
        return personId;
    }

    public Side side() {
        return side;
    }

    /** @return the first day */
    public LocalDate from() {
        return memberFrom;
    }

    /** @return the last day; null while it goes on */
    public @Nullable LocalDate to() {
        return memberTo;
    }

    /** @return the order that made this person a member; null before it */
    public @Nullable UUID beginOrderId() {
        return beginOrderId;
    }

    /** @return the order that ended it; null when there was none */
    public @Nullable UUID endOrderId() {
        return endOrderId;
    }

    /** @return why this person has left; null for whoever stayed to the end */
    public @Nullable String endReason() {
        return endReason;
    }

    boolean open() {
        return memberTo == null;
    }

    /** @return whether this person left before the pair or the group ended */
    public boolean left() {
        return gone;
    }

    boolean on(LocalDate day) {
        return !day.isBefore(memberFrom) && (memberTo == null || !day.isAfter(memberTo));
    }

    void decided() {
        holds = true;
    }

    void takenBack() {
        holds = false;
    }

    void beginsBy(UUID orderId, LocalDate from) {
        beginOrderId = orderId;
        memberFrom = from;
    }

    /**
     * Whoever leaves before the first day has not been a member.
     *
     * @param reason null for whoever stays to the end
     */
    void end(LocalDate lastDay, @Nullable String reason) {
        memberTo = lastDay;
        gone = reason != null;
        endReason = reason;
        holds = holds && !lastDay.isBefore(memberFrom);
    }

    /** It goes on as if it had never ended. */
    void goesOn() {
        memberTo = null;
        gone = false;
        endReason = null;
        holds = true;
    }

    /** Belongs to it until that day at most, if this person belongs to it no more. */
    void notAfter(LocalDate lastDay) {
        if (memberTo != null && memberTo.isAfter(lastDay)) {
            memberTo = lastDay;
            holds = holds && !lastDay.isBefore(memberFrom);
        }
    }

    void endedBy(UUID orderId) {
        endOrderId = orderId;
    }
}
