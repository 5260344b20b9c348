package ru.nastavnik.process.stages;

import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.roadmap.MeasureKind;
import ru.nastavnik.roadmap.StageKind;

/** Contract of the decision table «Ответственный за мероприятие». */
@Component
public class MeasureResponsibleDecision {

    public static final String KEY = "MeasureResponsibleDecision";

    private final DecisionService decisions;

    MeasureResponsibleDecision(DecisionService decisions) {
        this.decisions = decisions;
    }

    /** @return the role proposed for rows of this kind in a stage of that kind */
    public Role roleFor(StageKind stage, MeasureKind kind) {
        String code = decisions
                .evaluateDecisionTableByKey(KEY)
                .decisionDefinitionWithoutTenantId()
                .variables(Map.of("stageKind", stage.name(), "measureKind", kind.code()))
                .evaluate()
                .getSingleResult()
                .getEntry("role");
        return Role.ofCode(code);
    }
}
