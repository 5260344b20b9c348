package ru.nastavnik.documents;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.nastavnik.organisation.Departure;
import ru.nastavnik.organisation.DismissalChanges;
import ru.nastavnik.organisation.Leaving;

/** Whoever has left signs no sheet any more. */
@Component
class LeavingSheets implements Leaving {

    private enum Change {
        ACKNOWLEDGEMENT_AWAITED
    }

    private final Acknowledgements acknowledgements;
    private final DismissalChanges changes;

    LeavingSheets(Acknowledgements acknowledgements, DismissalChanges changes) {
        this.acknowledgements = acknowledgements;
        this.changes = changes;
    }

    @Override
    public List<Touched> touchedBy(UUID organisationId, UUID personId) {
        List<String> acts = acknowledgements.awaitedOf(List.of(personId)).stream()
                .map(LocalAct::caption)
                .toList();
        return acts.isEmpty()
                ? List.of()
                : List.of(
                        new Touched("Ждут ознакомления с документами", acts, "В листах ознакомления больше не ждут."));
    }

    @Override
    public void end(Departure departure) {
        acknowledgements.awaitedOf(List.of(departure.personId())).forEach(act -> {
            changes.note(departure, Change.ACKNOWLEDGEMENT_AWAITED, act.id(), null);
            acknowledgements.left(act.id());
        });
    }

    @Override
    public List<String> restore(Departure departure) {
        changes.of(departure, Change.ACKNOWLEDGEMENT_AWAITED)
                .forEach(act -> acknowledgements.cameBack(UUID.fromString(act.subject())));
        return List.of();
    }
}
