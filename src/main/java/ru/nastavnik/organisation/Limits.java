package ru.nastavnik.organisation;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ru.nastavnik.shared.Refusal;

/** How long what is typed about people may be. */
final class Limits {

    private static final int BASIS = 300;
    private static final int NAME = 100;
    private static final int ABOUT = 200;

    private static final Pattern SPACES = Pattern.compile("[\\p{Cc}\\p{Z}]+");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cn}]");

    private Limits() {}

    static String lastName(String value) {
        return name(value, "фамилию");
    }

    static String firstName(String value) {
        return name(value, "имя");
    }

    static @Nullable String middleName(@Nullable String value) {
        return fitting(value, NAME, "Отчество");
    }

    static @Nullable String positionTitle(@Nullable String value) {
        return fitting(value, ABOUT, "Должность");
    }

    static @Nullable String email(@Nullable String value) {
        return fitting(value, ABOUT, "Адрес почты");
    }

    /** @throws Refusal when there is no order or other document */
    static String basis(String value) {
        String basis = stripped(value);
        if (basis == null || basis.length() > BASIS) {
            throw Refusal.invalid("Укажите основание: номер и дату приказа (до " + BASIS + " знаков).");
        }
        return basis;
    }

    private static String name(String value, String what) {
        String name = stripped(value);
        if (name == null || name.length() > NAME) {
            throw Refusal.invalid("Укажите " + what + " (до " + NAME + " знаков).");
        }
        return name;
    }

    private static @Nullable String fitting(@Nullable String value, int longest, String what) {
        String text = stripped(value);
        if (text != null && text.length() > longest) {
            throw Refusal.invalid(what + " — не длиннее " + longest + " знаков. Сократите.");
        }
        return text;
    }

    /** Without what nobody sees: signs of control, of no width, of the direction of writing, spaces beside spaces. */
    private static @Nullable String stripped(@Nullable String value) {
        if (value == null) {
            return null;
        }
        String seen =
                UNSEEN.matcher(Normalizer.normalize(value, Normalizer.Form.NFC)).replaceAll("");
        String text = SPACES.matcher(seen).replaceAll(" ").strip();
        return text.isEmpty() ? null : text;
    }
}
