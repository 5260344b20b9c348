package ru.nastavnik.notification;

/** What a person is told. The sentences carry no names: they go by mail too. */
public enum NoticeKind {
    MEASURE_LATE("Срок мероприятия дорожной карты прошёл. Откройте задачу и отметьте, что сделано.", "/roadmap"),
    CONSENT_AWAITED(
            "Школа ждёт вашего ответа: согласие на участие в наставничестве. Откройте «Задачи».",
            "/camunda/app/tasklist/default/"),
    ACKNOWLEDGEMENT_AWAITED("Вас просят ознакомиться с документом школы.", "/acknowledgements"),
    MENTORSHIP_CANCELLED(
            "Школа предупреждает об отмене наставничества: оно прекратится не раньше чем через три "
                    + "рабочих дня после предупреждения. Срок уточните у куратора.",
            "/pairs"),
    ERASURE_DUE(
            "Отозвано согласие на обработку персональных данных: данные этого человека нужно уничтожить, кроме "
                    + "документов, которые школа обязана хранить.",
            "/consents");

    private final String sentence;
    private final String page;

    NoticeKind(String sentence, String page) {
        this.sentence = sentence;
        this.page = page;
    }

    public String sentence() {
        return sentence;
    }

    /** @return path of the page where the person can do something about it */
    public String page() {
        return page;
    }
}
