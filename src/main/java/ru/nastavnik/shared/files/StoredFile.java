package ru.nastavnik.shared.files;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A file that proves something, without its content, which goes past the entity: {@link StoredContent}. */
@Entity
class StoredFile {

    @Id
    private UUID id;

    private UUID organisationId;
    private String taskId;
    private UUID subjectId;
    private String name;
    private String mediaType;
    private long sizeBytes;
    private String sha256;
    private UUID uploadedBy;
    private Instant uploadedAt;
    private boolean takenAway;

    protected StoredFile() {}
}
