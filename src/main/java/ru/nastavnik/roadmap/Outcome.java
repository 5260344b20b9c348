package ru.nastavnik.roadmap;

import static ru.nastavnik.roadmap.StageKind.COMPLETION;
import static ru.nastavnik.roadmap.StageKind.INFORMATION_SUPPORT;
import static ru.nastavnik.roadmap.StageKind.MENTEE_BANK;
import static ru.nastavnik.roadmap.StageKind.MENTOR_BANK;
import static ru.nastavnik.roadmap.StageKind.PAIR_WORK;
import static ru.nastavnik.roadmap.StageKind.PREPARATION;
import static ru.nastavnik.roadmap.StageKind.SELECTION_TRAINING;

import java.util.Set;

/**
 * What the work of a programme brings about. Rows of a roadmap name the outcomes that fulfil them; whoever carries the
 * work out says what has been reached and knows nothing of rows.
 */
public enum Outcome {
    ROADMAP_APPROVED(Shown.BY_SYSTEM),
    REGULATION_ORDER_IN_FORCE(Shown.BY_SYSTEM, PREPARATION),
    REGULATION_IN_FORCE(Shown.BY_SYSTEM, PREPARATION),
    REQUESTS_COLLECTED(Shown.BY_SYSTEM_OR_PAPER, MENTEE_BANK),
    /** Every mentee who was named has answered, and somebody is in the bank. */
    MENTEE_BANK_FORMED(Shown.BY_SYSTEM, MENTEE_BANK),
    /** Every mentor who was named has answered, and somebody is in the bank. */
    MENTOR_BANK_FORMED(Shown.BY_SYSTEM, MENTOR_BANK),
    MENTORS_SELECTED(Shown.BY_SYSTEM, MENTOR_BANK, SELECTION_TRAINING),
    MENTORS_TRAINED(Shown.BY_ATTENDANCE, MENTOR_BANK, SELECTION_TRAINING),
    /** An order binds pairs; there may be several orders in a year. */
    PAIRS_IN_ORDER(Shown.BY_SYSTEM, MENTEE_BANK, MENTOR_BANK, PAIR_WORK),
    /** Every pair that works has its programme. */
    PERSONAL_PROGRAMMES_APPROVED(Shown.BY_SYSTEM, MENTEE_BANK, MENTOR_BANK, PAIR_WORK),
    /** A mentee without a mentor has been supported. */
    UNMATCHED_SUPPORTED(Shown.BY_SYSTEM_OR_PAPER, MENTEE_BANK, PAIR_WORK),
    /** No pair works any more, and nobody looks for a mentor. */
    PAIR_WORK_COMPLETED(Shown.BY_SYSTEM, MENTEE_BANK, MENTOR_BANK, PAIR_WORK),
    FINAL_EVENT_ORDERED(Shown.BY_SYSTEM, COMPLETION),
    FINAL_EVENT_HELD(Shown.BY_ATTENDANCE, MENTEE_BANK, MENTOR_BANK, COMPLETION),
    /** The site tells of every stage that runs or has run. */
    NEWS_PUBLISHED(Shown.BY_LINK, INFORMATION_SUPPORT),
    RESULTS_PUBLISHED(Shown.BY_LINK, INFORMATION_SUPPORT);

    private final Set<EvidenceKind> proofs;
    private final Set<StageKind> stages;

    Outcome(Set<EvidenceKind> proofs, StageKind... stages) {
        this.proofs = proofs;
        this.stages = Set.of(stages);
    }

    /** @return whether a programme that has stages of these kinds brings it about */
    boolean comesFrom(Set<StageKind> kinds) {
        return kinds.containsAll(stages);
    }

    /** @return whether its proof, of whichever kind it comes, shows that a row is done which asks for this kind (E26) */
    boolean shows(EvidenceKind asked) {
        return proofs.stream().allMatch(proof -> asked.shownBy(proof, false));
    }

    /** The kinds of which the proof of an outcome may be. */
    private static class Shown {

        static final Set<EvidenceKind> BY_SYSTEM = Set.of(EvidenceKind.SYSTEM);
        static final Set<EvidenceKind> BY_SYSTEM_OR_PAPER = Set.of(EvidenceKind.SYSTEM, EvidenceKind.REFERENCE);
        static final Set<EvidenceKind> BY_ATTENDANCE = Set.of(EvidenceKind.ATTENDANCE);
        static final Set<EvidenceKind> BY_LINK = Set.of(EvidenceKind.LINK);
    }
}
