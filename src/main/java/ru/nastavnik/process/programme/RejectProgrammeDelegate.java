package ru.nastavnik.process.programme;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.nastavnik.roadmap.Programmes;

@Component
class RejectProgrammeDelegate implements JavaDelegate {

    private final Programmes programmes;

    RejectProgrammeDelegate(Programmes programmes) {
        this.programmes = programmes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        programmes.reject(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
