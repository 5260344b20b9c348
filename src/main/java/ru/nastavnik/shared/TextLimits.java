package ru.nastavnik.shared;

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
    public static String checked(String text, int longest) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > longest) {
            throw Refusal.invalid("Текст длиннее " + longest + " знаков. Сократите его.");
        }
        return text.strip();
    }
}
