package ru.nastavnik.process.stages;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ru.nastavnik.process.ProcessVariable;
import ru.nastavnik.process.Processes;
import ru.nastavnik.roadmap.StageGateMet;
import ru.nastavnik.roadmap.StageWaived;
import ru.nastavnik.roadmap.StageWaiverCancelled;
import ru.nastavnik.roadmap.StageWaiverRequested;

/** Turns what happens to stages into messages and instances, in the same transaction. */
@Component
class StageListener {

    private final Processes processes;

    StageListener(Processes processes) {
        this.processes = processes;
    }

    /** The stage of pair work waits for its own message; whichever stage it is, nobody waiting is normal. */
    @EventListener
    void on(StageGateMet event) {
        processes.tell(StageGate.STAGE_GATE_MET, event.stageId());
        processes.tell(PairWorkStageProcess.PAIR_WORK_CHANGED, event.stageId());
    }

    /** Wherever the stage stands: its own open tasks end with it, what others do goes on. */
    @EventListener
    void on(StageWaived event) {
        processes.tell(StageGate.STAGE_WAIVED, event.stageId());
    }

    @EventListener
    void on(StageWaiverRequested event) {
        processes.start(
                StageWaiverProcess.KEY,
                event.stageId(),
                event.organisationId(),
                ProcessVariable.PROGRAMME_ID.of(event.programmeId().toString()));
    }

    @EventListener
    void on(StageWaiverCancelled event) {
        processes.tell(StageWaiverProcess.WAIVER_CANCELLED, event.stageId());
    }
}
