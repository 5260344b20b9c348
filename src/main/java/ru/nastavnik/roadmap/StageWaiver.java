package ru.nastavnik.roadmap;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** The curator's request to end a stage without its evidence, and what became of it. */
@Entity
public class StageWaiver {

    enum State {
        REQUESTED,
        APPROVED,
        REJECTED,
        CANCELLED
    }

    @Id
    private UUID id;

    private UUID stageId;
    private String reason;
    private UUID requestedBy;
    private Instant requestedAt;

    @Enumerated(EnumType.STRING)
    private State state;

    protected StageWaiver() {}

    StageWaiver(UUID stageId, String reason, UUID requestedBy, Instant requestedAt) {
        this.id = UUID.randomUUID();
        this.stageId = stageId;
        this.reason = reason;
        this.requestedBy = requestedBy;
        this.requestedAt = requestedAt;
        this.state = State.REQUESTED;
    }

    public UUID id() {
        return id;
    }

    public UUID stageId() {
        return stageId;
    }

    public String reason() {
        return reason;
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    void cancel() {
        state = State.CANCELLED;
    }

    void decide(boolean approved) {
        state = approved ? State.APPROVED : State.REJECTED;
    }
}
