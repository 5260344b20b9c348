package ru.nastavnik.process.pairs;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import ru.nastavnik.process.Processes;
import ru.nastavnik.process.stages.PairWorkStageProcess;
import ru.nastavnik.roadmap.Roadmap;

/**
 * Tells the stage of pair work that something has changed: once for each transaction and at its end, still within it.
 * The engine cannot move one instance twice in one command, and thirteen pairs may start in one.
 */
@Component
class PairWorkNews {

  static final int PAIR_WORK_STAGE = 5;

  private final Roadmap roadmap;
  private final Processes processes;

  PairWorkNews(Roadmap roadmap, Processes processes) {
    this.roadmap = roadmap;
    this.processes = processes;
  }

  void changed(UUID programmeId) {
    TransactionSynchronizationManager.getSynchronizations().stream().filter(Telling.class::isInstance)
        .map(Telling.class::cast).findFirst().orElseGet(this::register).programmeIds.add(programmeId);
  }

  private Telling register() {
    Telling telling = new Telling();
    TransactionSynchronizationManager.registerSynchronization(telling);
    return telling;
  }

  /** Under the stage's lock: the stage either waits already and hears it, or looks at the pairs only afterwards. */
  private void tell(UUID programmeId) {
    roadmap.stages(programmeId).stream().filter(stage -> stage.number() == PAIR_WORK_STAGE).forEach(stage -> {
      roadmap.lockStage(stage.id());
      processes.tell(PairWorkStageProcess.PAIR_WORK_CHANGED, stage.id());
    });
  }

  private class Telling implements TransactionSynchronization {

    private final Set<UUID> programmeIds = new LinkedHashSet<>();

    @Override
    public void beforeCommit(boolean readOnly) {
      List.copyOf(programmeIds).forEach(PairWorkNews.this::tell);
    }
  }
}
