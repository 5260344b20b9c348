package ru.nastavnik.process.pairs;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.nastavnik.mentorship.Mentorships;

@Component
class CompletePairDelegate implements JavaDelegate {

    private final Mentorships mentorships;

    CompletePairDelegate(Mentorships mentorships) {
        this.mentorships = mentorships;
    }

    @Override
    public void execute(DelegateExecution execution) {
        mentorships.complete(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
