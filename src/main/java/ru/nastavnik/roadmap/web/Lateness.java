package ru.nastavnik.roadmap.web;

import org.jspecify.annotations.Nullable;

/** How lateness is said at school. */
final class Lateness {

    private Lateness() {}

    /** @return «Срок прошёл 3 дня назад»; null when nothing is late */
    static @Nullable String sentence(long days) {
        if (days <= 0) {
            return null;
        }
        return days == 1 ? "Срок прошёл вчера" : "Срок прошёл " + days + " " + word(days) + " назад";
    }

    private static String word(long days) {
        long lastTwo = days % 100;
        if (lastTwo >= 11 && lastTwo <= 14) {
            return "дней";
        }
        return switch ((int) (days % 10)) {
            case 1 -> "день";
            case 2, 3, 4 -> "дня";
            default -> "дней";
        };
    }
}
