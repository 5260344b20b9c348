package ru.nastavnik.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The same, written otherwise: people type a number or a login with one dash or another, in Russian or in Latin letters
 * that look alike, with a sign before it or without. What they typed is kept; this is how it is compared.
 */
public final class Written {

    private static final String LATIN = "ABCEHKMOPTXY";
    private static final String RUSSIAN = "АВСЕНКМОРТХУ";
    private static final String SMALL_LATIN = "aceopxy";
    private static final String SMALL_RUSSIAN = "асеорху";
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cc}]");
    /** «№ № 5», «N 5», «No. 5». */
    private static final Pattern SIGN = Pattern.compile("^(?:[\\s\\p{Z}№]|[Nn][oOоОº°]?\\.?(?=[\\s\\p{Z}№\\d]))+");

    private Written() {}

    /** @return the number without the sign before it */
    public static String number(String typed) {
        return SIGN.matcher(UNSEEN.matcher(typed).replaceAll(""))
                .replaceFirst("")
                .strip();
    }

    /** @return a number as it is compared: «№ 45 – од», with whatever dash and whichever «о», is «45-ОД» */
    public static String numberKey(String typed) {
        StringBuilder key = new StringBuilder();
        Normalizer.normalize(number(typed).replace("№", ""), Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .codePoints()
                .filter(sign -> !Character.isWhitespace(sign) && !Character.isSpaceChar(sign))
                .map(sign -> Character.getType(sign) == Character.DASH_PUNCTUATION || sign == '−' ? '-' : sign)
                .map(Written::russian)
                .forEach(key::appendCodePoint);
        return key.toString();
    }

    /** @return a login as it is kept: in small Latin letters, without spaces around it */
    public static String login(@Nullable String typed) {
        StringBuilder login = new StringBuilder();
        UNSEEN.matcher(typed == null ? "" : typed)
                .replaceAll("")
                .strip()
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .map(sign -> Character.getType(sign) == Character.DASH_PUNCTUATION || sign == '−' ? '-' : sign)
                .map(sign -> replaced(sign, SMALL_RUSSIAN, SMALL_LATIN))
                .forEach(login::appendCodePoint);
        return login.toString();
    }

    /** @return for a capital Latin letter the Russian one that looks the same */
    static int russian(int sign) {
        return replaced(sign, LATIN, RUSSIAN);
    }

    private static int replaced(int sign, String from, String to) {
        int at = from.indexOf(sign);
        return at < 0 ? sign : to.charAt(at);
    }
}
