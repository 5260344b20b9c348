package ru.nastavnik.process.programme;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.nastavnik.process.ProcessVariable;
import ru.nastavnik.process.stages.MeasureResponsibleDecision;
import ru.nastavnik.roadmap.Roadmap;
import ru.nastavnik.shared.Refusal;

@Component
class CreateProgrammeDelegate implements JavaDelegate {

    private final Roadmap roadmap;
    private final MeasureResponsibleDecision responsible;

    CreateProgrammeDelegate(Roadmap roadmap, MeasureResponsibleDecision responsible) {
        this.roadmap = roadmap;
        this.responsible = responsible;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID programmeId = roadmap.createProgramme(
                UUID.fromString(execution.getTenantId()),
                text(execution, MentoringProgrammeProcess.TEMPLATE_CODE),
                text(execution, MentoringProgrammeProcess.TRACK),
                date(execution, MentoringProgrammeProcess.PERIOD_FROM),
                date(execution, MentoringProgrammeProcess.PERIOD_TO),
                responsible::roleFor);
        execution.setProcessBusinessKey(programmeId.toString());
        ProcessVariable.PROGRAMME_ID.set(execution, programmeId.toString());
    }

    /** What a start form leaves empty does not come as a variable. */
    private static @Nullable String text(DelegateExecution execution, ProcessVariable<String> variable) {
        Object value = execution.getVariable(variable.name());
        return value == null ? null : value.toString();
    }

    private static @Nullable LocalDate date(DelegateExecution execution, ProcessVariable<String> variable) {
        String value = text(execution, variable);
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("Дата «" + value + "» не разобрана. Выберите её в календаре.");
        }
    }
}
