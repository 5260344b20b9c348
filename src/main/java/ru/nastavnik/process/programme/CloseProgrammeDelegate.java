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
import ru.nastavnik.process.pairs.MentorReplacementProcess;
import ru.nastavnik.process.pairs.MentorshipProcess;
import ru.nastavnik.process.pairs.PersonalProgrammeApprovalProcess;
import ru.nastavnik.process.programme.MentoringProgrammeProcess.OpenPairs;
import ru.nastavnik.roadmap.Programmes;

/** Pairs that continue keep their own work; everything else of the programme ends. */
@Component
class CloseProgrammeDelegate implements JavaDelegate {

    private static final String REASON = "Программа завершена, учебный год закрыт.";
    private static final Set<String> WORK_OF_PAIRS =
            Set.of(MentorshipProcess.KEY, MentorReplacementProcess.KEY, PersonalProgrammeApprovalProcess.KEY);

    private final Programmes programmes;
    private final Mentorships mentorships;
    private final Consents consents;
    private final LocalActs acts;
    private final Processes processes;

    CloseProgrammeDelegate(
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
        boolean pairsEnd = OpenPairs.valueOf(MentoringProgrammeProcess.OPEN_PAIRS.in(execution)) == OpenPairs.END;
        if (pairsEnd) {
            mentorships.endAllOf(programmeId, REASON);
        } else {
            mentorships.endFormingOf(programmeId);
        }
        consents.takeBackAll(programmeId);
        acts.giveUp(programmeId, REASON);
        programmes.close(programmeId);
        processes.endAll(programmeId, pairsEnd ? Set.of() : WORK_OF_PAIRS);
    }
}
