package ru.nastavnik.roadmap;

/** What kind of occasion it was. */
public enum OccasionKind {
    ORIENTATION("Установочная сессия"),
    CONSULTATION("Консультация"),
    EXCHANGE("Обмен опытом"),
    CONFERENCE("Конференция"),
    SEMINAR("Семинар"),
    ROUND_TABLE("Круглый стол"),
    COUNCIL("Педагогический совет"),
    OTHER("Другое");

    private final String title;

    OccasionKind(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
