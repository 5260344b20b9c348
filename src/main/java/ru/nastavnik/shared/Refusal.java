package ru.nastavnik.shared;

/**
 * An action that cannot be done, with a sentence in Russian for the person who tried. Nothing has been changed: whoever
 * opened the transaction rolls it back.
 */
public class Refusal extends RuntimeException {

    /** Why: decides the HTTP status. */
    public enum Kind {
        /** The input must be mended (400). */
        INVALID_INPUT(400),
        /** The person may not do this (403). */
        FORBIDDEN(403),
        /** There is no such thing for this person (404). */
        NOT_FOUND(404),
        /** The thing is not in the state that the action needs, or it has already been done (409). */
        WRONG_STATE(409),
        /** Too many want the same at this moment (503). */
        BUSY(503);

        private final int httpStatus;

        Kind(int httpStatus) {
            this.httpStatus = httpStatus;
        }

        public int httpStatus() {
            return httpStatus;
        }
    }

    private final Kind kind;
    private final String sentence;

    private Refusal(Kind kind, String sentence) {
        super(sentence, null, false, false);
        this.kind = kind;
        this.sentence = sentence;
    }

    public static Refusal invalid(String sentence) {
        return new Refusal(Kind.INVALID_INPUT, sentence);
    }

    public static Refusal forbidden(String sentence) {
        return new Refusal(Kind.FORBIDDEN, sentence);
    }

    public static Refusal notFound(String sentence) {
        return new Refusal(Kind.NOT_FOUND, sentence);
    }

    public static Refusal wrongState(String sentence) {
        return new Refusal(Kind.WRONG_STATE, sentence);
    }

    /** @return what to tell the person */
    @Override
    public String getMessage() {
        return sentence;
    }

    public static Refusal busy(String sentence) {
        return new Refusal(Kind.BUSY, sentence);
    }

    public Kind kind() {
        return kind;
    }
}
