package ru.nastavnik.process.programme;

import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.nastavnik.process.Processes;
import ru.nastavnik.process.pairs.MentorReplacementProcess;
import ru.nastavnik.process.pairs.MentorshipProcess;
import ru.nastavnik.process.pairs.PersonalProgrammeApprovalProcess;
import ru.nastavnik.process.programme.MentoringProgrammeProcess.OpenPairs;
import ru.nastavnik.roadmap.Programmes;

/** Pairs that continue keep their own work; everything else of the programme ends. */
@Component
class CloseProgrammeDelegate implements JavaDelegate {

    private static final Set<String> WORK_OF_PAIRS =
            Set.of(MentorshipProcess.KEY, MentorReplacementProcess.KEY, PersonalProgrammeApprovalProcess.KEY);

    private final Programmes programmes;
    private final Processes processes;

    CloseProgrammeDelegate(Programmes programmes, Processes processes) {
        this.programmes = programmes;
        this.processes = processes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID programmeId = UUID.fromString(execution.getProcessBusinessKey());
        boolean pairsContinue =
                OpenPairs.valueOf(MentoringProgrammeProcess.OPEN_PAIRS.in(execution)) == OpenPairs.CONTINUE;
        programmes.close(programmeId, pairsContinue);
        processes.endAll(programmeId, pairsContinue ? WORK_OF_PAIRS : Set.of());
    }
}
