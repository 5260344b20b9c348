package ru.nastavnik.roadmap;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A training of mentors or the final event: what it was, when, and who took part. */
@Entity
public class Occasion {

    @Id
    private UUID id;

    private UUID programmeId;

    @Enumerated(EnumType.STRING)
    private OccasionKind kind;

    private @Nullable String subject;
    private LocalDate heldOn;
    private String reference;
    private @Nullable String practices;

    @ElementCollection
    @CollectionTable(name = "occasion_attendee", joinColumns = @JoinColumn(name = "occasion_id"))
    @Column(name = "person_id")
    private Set<UUID> attendees = new HashSet<>();

    protected Occasion() {}

    Occasion(
            UUID programmeId,
            OccasionKind kind,
            @Nullable String subject,
            LocalDate heldOn,
            String reference,
            @Nullable String practices,
            Collection<UUID> attendees) {
        this.id = UUID.randomUUID();
        this.programmeId = programmeId;
        this.kind = kind;
        this.subject = subject;
        this.heldOn = heldOn;
        this.reference = reference;
        this.practices = practices;
        this.attendees.addAll(attendees);
    }

    public UUID id() {
        return id;
    }

    public OccasionKind kind() {
        return kind;
    }

    /** @return what it was about; null when not said */
    public @Nullable String subject() {
        return subject;
    }

    public LocalDate heldOn() {
        return heldOn;
    }

    /** @return where its sheet lies, or an address */
    public String reference() {
        return reference;
    }

    /** @return best practices for the collection of the school; null when none */
    public @Nullable String practices() {
        return practices;
    }

    /** @return persons who took part */
    public Set<UUID> attendees() {
        return Set.copyOf(attendees);
    }
}
