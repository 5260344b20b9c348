package ru.nastavnik.shared;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How Russian names are found and put in order, the same wherever they are kept: PostgreSQL orders by the locale that it
 * was set up with, «Ёлкина» before «Агеев» in some. The lists of forms search by the same rule, in
 * {@code static/js/camunda/search.js}.
 */
public final class RussianText {

    private static final String APOSTROPHES = "'’‘‛ʼʹ`´′＇";
    /** The same keys of a keyboard, with and without Shift. */
    private static final String LATIN_KEYS = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>";

    private static final String RUSSIAN_KEYS = "ёйцукенгшщзхъфывапролджэячсмитьбюЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ";

    private RussianText() {}

    /**
     * Whether a text is what somebody searches for.
     *
     * @param typed words in any order, each of them a part of the text, with «е» for «ё», whichever dash and apostrophe, or
     *              typed without changing the keyboard to Russian («bdfyjdf»); blank for everything
     */
    public static boolean finds(String typed, String text) {
        String searched = key(text);
        return typed.isBlank()
                || Stream.of(typed, inRussianKeys(typed))
                        .map(RussianText::key)
                        .anyMatch(words -> !words.isEmpty()
                                && Arrays.stream(words.split(" ")).allMatch(searched::contains));
    }

    /** @return what is the same for texts that people take for the same: «Алёна Соловьёва-Ким» is «АЛЕНА СОЛОВЬЕВА КИМ» */
    public static String key(String text) {
        StringBuilder key = new StringBuilder();
        letters(text)
                .toUpperCase(Locale.ROOT)
                .replace('Ё', 'Е')
                .codePoints()
                .map(Written::russian)
                .forEach(key::appendCodePoint);
        return key.toString();
    }

    /** Orders by a text as a Russian dictionary does: «Ё» between «Е» and «Ж», whatever the case, the dash or the form. */
    public static <T> Comparator<T> by(Function<T, String> text) {
        return Comparator.comparing((T one) -> place(text.apply(one))).thenComparing(text);
    }

    /** No letter comes after the sign that stands behind this «е». */
    private static String place(String text) {
        return letters(text).toLowerCase(Locale.ROOT).replace("ё", "е\uffff");
    }

    /** @return the letters and digits of the text, composed, with one space wherever anything else stands between them */
    private static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(sign -> {
            if (Character.isLetterOrDigit(sign) && APOSTROPHES.indexOf(sign) < 0) {
                letters.appendCodePoint(sign);
            } else if (separates(sign) && !letters.isEmpty() && letters.charAt(letters.length() - 1) != ' ') {
                letters.append(' ');
            }
        });
        return letters.toString().strip();
    }

    /** An accent on a letter, an apostrophe and a sign that nobody sees stand inside a word. */
    private static boolean separates(int sign) {
        int type = Character.getType(sign);
        return type != Character.NON_SPACING_MARK && type != Character.FORMAT && APOSTROPHES.indexOf(sign) < 0;
    }

    private static String inRussianKeys(String typed) {
        StringBuilder russian = new StringBuilder();
        typed.codePoints().forEach(sign -> {
            int key = LATIN_KEYS.indexOf(sign);
            russian.appendCodePoint(key < 0 ? sign : RUSSIAN_KEYS.charAt(key));
        });
        return russian.toString();
    }
}
