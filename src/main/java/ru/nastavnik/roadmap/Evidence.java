package ru.nastavnik.roadmap;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** What shows that a row is done. Never changed once written. */
@Entity
public class Evidence {

    @Id
    private UUID id;

    private UUID measureId;

    @Enumerated(EnumType.STRING)
    private EvidenceKind kind;

    private String reference;
    private UUID fileId;
    private UUID actId;
    private LocalDate happenedOn;
    private UUID recordedBy;
    private Instant recordedAt;

    protected Evidence() {}

    Evidence(UUID measureId, Proof proof, Instant recordedAt) {
        this.id = UUID.randomUUID();
        this.measureId = measureId;
        this.kind = proof.kind();
        this.reference = proof.reference();
        this.fileId = proof.fileId();
        this.actId = proof.actId();
        this.happenedOn = proof.happenedOn();
        this.recordedBy = proof.recordedBy();
        this.recordedAt = recordedAt;
    }

    public UUID id() {
        return id;
    }

    public UUID measureId() {
        return measureId;
    }

    public EvidenceKind kind() {
        return kind;
    }

    public String reference() {
        return reference;
    }

    public UUID fileId() {
        return fileId;
    }

    public UUID actId() {
        return actId;
    }

    public LocalDate happenedOn() {
        return happenedOn;
    }

    boolean saysTheSameAs(Proof proof) {
        return kind == proof.kind()
                && Objects.equals(reference, proof.reference())
                && Objects.equals(fileId, proof.fileId())
                && Objects.equals(actId, proof.actId());
    }
}
