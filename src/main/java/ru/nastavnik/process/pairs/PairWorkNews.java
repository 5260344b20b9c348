package ru.nastavnik.process.pairs;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import ru.nastavnik.mentorship.PersonalProgrammes;
import ru.nastavnik.process.ProcessVariable;
import ru.nastavnik.process.Processes;
import ru.nastavnik.process.stages.PairWorkStageProcess;
import ru.nastavnik.roadmap.Roadmap;
import ru.nastavnik.roadmap.StageKind;

/**
 * Tells the stages of pair work and the approval of personal programmes that something has changed: once for each
 * transaction and at its end, still within it. The engine cannot move one instance twice in one command, and thirteen
 * pairs may start in one.
 */
@Component
class PairWorkNews {

    private final Roadmap roadmap;
    private final PersonalProgrammes programmes;
    private final Processes processes;

    PairWorkNews(Roadmap roadmap, PersonalProgrammes programmes, Processes processes) {
        this.roadmap = roadmap;
        this.programmes = programmes;
        this.processes = processes;
    }

    void changed(UUID programmeId) {
        TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Telling.class::isInstance)
                .map(Telling.class::cast)
                .findFirst()
                .orElseGet(this::register)
                .programmeIds
                .add(programmeId);
    }

    private Telling register() {
        Telling telling = new Telling();
        TransactionSynchronizationManager.registerSynchronization(telling);
        return telling;
    }

    /**
     * Holds whoever tells of this programme's pairs till the end of the transaction: what is read now they have either
     * told already or will tell afterwards.
     */
    void hold(UUID programmeId) {
        roadmap.lock(programmeId);
    }

    private void tell(UUID programmeId) {
        hold(programmeId);
        roadmap.stages(programmeId, StageKind.PAIR_WORK)
                .forEach(stage -> processes.tell(PairWorkStageProcess.PAIR_WORK_CHANGED, stage.id()));
        if (!programmes.anyToApprove(programmeId)) {
            processes.tell(PersonalProgrammeApprovalProcess.PROGRAMMES_WITHDRAWN, programmeId);
        } else {
            processes.start(
                    PersonalProgrammeApprovalProcess.KEY,
                    programmeId,
                    roadmap.programme(programmeId).organisationId(),
                    ProcessVariable.PROGRAMME_ID.of(programmeId.toString()));
        }
    }

    private class Telling implements TransactionSynchronization {

        private final Set<UUID> programmeIds = new LinkedHashSet<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            List.copyOf(programmeIds).forEach(PairWorkNews.this::tell);
        }
    }
}
