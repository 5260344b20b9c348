package ru.nastavnik.roadmap;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What shows that a row is done. Never changed once written. */
@Entity
public class Evidence {

    @Id
    private UUID id;

    private UUID measureId;

    @Embedded
    private Proof proof;

    private Instant recordedAt;

    protected Evidence() {}

    Evidence(UUID measureId, Proof proof, Instant recordedAt) {
        this.id = UUID.randomUUID();
        this.measureId = measureId;
        this.proof = proof;
        this.recordedAt = recordedAt;
    }

    public UUID id() {
        return id;
    }

    public UUID measureId() {
        return measureId;
    }

    public EvidenceKind kind() {
        return proof.kind();
    }

    public @Nullable String reference() {
        return proof.reference();
    }

    public @Nullable UUID fileId() {
        return proof.fileId();
    }

    public @Nullable UUID actId() {
        return proof.actId();
    }

    public LocalDate happenedOn() {
        return proof.happenedOn();
    }

    Proof proof() {
        return proof;
    }
}
