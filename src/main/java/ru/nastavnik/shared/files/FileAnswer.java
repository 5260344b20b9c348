package ru.nastavnik.shared.files;

import java.nio.charset.StandardCharsets;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * How a stored file is sent. Whatever it holds, it does nothing in our name: its kind is never guessed, it loads nothing
 * and no page may hold it. A picture is locked up as well; a document is not, many browsers would refuse to show it.
 */
public final class FileAnswer {

    private FileAnswer() {}

    public static ResponseEntity<Resource> of(StoredFileInfo file, Resource content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Content-Security-Policy", policy(file.mediaType()))
                .header("X-Content-Type-Options", "nosniff")
                .body(content);
    }

    private static String policy(String mediaType) {
        return MediaType.APPLICATION_PDF_VALUE.equals(mediaType)
                ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'"
                : "sandbox; default-src 'none'";
    }
}
