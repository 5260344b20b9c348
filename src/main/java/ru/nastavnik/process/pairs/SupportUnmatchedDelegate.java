package ru.nastavnik.process.pairs;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.nastavnik.mentorship.PairLists;

/** Closes the list; whoever has found no mentor is supported from now on (E24). */
@Component
class SupportUnmatchedDelegate implements JavaDelegate {

    private final PairLists lists;

    SupportUnmatchedDelegate(PairLists lists) {
        this.lists = lists;
    }

    @Override
    public void execute(DelegateExecution execution) {
        lists.close(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
