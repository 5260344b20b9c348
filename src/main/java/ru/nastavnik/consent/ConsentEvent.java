package ru.nastavnik.consent;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * One thing that has happened to a consent: asked, answered, withdrawn, taken back. Never changed once written. Who said
 * so, through which door, and where the paper lies is in its decision.
 */
@Entity
@Immutable
class ConsentEvent {

    @Embeddable
    record Key(UUID consentId, int number) implements Serializable {}

    @EmbeddedId
    private Key key;

    @Enumerated(EnumType.STRING)
    private ConsentState state;

    private UUID textId;
    private @Nullable UUID collectionId;
    private LocalDate happenedOn;
    private Instant recordedAt;
    private @Nullable UUID decisionId;

    protected ConsentEvent() {}

    ConsentEvent(
            UUID consentId,
            int number,
            ConsentState state,
            UUID textId,
            @Nullable UUID collectionId,
            LocalDate happenedOn,
            Instant recordedAt,
            @Nullable UUID decisionId) {
        this.key = new Key(consentId, number);
        this.state = state;
        this.textId = textId;
        this.collectionId = collectionId;
        this.happenedOn = happenedOn;
        this.recordedAt = recordedAt;
        this.decisionId = decisionId;
    }
}
