package ru.nastavnik.mentorship;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;

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

    @ElementCollection
    @CollectionTable(name = "meeting_attendee", joinColumns = @JoinColumn(name = "meeting_id"))
    @Column(name = "member_id")
    @BatchSize(size = 100)
    private Set<UUID> memberIds = new HashSet<>();

    protected Meeting() {}

    Meeting(UUID mentorshipId, LocalDate heldOn, MeetingKind kind, UUID decisionId, Collection<UUID> memberIds) {
        this.id = UUID.randomUUID();
        this.mentorshipId = mentorshipId;
        this.heldOn = heldOn;
        this.kind = kind;
        this.decisionId = decisionId;
        this.memberIds.addAll(memberIds);
    }

    public UUID id() {
        return id;
    }

    public LocalDate heldOn() {
        return heldOn;
    }

    /** @return the members who met */
    public Set<UUID> memberIds() {
        return Set.copyOf(memberIds);
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
