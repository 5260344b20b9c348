package ru.nastavnik.documents;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** A school demands an act of this kind for each of its programmes, whatever the roadmap says. */
@Entity
@IdClass(ActDemand.Key.class)
class ActDemand {

    /** What is demanded, and by whom. */
    record Key(UUID organisationId, String kind) implements Serializable {}

    @Id
    private UUID organisationId;

    @Id
    private String kind;

    private Instant demandedAt;

    protected ActDemand() {}

    ActDemand(UUID organisationId, String kind, Instant demandedAt) {
        this.organisationId = organisationId;
        this.kind = kind;
        this.demandedAt = demandedAt;
    }
}
