package ru.nastavnik.shared.database;

/**
 * The application cannot start for a reason that whoever starts it can remove.
 * The message is one Russian sentence; {@link StartFailures} shows it without a stack trace.
 */
public class CannotStart extends RuntimeException {

    public CannotStart(String russianSentence) {
        super(russianSentence);
    }

    public CannotStart(String russianSentence, Throwable cause) {
        super(russianSentence, cause);
    }
}
