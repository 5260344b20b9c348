package ru.nastavnik.consent;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.nastavnik.organisation.Departure;
import ru.nastavnik.organisation.DismissalChanges;
import ru.nastavnik.organisation.Leaving;

/** Whoever has left is asked for no consent; what they have given or refused stays. */
@Component
public class LeavingConsents implements Leaving {

    private enum Change {
        CONSENTS_TAKEN_BACK
    }

    private final Consents consents;
    private final DismissalChanges changes;

    LeavingConsents(Consents consents, DismissalChanges changes) {
        this.consents = consents;
        this.changes = changes;
    }

    @Override
    public List<Touched> touchedBy(UUID organisationId, UUID personId) {
        int awaited = consents.awaitedFrom(personId);
        return awaited == 0
                ? List.of()
                : List.of(new Touched(
                        "Согласия, которых ждут: " + awaited, List.of(), "Больше не ждут и не напоминают."));
    }

    @Override
    public void end(Departure departure) {
        if (consents.awaitedFrom(departure.personId()) > 0) {
            changes.note(departure, Change.CONSENTS_TAKEN_BACK, departure.personId(), null);
            consents.takeBackFrom(departure.personId());
        }
    }

    /** @return whether consents were awaited from the person until this dismissal: they are to be asked anew */
    public boolean asked(Departure departure) {
        return !changes.of(departure, Change.CONSENTS_TAKEN_BACK).isEmpty();
    }
}
