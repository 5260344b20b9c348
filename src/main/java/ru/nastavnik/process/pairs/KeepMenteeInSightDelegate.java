package ru.nastavnik.process.pairs;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.nastavnik.mentorship.Replacements;

@Component
class KeepMenteeInSightDelegate implements JavaDelegate {

    private final Replacements replacements;

    KeepMenteeInSightDelegate(Replacements replacements) {
        this.replacements = replacements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        replacements.keepInSight(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
