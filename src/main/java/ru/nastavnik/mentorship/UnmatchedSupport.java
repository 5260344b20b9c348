package ru.nastavnik.mentorship;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mentee without a mentor is supported while the search goes on (E24, S2-5.3). */
@Entity
public class UnmatchedSupport {

    /** How it ended. */
    public enum Outcome {
        MATCHED,
        DECLINED,
        PROGRAMME_ENDED,
        /** The mentee has left the school. */
        LEFT
    }

    @Id
    private UUID id;

    private UUID organisationId;
    private UUID participantId;
    private LocalDate openedOn;
    private @Nullable LocalDate closedOn;

    @Enumerated(EnumType.STRING)
    private @Nullable Outcome outcome;

    protected UnmatchedSupport() {}

    UnmatchedSupport(UUID organisationId, UUID participantId, LocalDate openedOn) {
        this.id = UUID.randomUUID();
        this.organisationId = organisationId;
        this.participantId = participantId;
        this.openedOn = openedOn;
    }

    public UUID id() {
        return id;
    }

    public UUID organisationId() {
        return organisationId;
    }

    public UUID participantId() {
        return participantId;
    }

    public LocalDate openedOn() {
        return openedOn;
    }

    void close(Outcome outcome, LocalDate on) {
        this.outcome = outcome;
        this.closedOn = on;
    }
}
