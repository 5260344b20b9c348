package ru.nastavnik.consent;

/** Who gives a consent. */
public enum Giver {
    SELF("Участник"),
    /** The legal representative of a minor. */
    REPRESENTATIVE("Законный представитель");

    private final String title;

    Giver(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
