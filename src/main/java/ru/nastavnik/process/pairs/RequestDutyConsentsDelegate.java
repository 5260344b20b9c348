package ru.nastavnik.process.pairs;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.nastavnik.consent.ConsentKind.Gate;
import ru.nastavnik.consent.Consents;
import ru.nastavnik.mentorship.Mentorship;
import ru.nastavnik.mentorship.MissingConsent;
import ru.nastavnik.mentorship.PairList;
import ru.nastavnik.mentorship.PairLists;
import ru.nastavnik.participants.Side;
import ru.nastavnik.process.ProcessVariable;
import ru.nastavnik.process.Processes;
import ru.nastavnik.process.consent.ConsentCollectionProcess;

/** Asks both sides of the proposed pairs for what they have not given yet and an order waits for (S1-1.2). */
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
        Set<UUID> missing = lists.missingConsentsOf(list.id()).stream()
                .map(MissingConsent::personId)
                .collect(Collectors.toSet());
        List<Mentorship> proposed = lists.proposed(list.id());
        ask(
                list,
                Side.MENTEE,
                proposed.stream()
                        .flatMap(pair -> pair.menteeIds().stream())
                        .filter(missing::contains)
                        .toList());
        ask(
                list,
                Side.MENTOR,
                proposed.stream()
                        .map(Mentorship::mentorId)
                        .filter(missing::contains)
                        .toList());
    }

    private void ask(PairList list, Side side, List<UUID> personIds) {
        if (personIds.isEmpty()) {
            return;
        }
        UUID collectionId = consents.openCollection(list.organisationId(), list.programmeId(), side);
        consents.ask(collectionId, personIds, Gate.PAIR_ORDER);
        processes.start(
                ConsentCollectionProcess.KEY,
                collectionId,
                list.organisationId(),
                ProcessVariable.PROGRAMME_ID.of(list.programmeId().toString()));
    }
}
