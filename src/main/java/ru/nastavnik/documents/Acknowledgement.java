package ru.nastavnik.documents;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person's line in the acknowledgement sheet of an act. */
@Entity
public class Acknowledgement {

    @Id
    private UUID id;

    private UUID actId;
    private UUID personId;
    private @Nullable UUID decisionId;
    private @Nullable LocalDate markedOn;

    protected Acknowledgement() {}

    Acknowledgement(UUID actId, UUID personId) {
        this.id = UUID.randomUUID();
        this.actId = actId;
        this.personId = personId;
    }

    public UUID actId() {
        return actId;
    }

    public UUID personId() {
        return personId;
    }

    /** @return whether the person has acknowledged the act */
    public boolean marked() {
        return decisionId != null;
    }

    /** @return when the person acknowledged the act; null before */
    public @Nullable LocalDate markedOn() {
        return markedOn;
    }

    void mark(UUID decision, LocalDate on) {
        decisionId = decision;
        markedOn = on;
    }
}
