package ru.nastavnik.roadmap;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** News of the programme on the school's site, and the stages that it tells of. */
@Entity
public class Publication {

    @Id
    private UUID id;

    private UUID programmeId;
    private String link;
    private LocalDate publishedOn;

    @ElementCollection
    @CollectionTable(name = "publication_stage", joinColumns = @JoinColumn(name = "publication_id"))
    @Column(name = "stage_id")
    private Set<UUID> stageIds = new HashSet<>();

    protected Publication() {}

    Publication(UUID programmeId, String link, LocalDate publishedOn, Collection<UUID> stageIds) {
        this.id = UUID.randomUUID();
        this.programmeId = programmeId;
        this.link = link;
        this.publishedOn = publishedOn;
        this.stageIds.addAll(stageIds);
    }

    /** The same publication may tell of more stages than was said at first. */
    void tellsOf(Collection<UUID> moreStageIds) {
        stageIds.addAll(moreStageIds);
    }

    public String link() {
        return link;
    }

    public LocalDate publishedOn() {
        return publishedOn;
    }

    public Set<UUID> stageIds() {
        return Set.copyOf(stageIds);
    }
}
