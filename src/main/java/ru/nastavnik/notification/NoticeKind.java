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
    TASK_TAKEN_AWAY("Куратор забрал у вас задачу: её сделает другой.", "/camunda/app/tasklist/default/"),
    STEP_GIVEN_UP(
            "Программа не смогла выполнить шаг и больше не пробует. Сообщите администратору: у него записана причина.",
            "/"),
    STEP_TO_REPAIR(
            "Шаг не выполнен после всех повторов. Устраните причину и повторите его: «Ход процессов», незавершённая "
                    + "работа с ошибкой.",
            "/camunda/app/cockpit/default/"),
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
