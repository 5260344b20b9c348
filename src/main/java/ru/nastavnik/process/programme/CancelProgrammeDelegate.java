package ru.nastavnik.process.programme;

import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.nastavnik.mentorship.Mentorships;
import ru.nastavnik.process.Processes;
import ru.nastavnik.roadmap.Programmes;

@Component
class CancelProgrammeDelegate implements JavaDelegate {

  private final Programmes programmes;
  private final Mentorships mentorships;
  private final Processes processes;

  CancelProgrammeDelegate(Programmes programmes, Mentorships mentorships, Processes processes) {
    this.programmes = programmes;
    this.mentorships = mentorships;
    this.processes = processes;
  }

  @Override
  public void execute(DelegateExecution execution) {
    UUID programmeId = UUID.fromString(execution.getProcessBusinessKey());
    mentorships.endAllOf(programmeId, "Программа прекращена по решению директора.");
    programmes.cancel(programmeId);
    processes.endAll(programmeId, Set.of());
  }
}
