package ru.nastavnik.process.pairs;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.nastavnik.documents.Acknowledgements;
import ru.nastavnik.documents.LocalAct;
import ru.nastavnik.documents.LocalActs;
import ru.nastavnik.mentorship.Mentorship;
import ru.nastavnik.mentorship.MentorshipMember;
import ru.nastavnik.mentorship.PairLists;
import ru.nastavnik.process.documents.AcknowledgementSheets;
import ru.nastavnik.process.documents.ActRows;

/** The order is there: its pairs start, the roadmap hears of it, its participants are to read it. */
@Component
class StartPairsDelegate implements JavaDelegate {

    private final PairLists lists;
    private final LocalActs acts;
    private final Acknowledgements acknowledgements;
    private final AcknowledgementSheets sheets;
    private final ActRows rows;

    StartPairsDelegate(
            PairLists lists,
            LocalActs acts,
            Acknowledgements acknowledgements,
            AcknowledgementSheets sheets,
            ActRows rows) {
        this.lists = lists;
        this.acts = acts;
        this.acknowledgements = acknowledgements;
        this.sheets = sheets;
        this.rows = rows;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID listId = UUID.fromString(execution.getProcessBusinessKey());
        List<Mentorship> started = lists.start(listId);
        PairFormationProcess.PAIRS_RETURNED.set(execution, lists.waitForCurator(listId));
        if (started.isEmpty()) {
            return;
        }
        LocalAct order = acts.get(Objects.requireNonNull(started.get(0).orderId(), "Pairs start by their order"));
        rows.reach(started.get(0).programmeId(), order, order.journalDate(), null);
        acknowledgements.name(
                order.id(),
                started.stream()
                        .flatMap(pair -> pair.members().stream())
                        .map(MentorshipMember::personId)
                        .distinct()
                        .toList());
        sheets.open(order);
    }
}
