package ru.nastavnik.consent;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.nastavnik.participants.Side;

/** Who is asked together in a programme: one table of people and kinds. */
@Entity
public class ConsentCollection {

    @Id
    private UUID id;

    private UUID organisationId;
    private UUID programmeId;

    @Enumerated(EnumType.STRING)
    private Side side;

    private Instant openedAt;
    private @Nullable Instant endedAt;

    protected ConsentCollection() {}

    ConsentCollection(UUID organisationId, UUID programmeId, Side side, Instant openedAt) {
        this.id = UUID.randomUUID();
        this.organisationId = organisationId;
        this.programmeId = programmeId;
        this.side = side;
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

    public Side side() {
        return side;
    }

    /** The programme has ended: what is answered from now on is no matter of this collection. */
    void end(Instant now) {
        endedAt = now;
    }
}
