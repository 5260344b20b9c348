package ru.nastavnik.documents;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.nastavnik.shared.RussianDate;

/**
 * Somebody has to agree to an act before it is approved.
 *
 * @param body     who: «Педагогический совет»
 * @param minutes  number of the minutes where it stands; null before
 * @param agreedOn date of the minutes; null before
 */
@Embeddable
record Agreement(
        String body, @Nullable String minutes, @Nullable LocalDate agreedOn) {

    static Agreement awaitedOf(String body) {
        return new Agreement(body, null, null);
    }

    boolean given() {
        return agreedOn != null;
    }

    /** @return whether it was given, and only after that day */
    boolean givenAfter(LocalDate day) {
        return agreedOn != null && agreedOn.isAfter(day);
    }

    /** @return «Педагогический совет: протокол № 1 от 29.08.2025» */
    String stamp() {
        return body + ": протокол № " + minutes + " от "
                + RussianDate.of(Objects.requireNonNull(agreedOn, "Only what was given has minutes"));
    }
}
