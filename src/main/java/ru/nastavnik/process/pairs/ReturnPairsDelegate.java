package ru.nastavnik.process.pairs;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.nastavnik.mentorship.PairLists;

/** Some pairs wait for their order: those that the director has returned are matched anew without waiting with them. */
@Component
class ReturnPairsDelegate implements JavaDelegate {

    private final PairLists lists;

    ReturnPairsDelegate(PairLists lists) {
        this.lists = lists;
    }

    @Override
    public void execute(DelegateExecution execution) {
        lists.partWithReturned(UUID.fromString(execution.getProcessBusinessKey()));
        PairFormationProcess.PAIRS_RETURNED.set(execution, false);
    }
}
