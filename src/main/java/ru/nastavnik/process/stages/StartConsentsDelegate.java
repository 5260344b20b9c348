package ru.nastavnik.process.stages;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.nastavnik.participants.Side;
import ru.nastavnik.process.ProcessVariable;
import ru.nastavnik.process.consent.ConsentCollections;

/** Begins to collect the consents of those who have been named on the side that the model says. */
@Component
class StartConsentsDelegate implements JavaDelegate {

    /** Name of a {@link Side}. */
    private static final ProcessVariable<String> SIDE = ProcessVariable.text("side");

    private final ConsentCollections collections;

    StartConsentsDelegate(ConsentCollections collections) {
        this.collections = collections;
    }

    @Override
    public void execute(DelegateExecution execution) {
        collections.start(
                UUID.fromString(execution.getTenantId()),
                UUID.fromString(ProcessVariable.PROGRAMME_ID.in(execution)),
                Side.valueOf(SIDE.in(execution)));
    }
}
