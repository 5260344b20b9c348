package ru.nastavnik.process.programme;

import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.nastavnik.consent.Consents;
import ru.nastavnik.documents.LocalActs;
import ru.nastavnik.mentorship.Mentorships;
import ru.nastavnik.process.Processes;
import ru.nastavnik.roadmap.Programmes;

@Component
class CancelProgrammeDelegate implements JavaDelegate {

    private static final String REASON = "Программа прекращена по решению директора.";

    private final Programmes programmes;
    private final Mentorships mentorships;
    private final Consents consents;
    private final LocalActs acts;
    private final Processes processes;

    CancelProgrammeDelegate(
            Programmes programmes, Mentorships mentorships, Consents consents, LocalActs acts, Processes processes) {
        this.programmes = programmes;
        this.mentorships = mentorships;
        this.consents = consents;
        this.acts = acts;
        this.processes = processes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID programmeId = UUID.fromString(execution.getProcessBusinessKey());
        mentorships.endAllOf(programmeId, REASON);
        consents.takeBackAll(programmeId);
        acts.giveUp(programmeId, REASON);
        programmes.cancel(programmeId);
        processes.endAll(programmeId, Set.of());
    }
}
