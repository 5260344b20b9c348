package ru.nastavnik.participants;

/** Which of the two banks a participant belongs to. */
public enum Side {
    MENTOR("Наставник", "Наставники"),
    MENTEE("Наставляемый", "Наставляемые");

    private final String title;
    private final String bankTitle;

    Side(String title, String bankTitle) {
        this.title = title;
        this.bankTitle = bankTitle;
    }

    public String title() {
        return title;
    }

    /** @return the side's people together: «Наставники» */
    public String bankTitle() {
        return bankTitle;
    }
}
