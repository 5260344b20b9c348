package ru.nastavnik.shared.files;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A file that proves something. Kept in our tables, its content never changed. */
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
    private byte[] content;
    private UUID uploadedBy;
    private Instant uploadedAt;
    private boolean takenAway;

    protected StoredFile() {}

    StoredFile(
            UUID organisationId,
            String taskId,
            UUID subjectId,
            String name,
            String mediaType,
            String sha256,
            byte[] content,
            UUID uploadedBy,
            Instant uploadedAt) {
        this.id = UUID.randomUUID();
        this.organisationId = organisationId;
        this.taskId = taskId;
        this.subjectId = subjectId;
        this.name = name;
        this.mediaType = mediaType;
        this.sizeBytes = content.length;
        this.sha256 = sha256;
        this.content = content;
        this.uploadedBy = uploadedBy;
        this.uploadedAt = uploadedAt;
    }

    public UUID id() {
        return id;
    }

    StoredFileInfo info() {
        return new StoredFileInfo(
                id, organisationId, taskId, subjectId, name, mediaType, sizeBytes, sha256, uploadedBy, uploadedAt);
    }

    byte[] content() {
        return content;
    }

    UUID uploadedBy() {
        return uploadedBy;
    }
}
