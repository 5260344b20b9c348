package ru.nastavnik.participants;

/** How far a participant of a programme has come. */
public enum ParticipantState {
    /** Named: the name and the topics are kept, nothing else until the consents are given. */
    APPLIED("Заявка"),
    IN_BANK("Включён в банк"),
    /** Chosen from the bank to work in this programme. */
    SELECTED("Выбран из банка"),
    /** Refused a consent: that is an answer. */
    REFUSED("Отказ"),
    LEFT("Выбыл"),
    /** Ended the search for a mentor by their own word. */
    SEARCH_ENDED("Поиск завершён");

    private final String title;

    ParticipantState(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
