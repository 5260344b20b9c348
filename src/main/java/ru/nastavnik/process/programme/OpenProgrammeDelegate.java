package ru.nastavnik.process.programme;

import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.nastavnik.roadmap.Outcome;
import ru.nastavnik.roadmap.Programmes;
import ru.nastavnik.roadmap.Proof;
import ru.nastavnik.roadmap.Roadmap;

/** Opens the programme: its roadmap has been approved. */
@Component
class OpenProgrammeDelegate implements JavaDelegate {

    private final Programmes programmes;
    private final Roadmap roadmap;

    OpenProgrammeDelegate(Programmes programmes, Roadmap roadmap) {
        this.programmes = programmes;
        this.roadmap = roadmap;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID programmeId = UUID.fromString(execution.getProcessBusinessKey());
        programmes.open(programmeId);
        roadmap.reach(
                programmeId,
                Outcome.ROADMAP_APPROVED,
                Proof.bySystem(
                        "Дорожная карта утверждена директором",
                        Objects.requireNonNull(
                                roadmap.programme(programmeId).approvedOn(), "What is opened has been approved")));
    }
}
