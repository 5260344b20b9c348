package ru.nastavnik.shared.files;

import java.time.Instant;
import java.util.UUID;

/** A stored file without its content. */
public record StoredFileInfo(
        UUID id,
        UUID organisationId,
        String taskId,
        UUID subjectId,
        String name,
        String mediaType,
        long sizeBytes,
        String sha256,
        UUID uploadedBy,
        Instant uploadedAt) {}
