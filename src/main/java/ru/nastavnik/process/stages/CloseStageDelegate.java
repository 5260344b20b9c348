package ru.nastavnik.process.stages;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.nastavnik.roadmap.Roadmap;

@Component
class CloseStageDelegate implements JavaDelegate {

  private final Roadmap roadmap;

  CloseStageDelegate(Roadmap roadmap) {
    this.roadmap = roadmap;
  }

  @Override
  public void execute(DelegateExecution execution) {
    roadmap.closeStage(UUID.fromString(execution.getProcessBusinessKey()));
  }
}
