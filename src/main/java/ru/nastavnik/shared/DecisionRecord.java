package ru.nastavnik.shared;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who decided, when it happened, through which door, who recorded it, what proves it. Never changed
 * once written.
 */
@Entity
public class DecisionRecord {

    @Id
    private UUID id;

    private UUID organisationId;
    private String subjectKind;
    private UUID subjectId;
    private String verdict;
    private @Nullable UUID textId;
    private @Nullable String remark;
    private @Nullable UUID decidedBy;
    private @Nullable String capacity;
    private LocalDate happenedOn;

    @Enumerated(EnumType.STRING)
    private Door door;

    private @Nullable String proof;
    private @Nullable UUID recordedBy;

    @Column(updatable = false)
    private Instant recordedAt;

    protected DecisionRecord() {}

    DecisionRecord(
            UUID organisationId,
            String subjectKind,
            UUID subjectId,
            String verdict,
            @Nullable UUID textId,
            @Nullable String remark,
            Decider decider,
            Entry entry,
            Instant recordedAt) {
        this.id = UUID.randomUUID();
        this.organisationId = organisationId;
        this.subjectKind = subjectKind;
        this.subjectId = subjectId;
        this.verdict = verdict;
        this.textId = textId;
        this.remark = remark;
        this.decidedBy = decider.personId();
        this.capacity = decider.capacity();
        this.happenedOn = entry.happenedOn();
        this.door = entry.door();
        this.proof = entry.proof();
        this.recordedBy = entry.recordedBy();
        this.recordedAt = recordedAt;
    }

    public UUID id() {
        return id;
    }

    public UUID subjectId() {
        return subjectId;
    }

    public String subjectKind() {
        return subjectKind;
    }

    public String verdict() {
        return verdict;
    }

    /**
     * @return whether this, and about this kind of thing, was decided
     */
    public boolean is(Verdict decided) {
        return subjectKind.equals(decided.subjectKind()) && verdict.equals(decided.name());
    }

    /**
     * @return id of the text, act or version that was decided on; null when nothing written was
     */
    public @Nullable UUID textId() {
        return textId;
    }

    public @Nullable String remark() {
        return remark;
    }

    public @Nullable UUID decidedBy() {
        return decidedBy;
    }

    public @Nullable String capacity() {
        return capacity;
    }

    public LocalDate happenedOn() {
        return happenedOn;
    }

    public Door door() {
        return door;
    }

    public @Nullable String proof() {
        return proof;
    }

    public @Nullable UUID recordedBy() {
        return recordedBy;
    }

    public Instant recordedAt() {
        return recordedAt;
    }
}
