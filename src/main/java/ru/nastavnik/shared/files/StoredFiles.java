package ru.nastavnik.shared.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.tika.Tika;
import org.jspecify.annotations.Nullable;
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

    private static final int MAX_NAME = 255;
    /** What an archive may swell to before its kind is known: the deciding part stands among the first. */
    private static final long MAX_INFLATED = 100L * 1024 * 1024;

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    /** The first part that tells a kind of office document from any other archive. */
    private static final Map<String, String> OFFICE_PARTS = Map.of("word/document.xml", DOCX, "xl/workbook.xml", XLSX);

    private static final List<String> PLAIN_TYPES = List.of("application/pdf", "image/jpeg", "image/png");

    private final StoredFileRepository files;
    private final List<FileKeeper> keepers;
    private final SchoolClock clock;

    StoredFiles(StoredFileRepository files, List<FileKeeper> keepers, SchoolClock clock) {
        this.files = files;
        this.keepers = keepers;
        this.clock = clock;
    }

    /**
     * Keeps a file with what the task is about to which it was attached.
     *
     * @param subjectId business key of the task's process
     * @throws Refusal when it is empty, over 20 MB, or by its content none of PDF, JPEG, PNG, DOCX, XLSX
     */
    public StoredFileInfo attach(
            UUID organisationId,
            String taskId,
            UUID subjectId,
            @Nullable String name,
            byte[] content,
            UUID uploadedBy) {
        if (content.length == 0) {
            throw Refusal.invalid("Файл пуст. Выберите другой.");
        }
        if (content.length > MAX_BYTES) {
            throw tooLarge();
        }
        String mediaType = kindByContent(content)
                .orElseThrow(
                        () -> Refusal.invalid(
                                "Такой файл приложить нельзя. Подойдут PDF, фотография (JPEG, PNG), документ Word (DOCX) или таблица Excel (XLSX)."));
        return files.save(new StoredFile(
                        organisationId,
                        taskId,
                        subjectId,
                        plainName(name),
                        mediaType,
                        Sha256.of(content),
                        content,
                        uploadedBy,
                        clock.instant()))
                .info();
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

    @Transactional(readOnly = true)
    public byte[] content(UUID id) {
        return files.findById(id).orElseThrow(StoredFiles::noSuchFile).content();
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

    private static Optional<String> kindByContent(byte[] content) {
        String detected = Kinds.TIKA.detect(content);
        if (PLAIN_TYPES.contains(detected)) {
            return Optional.of(detected);
        }
        return "application/zip".equals(detected) || detected.startsWith("application/x-tika-ooxml")
                ? officeKind(content)
                : Optional.empty();
    }

    private static Optional<String> officeKind(byte[] content) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            long left = MAX_INFLATED;
            byte[] part = new byte[8192];
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String kind = OFFICE_PARTS.get(entry.getName());
                if (kind != null) {
                    return Optional.of(kind);
                }
                for (int read = zip.read(part); read >= 0; read = zip.read(part)) {
                    left -= read;
                    if (left < 0) {
                        return Optional.empty();
                    }
                }
            }
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The last part of the path, without what a file system, a header or an eye would stumble over. */
    private static String plainName(@Nullable String name) {
        String last = name == null ? "" : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain =
                last.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\"<>|:*?]", "_").strip();
        if (plain.isEmpty()) {
            return "файл";
        }
        return plain.length() > MAX_NAME ? plain.substring(plain.length() - MAX_NAME) : plain;
    }

    /** Tika's list of kinds is long: read when the first file comes, not at the start. */
    private static final class Kinds {

        static final Tika TIKA = new Tika();
    }
}
