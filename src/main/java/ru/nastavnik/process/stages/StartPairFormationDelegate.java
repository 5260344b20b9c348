package ru.nastavnik.process.stages;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.nastavnik.mentorship.PairLists;
import ru.nastavnik.process.ProcessVariable;

/** Opens the first pair list of the programme, unless an earlier stage has; its process starts with it. */
@Component
class StartPairFormationDelegate implements JavaDelegate {

    private final PairLists lists;

    StartPairFormationDelegate(PairLists lists) {
        this.lists = lists;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID programmeId = UUID.fromString(ProcessVariable.PROGRAMME_ID.in(execution));
        if (!lists.any(programmeId)) {
            lists.open(UUID.fromString(execution.getTenantId()), programmeId);
        }
    }
}
