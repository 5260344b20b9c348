package ru.nastavnik.process.programme;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ru.nastavnik.process.Processes;
import ru.nastavnik.roadmap.ProgrammeCancelled;

/** Turns what happens to programmes into messages, in the same transaction. */
@Component
class ProgrammeListener {

  private final Processes processes;

  ProgrammeListener(Processes processes) {
    this.processes = processes;
  }

  @EventListener
  void on(ProgrammeCancelled event) {
    processes.tell(MentoringProgrammeProcess.PROGRAMME_CANCELLED, event.programmeId());
  }
}
