package ru.nastavnik.process.documents;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.nastavnik.documents.ActKind;
import ru.nastavnik.documents.LocalAct;
import ru.nastavnik.documents.LocalActs;
import ru.nastavnik.roadmap.EvidenceKind;
import ru.nastavnik.roadmap.Outcome;
import ru.nastavnik.roadmap.Proof;
import ru.nastavnik.roadmap.Roadmap;

/** What a local act brings about in a programme, and with it the rows of the roadmap that wait for that. */
@Component
public class ActRows {

    private static final Map<ActKind, Outcome> OUTCOMES = Map.of(
            ActKind.REGULATION, Outcome.REGULATION_IN_FORCE,
            ActKind.REGULATION_ORDER, Outcome.REGULATION_ORDER_IN_FORCE,
            ActKind.FINAL_EVENT_ORDER, Outcome.FINAL_EVENT_ORDERED,
            ActKind.PAIR_ORDER, Outcome.PAIRS_IN_ORDER);

    private final Roadmap roadmap;
    private final LocalActs acts;

    ActRows(Roadmap roadmap, LocalActs acts) {
        this.roadmap = roadmap;
        this.acts = acts;
    }

    /** @return what an act of this kind brings about once it is in force; empty for a kind that no roadmap asks for */
    static Optional<Outcome> outcome(ActKind kind) {
        return Optional.ofNullable(OUTCOMES.get(kind));
    }

    /** @return what the task of an act serves */
    Set<Outcome> outcomes(UUID actId) {
        return outcome(acts.get(actId).kind()).map(Set::of).orElseGet(Set::of);
    }

    /**
     * Says that the act is in force.
     *
     * @param programmeId null when that concerns no programme
     * @param on          when it was reached in this programme: an act that is only cited may be years older
     * @param by          account that says so; null when the system does
     */
    public void reach(UUID programmeId, LocalAct act, LocalDate on, UUID by) {
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
