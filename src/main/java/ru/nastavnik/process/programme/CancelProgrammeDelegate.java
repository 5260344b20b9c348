package ru.nastavnik.process.programme;

import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.nastavnik.process.Processes;
import ru.nastavnik.roadmap.Programmes;

@Component
class CancelProgrammeDelegate implements JavaDelegate {

    private final Programmes programmes;
    private final Processes processes;

    CancelProgrammeDelegate(Programmes programmes, Processes processes) {
        this.programmes = programmes;
        this.processes = processes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID programmeId = UUID.fromString(execution.getProcessBusinessKey());
        programmes.cancel(programmeId);
        processes.endAll(programmeId, Set.of());
    }
}
