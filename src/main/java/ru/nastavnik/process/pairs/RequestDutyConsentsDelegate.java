package ru.nastavnik.process.pairs;

import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.nastavnik.consent.ConsentKind;
import ru.nastavnik.consent.Consents;
import ru.nastavnik.consent.Giver;
import ru.nastavnik.mentorship.PairList;
import ru.nastavnik.mentorship.PairLists;
import ru.nastavnik.participants.Side;
import ru.nastavnik.process.ProcessVariable;
import ru.nastavnik.process.Processes;
import ru.nastavnik.process.consent.ConsentCollectionProcess;

/** Asks the proposed mentors who have not given it yet for their consent to extra duties (S1-1.2). */
@Component
class RequestDutyConsentsDelegate implements JavaDelegate {

    private final PairLists lists;
    private final Consents consents;
    private final Processes processes;

    RequestDutyConsentsDelegate(PairLists lists, Consents consents, Processes processes) {
        this.lists = lists;
        this.consents = consents;
        this.processes = processes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PairList list = lists.get(UUID.fromString(execution.getProcessBusinessKey()));
        Set<UUID> mentors = lists.mentorsWithoutDutyConsent(list.id());
        if (mentors.isEmpty()) {
            return;
        }
        UUID collectionId = consents.openCollection(list.organisationId(), list.programmeId(), Side.MENTOR);
        mentors.forEach(mentorId -> consents.ask(
                list.organisationId(),
                list.programmeId(),
                collectionId,
                mentorId,
                ConsentKind.EXTRA_DUTIES,
                Giver.SELF));
        processes.start(
                ConsentCollectionProcess.KEY,
                collectionId,
                list.organisationId(),
                ProcessVariable.PROGRAMME_ID.of(list.programmeId().toString()));
    }
}
