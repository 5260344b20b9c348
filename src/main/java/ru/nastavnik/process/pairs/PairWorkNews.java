package ru.nastavnik.process.pairs;

import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.nastavnik.mentorship.PersonalProgrammes;
import ru.nastavnik.process.EndOfTransaction;
import ru.nastavnik.process.ProcessVariable;
import ru.nastavnik.process.Processes;
import ru.nastavnik.process.stages.PairWorkStageProcess;
import ru.nastavnik.roadmap.Roadmap;
import ru.nastavnik.roadmap.StageKind;

/**
 * Tells the stages of pair work and the approval of personal programmes that something has changed: once for each
 * transaction, however many pairs start in it.
 */
@Component
class PairWorkNews {

    private final Roadmap roadmap;
    private final PersonalProgrammes programmes;
    private final Processes processes;
    private final EndOfTransaction atTheEnd;

    PairWorkNews(Roadmap roadmap, PersonalProgrammes programmes, Processes processes, EndOfTransaction atTheEnd) {
        this.roadmap = roadmap;
        this.programmes = programmes;
        this.processes = processes;
        this.atTheEnd = atTheEnd;
    }

    void changed(UUID programmeId) {
        atTheEnd.once(new Changed(programmeId), () -> tell(programmeId));
    }

    private record Changed(UUID programmeId) {}

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
}
