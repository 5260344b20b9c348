package ru.nastavnik.documents;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import ru.nastavnik.shared.RussianDate;

/**
 * Somebody has to agree to an act before it is approved.
 *
 * @param body     who: «Педагогический совет»
 * @param minutes  number of the minutes where it stands; null before
 * @param agreedOn date of the minutes; null before
 */
@Embeddable
record Agreement(String body, String minutes, LocalDate agreedOn) {

    static Agreement awaitedOf(String body) {
        return new Agreement(body, null, null);
    }

    boolean given() {
        return agreedOn != null;
    }

    /** @return «Педагогический совет: протокол № 1 от 29.08.2025» */
    String stamp() {
        return body + ": протокол № " + minutes + " от " + RussianDate.of(agreedOn);
    }
}
