package ru.nastavnik.mentorship;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;

/** A meeting of a pair; its decision record says who told of it and through which door. */
@Entity
public class Meeting {

    @Id
    private UUID id;

    private UUID mentorshipId;
    private LocalDate heldOn;

    @Enumerated(EnumType.STRING)
    private MeetingKind kind;

    private UUID decisionId;

    protected Meeting() {}

    Meeting(UUID mentorshipId, LocalDate heldOn, MeetingKind kind, UUID decisionId) {
        this.id = UUID.randomUUID();
        this.mentorshipId = mentorshipId;
        this.heldOn = heldOn;
        this.kind = kind;
        this.decisionId = decisionId;
    }

    public UUID id() {
        return id;
    }

    public LocalDate heldOn() {
        return heldOn;
    }

    public MeetingKind kind() {
        return kind;
    }

    boolean isFinal() {
        return kind == MeetingKind.FINAL_PAIR;
    }

    void become(MeetingKind kind) {
        this.kind = kind;
    }
}
