package ru.nastavnik.documents;

/** Where a local act stands. */
public enum ActState {
    DRAFT("Черновик"),
    ON_AGREEMENT("На согласовании"),
    ON_APPROVAL("На утверждении"),
    RETURNED("На доработке"),
    APPROVED("Утверждён, ждёт номера"),
    IN_FORCE("В силе"),
    REPEALED("Утратил силу"),
    REJECTED("Отклонён"),
    NOT_REQUIRED("Сейчас не требуется");

    private final String title;

    ActState(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
