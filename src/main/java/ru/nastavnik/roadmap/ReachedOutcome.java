package ru.nastavnik.roadmap;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** What a programme has brought about, with its proof; once more for every further proof. Never changed once written. */
@Entity
class ReachedOutcome {

    @Id
    private UUID id;

    private UUID programmeId;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    @Embedded
    private Proof proof;

    private Instant recordedAt;

    protected ReachedOutcome() {}

    ReachedOutcome(UUID programmeId, Outcome outcome, Proof proof, Instant recordedAt) {
        this.id = UUID.randomUUID();
        this.programmeId = programmeId;
        this.outcome = outcome;
        this.proof = proof;
        this.recordedAt = recordedAt;
    }

    Outcome outcome() {
        return outcome;
    }

    Proof proof() {
        return proof;
    }
}
