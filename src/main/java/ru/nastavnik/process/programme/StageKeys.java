package ru.nastavnik.process.programme;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.process.ProcessVariable;
import ru.nastavnik.roadmap.Measure;
import ru.nastavnik.roadmap.Roadmap;

/** For expressions in models: which stage a process is about, and when that stage begins. */
@Component("stageKeys")
public class StageKeys {

    private final Roadmap roadmap;
    private final Organisations organisations;

    StageKeys(Roadmap roadmap, Organisations organisations) {
        this.roadmap = roadmap;
        this.organisations = organisations;
    }

    /** @return id of the stage with this number in the programme of the process */
    public String of(DelegateExecution execution, int number) {
        return roadmap.stage(UUID.fromString(ProcessVariable.PROGRAMME_ID.in(execution)), number)
                .id()
                .toString();
    }

    /** @return the beginning of the first day of the stage's earliest row, in the zone of the organisation */
    public Date beginsOn(DelegateExecution execution) {
        LocalDate first = roadmap.measures(UUID.fromString(execution.getProcessBusinessKey())).stream()
                .map(Measure::dueFrom)
                .min(LocalDate::compareTo)
                .orElseThrow();
        ZoneId zone =
                organisations.get(UUID.fromString(execution.getTenantId())).zone();
        return Date.from(first.atStartOfDay(zone).toInstant());
    }
}
