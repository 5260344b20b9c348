package ru.nastavnik.mentorship;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;

/** One text of a personal programme: what it is for, and what will be done. Never changed once it is written. */
@Entity
public class PersonalProgrammeVersion {

    @Id
    private UUID id;

    private UUID personalProgrammeId;
    private int number;
    private String goal;
    private Instant draftedAt;

    @ElementCollection
    @CollectionTable(name = "personal_programme_item", joinColumns = @JoinColumn(name = "version_id"))
    @OrderColumn(name = "position")
    @Column(name = "what")
    @BatchSize(size = 100)
    private List<String> items = new ArrayList<>();

    protected PersonalProgrammeVersion() {}

    PersonalProgrammeVersion(UUID personalProgrammeId, int number, String goal, String content, Instant draftedAt) {
        this.id = UUID.randomUUID();
        this.personalProgrammeId = personalProgrammeId;
        this.number = number;
        this.goal = goal;
        this.draftedAt = draftedAt;
        content.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(items::add);
    }

    public UUID id() {
        return id;
    }

    public UUID personalProgrammeId() {
        return personalProgrammeId;
    }

    public int number() {
        return number;
    }

    public String goal() {
        return goal;
    }

    /** @return what will be done, each on a line of its own */
    public String content() {
        return String.join("\n", items);
    }
}
