package ru.nastavnik.consent;

/** What has become of a request for a consent. A refusal is an answer. */
public enum ConsentState {
    AWAITED("Ждём согласия"),
    GIVEN("Согласие получено"),
    REFUSED("Отказ"),
    WITHDRAWN("Согласие отозвано"),
    /** Nobody waits for an answer any more: the person has refused to take part, or the programme has ended. */
    TAKEN_BACK("Запрос снят");

    private final String title;

    ConsentState(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
