package ru.nastavnik.shared.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.tika.Tika;
import org.springframework.core.io.InputStreamSource;
import ru.nastavnik.shared.Refusal;

/** Looks into a file, a piece at a time, to see what it is. */
final class FileContent {

    /** What an archive may swell to before it is given up. */
    private static final long MAX_INFLATED = 100L * 1024 * 1024;
    /** As much as tells the kind of a file. */
    private static final int HEAD = 64 * 1024;
    /** The end of an archive: 22 bytes, and a remark of up to 65,535. */
    private static final int MAX_TAIL = 22 + 65_535;

    private static final byte[] END_OF_ARCHIVE = {'P', 'K', 5, 6};
    private static final String CONTENTS = "[Content_Types].xml";
    /** In the name of a part, or in the list of what the parts are. */
    private static final Pattern MACRO =
            Pattern.compile("vbaProject|macroEnabled|xl/macrosheets/", Pattern.CASE_INSENSITIVE);

    private static final String OTHER =
            "Такой файл приложить нельзя. Подойдут PDF, фотография (JPEG, PNG), документ Word (DOCX) или таблица Excel (XLSX).";
    private static final String MACROS = "В документе есть макросы: такой приложить нельзя. Сохраните его "
            + "без макросов (DOCX, XLSX) или как PDF.";
    private static final String BROKEN =
            "Документ не открывается: файл повреждён или дошёл не целиком. Приложите его ещё раз.";

    private static final Tika TIKA = new Tika();

    private FileContent() {}

    /**
     * @param size bytes that it has
     * @throws Refusal when it is none that may be attached, holds macros, or would not open
     */
    static FileKind kind(InputStreamSource content, long size) throws IOException {
        byte[] head;
        try (InputStream in = content.getInputStream()) {
            head = in.readNBytes(HEAD);
        }
        String detected = TIKA.detect(head);
        for (FileKind kind : new FileKind[] {FileKind.PDF, FileKind.JPEG, FileKind.PNG}) {
            if (kind.mediaType().equals(detected)) {
                return kind;
            }
        }
        if (!detected.equals("application/zip") && !detected.startsWith("application/x-tika-ooxml")) {
            throw Refusal.invalid(OTHER);
        }
        Set<String> parts = parts(content);
        if (parts.contains(CONTENTS) && !ended(content, size)) {
            throw Refusal.invalid(BROKEN);
        }
        return officeKind(parts).orElseThrow(() -> Refusal.invalid(OTHER));
    }

    private static Optional<FileKind> officeKind(Set<String> parts) {
        if (!parts.contains(CONTENTS)) {
            return Optional.empty();
        }
        return parts.contains("word/document.xml")
                ? Optional.of(FileKind.DOCX)
                : parts.contains("xl/workbook.xml") ? Optional.of(FileKind.XLSX) : Optional.empty();
    }

    /** Reads every part to its end: a macro may stand last, and only a part that is whole can be opened. */
    private static Set<String> parts(InputStreamSource content) throws IOException {
        Set<String> names = new HashSet<>();
        long left = MAX_INFLATED;
        byte[] piece = new byte[8192];
        try (ZipInputStream zip = new ZipInputStream(content.getInputStream())) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                names.add(name);
                if (MACRO.matcher(name).find()) {
                    throw Refusal.invalid(MACROS);
                }
                ByteArrayOutputStream contents = new ByteArrayOutputStream();
                for (int read = zip.read(piece); read >= 0; read = zip.read(piece)) {
                    left -= read;
                    if (left < 0) {
                        throw Refusal.invalid(OTHER);
                    }
                    if (name.equals(CONTENTS) && contents.size() < HEAD) {
                        contents.write(piece, 0, read);
                    }
                }
                if (MACRO.matcher(contents.toString(StandardCharsets.UTF_8)).find()) {
                    throw Refusal.invalid(MACROS);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw Refusal.invalid(names.contains(CONTENTS) ? BROKEN : OTHER);
        }
        return names;
    }

    /** An archive ends with its list of parts: one that was cut off after a part reads well and does not open. */
    private static boolean ended(InputStreamSource content, long size) throws IOException {
        byte[] tail;
        try (InputStream in = content.getInputStream()) {
            in.skipNBytes(Math.max(0, size - MAX_TAIL));
            tail = in.readAllBytes();
        }
        for (int at = tail.length - 22; at >= 0; at--) {
            if (tail[at] == END_OF_ARCHIVE[0]
                    && tail[at + 1] == END_OF_ARCHIVE[1]
                    && tail[at + 2] == END_OF_ARCHIVE[2]
                    && tail[at + 3] == END_OF_ARCHIVE[3]) {
                return true;
            }
        }
        return false;
    }
}
