package ru.nastavnik.process.pairs;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.nastavnik.mentorship.Replacements;

@Component
class ReleaseMentorDelegate implements JavaDelegate {

    private final Replacements replacements;

    ReleaseMentorDelegate(Replacements replacements) {
        this.replacements = replacements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        replacements.release(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
