package ru.nastavnik.shared.files;

import java.util.List;

/** What may be attached. */
enum FileKind {
    PDF("application/pdf", "PDF", "pdf"),
    JPEG("image/jpeg", "фотография", "jpg jpeg jpe jfif png"),
    PNG("image/png", "изображение", "png jpg jpeg"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "документ Word (DOCX)", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "таблица Excel (XLSX)", "xlsx");

    private final String mediaType;
    private final String title;
    /** The usual one first. */
    private final String endings;

    FileKind(String mediaType, String title, String endings) {
        this.mediaType = mediaType;
        this.title = title;
        this.endings = endings;
    }

    String mediaType() {
        return mediaType;
    }

    String title() {
        return title;
    }

    /** @return for a name that has none */
    String ending() {
        return endings.split(" ", 2)[0];
    }

    /** Pictures are often named by each other's ending; a browser shows them all the same. */
    boolean mayEndIn(String ending) {
        return List.of(endings.split(" ", -1)).contains(ending);
    }
}
