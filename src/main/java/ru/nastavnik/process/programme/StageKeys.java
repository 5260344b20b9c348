package ru.nastavnik.process.programme;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.process.ProcessVariable;
import ru.nastavnik.process.stages.CompletionStageProcess;
import ru.nastavnik.process.stages.InformationSupportStageProcess;
import ru.nastavnik.process.stages.MenteeBankStageProcess;
import ru.nastavnik.process.stages.MentorBankStageProcess;
import ru.nastavnik.process.stages.PairWorkStageProcess;
import ru.nastavnik.process.stages.PreparationStageProcess;
import ru.nastavnik.process.stages.SelectionTrainingStageProcess;
import ru.nastavnik.roadmap.Measure;
import ru.nastavnik.roadmap.Outcome;
import ru.nastavnik.roadmap.Roadmap;
import ru.nastavnik.roadmap.Stage;
import ru.nastavnik.roadmap.StageKind;

/** For expressions in models: which stages a programme has, when they begin, and what its roadmap asks of them. */
@Component("stageKeys")
public class StageKeys {

    private final Roadmap roadmap;
    private final Organisations organisations;

    StageKeys(Roadmap roadmap, Organisations organisations) {
        this.roadmap = roadmap;
        this.organisations = organisations;
    }

    /** @return ids of the stages of the programme that end by themselves */
    public List<String> working(DelegateExecution execution) {
        return ids(execution, stage -> stage.kind() != StageKind.INFORMATION_SUPPORT);
    }

    /** @return ids of the stages of the programme that end after all others */
    public List<String> informing(DelegateExecution execution) {
        return ids(execution, stage -> stage.kind() == StageKind.INFORMATION_SUPPORT);
    }

    private List<String> ids(DelegateExecution execution, Predicate<Stage> wanted) {
        return roadmap.stages(programme(execution)).stream()
                .filter(wanted)
                .map(stage -> stage.id().toString())
                .toList();
    }

    /** @return key of the process that carries this stage out */
    public String process(String stageId) {
        return switch (roadmap.stage(UUID.fromString(stageId)).kind()) {
            case PREPARATION -> PreparationStageProcess.KEY;
            case MENTEE_BANK -> MenteeBankStageProcess.KEY;
            case MENTOR_BANK -> MentorBankStageProcess.KEY;
            case SELECTION_TRAINING -> SelectionTrainingStageProcess.KEY;
            case PAIR_WORK -> PairWorkStageProcess.KEY;
            case COMPLETION -> CompletionStageProcess.KEY;
            case INFORMATION_SUPPORT -> InformationSupportStageProcess.KEY;
        };
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

    /**
     * @param outcomes names of {@link Outcome}s, separated by commas
     * @return whether a row of the programme still waits for one of them
     */
    public boolean awaits(DelegateExecution execution, String outcomes) {
        return Arrays.stream(outcomes.split(","))
                .map(Outcome::valueOf)
                .anyMatch(roadmap.awaited(programme(execution))::contains);
    }

    private static UUID programme(DelegateExecution execution) {
        return UUID.fromString(ProcessVariable.PROGRAMME_ID.in(execution));
    }
}
