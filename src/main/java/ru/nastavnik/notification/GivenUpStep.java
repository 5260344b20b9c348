package ru.nastavnik.notification;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A step that the program does by itself, and could not. */
@Entity
public class GivenUpStep {

    @Id
    private UUID id;

    private @Nullable UUID organisationId;
    private String step;
    private String failure;
    private Instant failedAt;
    private @Nullable String jobId;
    private @Nullable Instant repairedAt;

    protected GivenUpStep() {}

    GivenUpStep(@Nullable UUID organisationId, String jobId, String step, String failure, Instant failedAt) {
        this.id = UUID.randomUUID();
        this.organisationId = organisationId;
        this.jobId = jobId;
        this.step = step;
        this.failure = failure;
        this.failedAt = failedAt;
    }

    UUID id() {
        return id;
    }

    /** @return whose step it was; null when it was no school's */
    public @Nullable UUID organisationId() {
        return organisationId;
    }

    /** @return its name in the diagram */
    public String step() {
        return step;
    }

    /** @return kinds of the errors, without what they say */
    public String failure() {
        return failure;
    }

    public Instant failedAt() {
        return failedAt;
    }

    /** @return whether it has been tried anew, or there is nothing to do any more; should it fail again, that is another one */
    public boolean repaired() {
        return repairedAt != null;
    }

    void repair(Instant moment) {
        repairedAt = moment;
    }
}
