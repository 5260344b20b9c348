package ru.nastavnik.process.stages;

import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ru.nastavnik.process.ProcessVariable;
import ru.nastavnik.process.Processes;
import ru.nastavnik.roadmap.StageGateMet;
import ru.nastavnik.roadmap.StageWaived;
import ru.nastavnik.roadmap.StageWaiverRequested;

/** Turns what happens to stages into messages and instances, in the same transaction. */
@Component
class StageListener {

  private final Processes processes;

  StageListener(Processes processes) {
    this.processes = processes;
  }

  @EventListener
  void on(StageGateMet event) {
    lookAgain(event.stageId());
  }

  @EventListener
  void on(StageWaived event) {
    lookAgain(event.stageId());
  }

  /** The stage of pair work waits for its own message; whichever stage it is, nobody waiting is normal. */
  private void lookAgain(UUID stageId) {
    processes.tell(StageGate.STAGE_GATE_MET, stageId);
    processes.tell(PairWorkStageProcess.PAIR_WORK_CHANGED, stageId);
  }

  @EventListener
  void on(StageWaiverRequested event) {
    processes.start(StageWaiverProcess.KEY, event.stageId(), event.organisationId(),
        ProcessVariable.PROGRAMME_ID.of(event.programmeId().toString()));
  }
}
