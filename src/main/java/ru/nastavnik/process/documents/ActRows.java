package ru.nastavnik.process.documents;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.nastavnik.documents.ActKind;
import ru.nastavnik.documents.LocalAct;
import ru.nastavnik.roadmap.EvidenceKind;
import ru.nastavnik.roadmap.Measure;
import ru.nastavnik.roadmap.Outcome;
import ru.nastavnik.roadmap.Proof;
import ru.nastavnik.roadmap.Roadmap;

/** What a local act brings about in a programme, and with it the rows of the roadmap that wait for that. */
@Component
public class ActRows {

    private final Roadmap roadmap;

    ActRows(Roadmap roadmap) {
        this.roadmap = roadmap;
    }

    /** @return what an act of this kind brings about once it is in force; empty for a kind that no roadmap asks for */
    public static Optional<Outcome> outcome(ActKind kind) {
        return Optional.ofNullable(kind.outcome()).map(Outcome::valueOf);
    }

    /** @return the row of the programme's roadmap that an act of this kind fulfils */
    public Optional<Measure> row(UUID programmeId, ActKind kind) {
        return outcome(kind)
                .flatMap(outcome -> roadmap.rows(programmeId, outcome).stream().findFirst());
    }

    /**
     * Says that the act is in force.
     *
     * @param programmeId null when that concerns no programme
     * @param on          when it was reached in this programme: an act that is only cited may be years older
     * @param by          account that says so; null when the system does
     */
    public void reach(@Nullable UUID programmeId, LocalAct act, LocalDate on, @Nullable UUID by) {
        if (programmeId != null) {
            outcome(act.kind())
                    .ifPresent(outcome -> roadmap.reach(
                            programmeId,
                            outcome,
                            new Proof(EvidenceKind.SYSTEM, act.caption(), null, act.id(), on, by)));
        }
    }

    /** @return whether the programme of the act still runs and a row of it waits for such an act */
    public boolean waiting(LocalAct act) {
        return act.programmeId() != null
                && !roadmap.programme(act.programmeId()).ended()
                && outcome(act.kind())
                        .filter(roadmap.awaited(act.programmeId())::contains)
                        .isPresent();
    }
}
