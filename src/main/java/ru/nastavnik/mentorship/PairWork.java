package ru.nastavnik.mentorship;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.mentorship.Mentorship.State;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.roadmap.Outcome;
import ru.nastavnik.roadmap.Proof;
import ru.nastavnik.roadmap.Roadmap;
import ru.nastavnik.roadmap.Stage;

/** Whether the work of a programme's pairs is done, and what the roadmap hears of it. */
@Service
public class PairWork {

    private final MentorshipRepository pairs;
    private final PairListRepository lists;
    private final UnmatchedSupports supports;
    private final Roadmap roadmap;
    private final Organisations organisations;

    PairWork(
            MentorshipRepository pairs,
            PairListRepository lists,
            UnmatchedSupports supports,
            Roadmap roadmap,
            Organisations organisations) {
        this.pairs = pairs;
        this.lists = lists;
        this.supports = supports;
        this.roadmap = roadmap;
        this.organisations = organisations;
    }

    /**
     * Sees to it that whoever is without a mentor is supported (E24), and records what the pairs have reached. To be
     * called under the lock of the stage ({@link Roadmap#holdGate}).
     *
     * @return whether this stage need not wait for pairs: it carries no pair work, or the work is done
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean settled(Stage stage) {
        UUID programmeId = stage.programmeId();
        supports.openForAll(programmeId);
        boolean done = !roadmap.carriesPairWork(stage) || done(programmeId);
        LocalDate today = organisations.today(roadmap.programme(programmeId).organisationId());
        if (everyPairHasProgramme(programmeId)) {
            roadmap.reach(
                    programmeId,
                    Outcome.PERSONAL_PROGRAMMES_APPROVED,
                    Proof.bySystem("Программы всех пар утверждены", today));
        }
        if (done && onlyWaitsForThePairs(stage)) {
            roadmap.reach(programmeId, Outcome.PAIR_WORK_COMPLETED, Proof.bySystem("Работа всех пар завершена", today));
        }
        return done;
    }

    /** No pair list of the programme is open, no pair works and nobody is without a mentor. */
    private boolean done(UUID programmeId) {
        return !lists.existsByProgrammeIdAndClosedAtIsNull(programmeId)
                && !pairs.existsByProgrammeIdAndStateIn(programmeId, State.WORKING)
                && supports.openOnes(programmeId).isEmpty();
    }

    /** S2-5.2. */
    private boolean everyPairHasProgramme(UUID programmeId) {
        return pairs.existsByProgrammeIdAndStateIn(programmeId, State.WORKING)
                && pairs.countWithoutProgramme(programmeId, State.WORKING) == 0;
    }

    /** As long as something else keeps the stage open, new pairs may be formed in it. */
    private boolean onlyWaitsForThePairs(Stage stage) {
        return roadmap.carriesPairWork(stage)
                && roadmap.missing(stage.id()).stream()
                        .allMatch(row -> row.outcomes().contains(Outcome.PAIR_WORK_COMPLETED));
    }
}
