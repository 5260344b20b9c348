package ru.nastavnik.notification;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A task that the curator has taken away from whoever had it. Never changed once written. */
@Entity
public class TakenTask {

    @Id
    private UUID id;

    private UUID organisationId;
    private String taskId;
    private String taskName;
    private UUID holderId;
    private UUID takenBy;
    private String reason;
    private Instant takenAt;

    protected TakenTask() {}

    TakenTask(
            UUID organisationId,
            String taskId,
            String taskName,
            UUID holderId,
            UUID takenBy,
            String reason,
            Instant takenAt) {
        this.id = UUID.randomUUID();
        this.organisationId = organisationId;
        this.taskId = taskId;
        this.taskName = taskName;
        this.holderId = holderId;
        this.takenBy = takenBy;
        this.reason = reason;
        this.takenAt = takenAt;
    }

    UUID id() {
        return id;
    }

    public String taskName() {
        return taskName;
    }

    /** @return account from which it was taken */
    public UUID holderId() {
        return holderId;
    }

    /** @return account that took it away */
    public UUID takenBy() {
        return takenBy;
    }

    public String reason() {
        return reason;
    }

    public Instant takenAt() {
        return takenAt;
    }
}
