package ru.nastavnik.mentorship;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Pairs that are proposed and decided together. */
@Entity
public class PairList {

    @Id
    private UUID id;

    private UUID organisationId;
    private UUID programmeId;
    private Instant openedAt;
    private @Nullable Instant submittedAt;
    private @Nullable Instant closedAt;

    protected PairList() {}

    PairList(UUID organisationId, UUID programmeId, Instant openedAt) {
        this.id = UUID.randomUUID();
        this.organisationId = organisationId;
        this.programmeId = programmeId;
        this.openedAt = openedAt;
    }

    public UUID id() {
        return id;
    }

    public UUID organisationId() {
        return organisationId;
    }

    public UUID programmeId() {
        return programmeId;
    }

    public Instant openedAt() {
        return openedAt;
    }

    /** @return whether the curator is forming it: it is neither before the director nor waits for its order */
    boolean withCurator() {
        return open() && submittedAt == null;
    }

    void submit(Instant moment) {
        submittedAt = moment;
    }

    void giveBack() {
        submittedAt = null;
    }

    public boolean open() {
        return closedAt == null;
    }

    void close(Instant moment) {
        this.closedAt = moment;
    }
}
