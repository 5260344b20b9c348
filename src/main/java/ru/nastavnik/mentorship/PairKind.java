package ru.nastavnik.mentorship;

/** How many are mentored together. The limit of mentees counts pairs, groups are counted apart (S4-2.6). */
public enum PairKind {
    INDIVIDUAL("Пара"),
    GROUP("Группа");

    private final String title;

    PairKind(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
