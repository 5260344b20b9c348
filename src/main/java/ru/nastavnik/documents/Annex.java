package ru.nastavnik.documents;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/**
 * A file that belongs to a version of an act.
 *
 * @param title  as it is called in the act
 * @param fileId the stored file
 */
@Embeddable
public record Annex(String title, UUID fileId) {}
