package ru.nastavnik.mentorship;

import java.util.UUID;
import ru.nastavnik.consent.ConsentKind;

/**
 * A consent that a pair still needs before it may stand in an order (E4).
 *
 * @param personId whose consent it is
 * @param kind     to what
 */
public record MissingConsent(UUID personId, ConsentKind kind) {

    /** @return «дополнительные обязанности» */
    public String what() {
        return kind.what();
    }
}
