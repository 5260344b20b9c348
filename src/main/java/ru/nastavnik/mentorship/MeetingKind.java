package ru.nastavnik.mentorship;

/** Kinds of meetings in the order in which they come (S4-R2.19–24). */
public enum MeetingKind {
    FIRST("Первая, организационная"),
    TRIAL("Пробная рабочая"),
    PLANNING("Встреча-планирование"),
    REGULAR("Регулярная"),
    FINAL_PAIR("Заключительная");

    private final String title;

    MeetingKind(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /**
     * @param position place of the meeting among the pair's meetings by date, from 0
     * @return its kind, unless it is the final one
     */
    static MeetingKind inOrder(int position) {
        return switch (position) {
            case 0 -> FIRST;
            case 1 -> TRIAL;
            case 2 -> PLANNING;
            default -> REGULAR;
        };
    }
}
