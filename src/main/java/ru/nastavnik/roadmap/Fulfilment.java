package ru.nastavnik.roadmap;

import java.util.List;
import java.util.Set;

/**
 * How a row comes to be done in one programme: by outcomes, or by hand.
 *
 * @param outcomes what fulfils it; empty when somebody carries it out by hand
 * @param any      whether one of the outcomes is enough; all of them are needed otherwise
 * @param evidence what shows that it is done
 */
record Fulfilment(List<Outcome> outcomes, boolean any, EvidenceKind evidence) {

    /**
     * The policy, all of it: an outcome counts only where the programme will bring it about and its proof is one that the
     * row accepts. A row that would wait in vain is carried out by hand, so that no stage waits for ever.
     *
     * @param stages kinds of the stages that the programme has
     */
    static Fulfilment of(RoadmapTemplate.Row row, Set<StageKind> stages) {
        List<Outcome> coming = row.outcomes().stream()
                .filter(outcome -> outcome.comesFrom(stages) && outcome.shows(row.evidence()))
                .toList();
        boolean byOutcomes = row.anyOutcome() || coming.size() == row.outcomes().size();
        return byOutcomes && !coming.isEmpty()
                ? new Fulfilment(coming, row.anyOutcome(), row.evidence())
                : new Fulfilment(List.of(), false, row.evidence().byHand());
    }
}
