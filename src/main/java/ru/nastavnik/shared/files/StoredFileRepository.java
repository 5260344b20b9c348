package ru.nastavnik.shared.files;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface StoredFileRepository extends Repository<StoredFile, UUID> {

    String INFO = "select new ru.nastavnik.shared.files.StoredFileInfo(f.id, f.organisationId, f.taskId, f.subjectId, "
            + "f.name, f.mediaType, f.sizeBytes, f.sha256, f.uploadedBy, f.uploadedAt) from StoredFile f ";

    @Query(INFO + "where f.id = :id")
    Optional<StoredFileInfo> infoOf(UUID id);

    @Query(INFO + "where f.subjectId = :subjectId and not f.takenAway order by f.uploadedAt")
    List<StoredFileInfo> ofSubject(UUID subjectId);

    @Modifying
    @Query("delete from StoredFile f where f.id = :id")
    void deleteById(UUID id);

    @Modifying
    @Query("update StoredFile f set f.takenAway = true where f.id = :id")
    void takeAway(UUID id);
}
