package ru.nastavnik.shared.files;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ru.nastavnik.shared.Refusal;

/** The name under which a file is kept and opened again: what it seems to be is what it is. */
final class FileName {

    private static final int LONGEST = 255;
    /** What the eye does not see, or what turns the order of letters round: a program then reads as a PDF. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\p{Zl}\\p{Zp}]");
    /** What a file system or a header would stumble over. */
    private static final Pattern AWKWARD = Pattern.compile("[\"<>|:*?]");

    private static final Pattern ENDING = Pattern.compile("\\.(?=\\w*[A-Za-z])([A-Za-z0-9]{1,10})$");

    private FileName() {}

    /**
     * @param name as the browser sent it, perhaps with a path
     * @return the last part of the path, with the ending of its kind
     * @throws Refusal when it is no name, hides signs, or ends as something else than the file is
     */
    static String checked(@Nullable String name, FileKind kind) {
        String path = name == null ? "" : Normalizer.normalize(name, Normalizer.Form.NFC);
        String last = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        if (UNSEEN.matcher(last).find()) {
            throw Refusal.invalid("В имени файла есть невидимые знаки. Переименуйте файл и приложите его снова.");
        }
        String plain = AWKWARD.matcher(last)
                .replaceAll("_")
                .replaceFirst("[\\s.]+$", "")
                .strip();
        if (plain.isEmpty()) {
            throw Refusal.invalid("У файла нет имени. Переименуйте файл и приложите его снова.");
        }
        Matcher ending = ENDING.matcher(plain);
        if (!ending.find()) {
            plain += "." + kind.ending();
        } else if (!kind.mayEndIn(ending.group(1).toLowerCase(Locale.ROOT))) {
            throw Refusal.invalid(
                    "Имя файла заканчивается на «%s», а внутри %s. Переименуйте файл и приложите его снова."
                            .formatted(ending.group(), kind.title()));
        }
        return shortened(plain);
    }

    /** The end stays: it says what the file is. */
    private static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        int from = name.length() - LONGEST;
        return name.substring(Character.isLowSurrogate(name.charAt(from)) ? from + 1 : from);
    }
}
