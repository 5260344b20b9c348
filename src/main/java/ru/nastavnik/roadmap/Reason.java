package ru.nastavnik.roadmap;

import ru.nastavnik.shared.Refusal;

/** Why something is decided: always there, and never longer than is kept. */
final class Reason {

    private static final int LONGEST = 4000;

    private Reason() {}

    /**
     * @param missing what to tell when there is none
     * @return the reason, without blanks around it
     */
    static String demanded(String text, String missing) {
        if (text == null || text.isBlank()) {
            throw Refusal.invalid(missing);
        }
        if (text.strip().length() > LONGEST) {
            throw Refusal.invalid("Текст длиннее " + LONGEST + " знаков. Сократите его.");
        }
        return text.strip();
    }
}
