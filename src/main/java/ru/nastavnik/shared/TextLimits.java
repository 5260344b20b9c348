package ru.nastavnik.shared;

import org.jspecify.annotations.Nullable;

/** How long texts may be that people type in; the columns are as wide. */
public final class TextLimits {

    /** A reason, a remark, a conclusion. */
    public static final int TEXT = 4000;
    /** Where a paper lies. */
    public static final int PROOF = 300;

    private TextLimits() {}

    /**
     * @return the trimmed text; null when nothing was typed
     * @throws Refusal when it is too long
     */
    public static @Nullable String checked(@Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String stripped = text.strip();
        if (stripped.length() > longest) {
            throw Refusal.invalid("Текст длиннее " + longest + " знаков. Сократите его.");
        }
        return stripped;
    }

    /**
     * @param missing what to tell when nothing was typed
     * @return the trimmed text
     * @throws Refusal when it is missing or too long
     */
    public static String demanded(@Nullable String text, int longest, String missing) {
        String typed = checked(text, longest);
        if (typed == null) {
            throw Refusal.invalid(missing);
        }
        return typed;
    }
}
