package ru.nastavnik.mentorship;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A month without meetings, why, and what the curator has found out. */
@Entity
public class SilentMonth {

    @Id
    private UUID id;

    private UUID mentorshipId;
    private LocalDate markedOn;
    private String reason;
    private @Nullable String conclusion;

    protected SilentMonth() {}

    SilentMonth(UUID mentorshipId, LocalDate markedOn, String reason) {
        this.id = UUID.randomUUID();
        this.mentorshipId = mentorshipId;
        this.markedOn = markedOn;
        this.reason = reason;
    }

    public UUID id() {
        return id;
    }

    public LocalDate markedOn() {
        return markedOn;
    }

    public String reason() {
        return reason;
    }

    /** @return null until the curator has written it */
    public @Nullable String conclusion() {
        return conclusion;
    }

    void conclude(String conclusion) {
        this.conclusion = conclusion;
    }
}
