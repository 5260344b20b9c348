package ru.nastavnik.process.stages;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.nastavnik.participants.Side;
import ru.nastavnik.process.ProcessVariable;
import ru.nastavnik.process.consent.ConsentCollections;

/** Begins to collect the consents of the mentees who have been named. */
@Component
class StartMenteeConsentsDelegate implements JavaDelegate {

    private final ConsentCollections collections;

    StartMenteeConsentsDelegate(ConsentCollections collections) {
        this.collections = collections;
    }

    @Override
    public void execute(DelegateExecution execution) {
        collections.start(
                UUID.fromString(execution.getTenantId()),
                UUID.fromString(ProcessVariable.PROGRAMME_ID.in(execution)),
                Side.MENTEE);
    }
}
