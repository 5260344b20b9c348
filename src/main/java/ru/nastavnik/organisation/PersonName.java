package ru.nastavnik.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ru.nastavnik.shared.RussianDate;

/**
 * What a person is called, and what tells them apart from others of that name.
 *
 * @param position what the person works as; the class of a pupil
 */
record PersonName(
        String last,
        String first,
        @Nullable String middle,
        @Nullable String position,
        @Nullable LocalDate born) {

    /** @return «Иванова А. П.» */
    String initialled() {
        return last + initial(first) + (middle == null ? "" : initial(middle));
    }

    private static String initial(String name) {
        return " " + Character.toString(name.codePointAt(0)) + ".";
    }

    /** @return «Иванова Анна Петровна» */
    String full() {
        return middle == null ? last + " " + first : last + " " + first + " " + middle;
    }

    /** @return «Иванова Анна Петровна, 9 «А»» */
    String withPosition() {
        return position == null ? full() : full() + ", " + position;
    }

    /** @return «Иванова Анна Петровна, 9 «А», род. 14.02.2011» */
    String withBirthDate() {
        return born == null ? withPosition() : withPosition() + ", род. " + RussianDate.of(born);
    }
}
