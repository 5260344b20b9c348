package ru.nastavnik.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That somebody has left, as it was entered. */
@Entity
class Dismissal {

    @Id
    private UUID id;

    private UUID organisationId;
    private UUID personId;
    private LocalDate leftOn;
    private boolean accessClosed;
    private Instant enteredAt;
    private @Nullable Instant takenBackAt;

    protected Dismissal() {}

    /** @param accessClosed whether the person's account is closed with it */
    Dismissal(Person person, LocalDate leftOn, boolean accessClosed, Instant enteredAt) {
        this.id = UUID.randomUUID();
        this.organisationId = person.organisationId();
        this.personId = person.id();
        this.leftOn = leftOn;
        this.accessClosed = accessClosed;
        this.enteredAt = enteredAt;
    }

    UUID id() {
        return id;
    }

    LocalDate leftOn() {
        return leftOn;
    }

    boolean accessClosed() {
        return accessClosed;
    }

    void takeBack(Instant at) {
        takenBackAt = at;
    }
}
