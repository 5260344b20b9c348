package ru.nastavnik.shared.files;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.SchoolClock;

/** Files that prove something: scans, protocols, tables. Who may see one is decided by whoever asks. */
@Service
@Transactional
public class StoredFiles {

    /** 20 MB. */
    public static final int MAX_BYTES = 20 * 1024 * 1024;

    private static final String INSERT = "insert into stored_file (id, organisation_id, task_id, subject_id, name, "
            + "media_type, size_bytes, sha256, content, uploaded_by, uploaded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final StoredFileRepository files;
    private final List<FileKeeper> keepers;
    private final JdbcTemplate database;
    private final SchoolClock clock;

    StoredFiles(StoredFileRepository files, List<FileKeeper> keepers, JdbcTemplate database, SchoolClock clock) {
        this.files = files;
        this.keepers = keepers;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Keeps a file with what the task is about to which it was attached.
     *
     * @param subjectId business key of the task's process
     * @param size bytes that the content has
     * @throws Refusal when it is empty, over 20 MB, by its content none of PDF, JPEG, PNG, DOCX, XLSX, holds macros, would
     *     not open, or is named as something else
     */
    public StoredFileInfo attach(
            UUID organisationId,
            String taskId,
            UUID subjectId,
            @Nullable String name,
            InputStreamSource content,
            long size,
            UUID uploadedBy)
            throws IOException {
        if (size == 0) {
            throw Refusal.invalid("Файл пуст. Выберите другой.");
        }
        if (size > MAX_BYTES) {
            throw tooLarge();
        }
        FileKind kind = FileContent.kind(content, size);
        StoredFileInfo file = new StoredFileInfo(
                UUID.randomUUID(),
                organisationId,
                taskId,
                subjectId,
                FileName.checked(name, kind),
                kind.mediaType(),
                size,
                Sha256.of(content),
                uploadedBy,
                // As exact as the database keeps it.
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        insert(file, content);
        return file;
    }

    /** The driver takes the content from the stream; an entity would hold it whole, twice. */
    private void insert(StoredFileInfo file, InputStreamSource content) throws IOException {
        try (InputStream in = content.getInputStream()) {
            database.update(INSERT, row -> {
                row.setObject(1, file.id());
                row.setObject(2, file.organisationId());
                row.setString(3, file.taskId());
                row.setObject(4, file.subjectId());
                row.setString(5, file.name());
                row.setString(6, file.mediaType());
                row.setLong(7, file.sizeBytes());
                row.setString(8, file.sha256());
                row.setBinaryStream(9, in, file.sizeBytes());
                row.setObject(10, file.uploadedBy());
                row.setObject(11, file.uploadedAt().atOffset(ZoneOffset.UTC));
            });
        }
    }

    public static Refusal tooLarge() {
        return Refusal.invalid("Файл больше 20 МБ. Уменьшите его (например, сохраните скан с меньшим качеством).");
    }

    /** @return what has been attached to any task about this, the oldest first */
    @Transactional(readOnly = true)
    public List<StoredFileInfo> ofSubject(UUID subjectId) {
        return files.ofSubject(subjectId);
    }

    /** @throws Refusal NOT_FOUND when there is no such file */
    @Transactional(readOnly = true)
    public StoredFileInfo info(UUID id) {
        return files.infoOf(id).orElseThrow(StoredFiles::noSuchFile);
    }

    /** @return its content, which is read when it is sent: outside any transaction, however long that takes */
    public Resource content(StoredFileInfo file) {
        return new StoredContent(database, file);
    }

    /**
     * Takes away a file attached by mistake; only whoever attached it may. It is gone, unless something that was decided
     * on refers to it: then it is only no longer shown with the task.
     */
    public void remove(UUID id, UUID account) {
        if (!info(id).uploadedBy().equals(account)) {
            throw Refusal.forbidden("Убрать файл может только тот, кто его приложил.");
        }
        if (keepers.stream().anyMatch(keeper -> keeper.keeps(id))) {
            files.takeAway(id);
        } else {
            files.deleteById(id);
        }
    }

    private static Refusal noSuchFile() {
        return Refusal.notFound("Такого файла нет.");
    }
}
