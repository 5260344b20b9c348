package ru.nastavnik.process.documents;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.nastavnik.documents.LocalAct;
import ru.nastavnik.documents.LocalActs;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;
import ru.nastavnik.roadmap.Outcome;

/** «Внести решение педагогического совета». */
@Component
class RecordCouncilDecisionTask implements TaskWork {

    private enum CouncilDecision {
        AGREED,
        REMARKS
    }

    private final ActRows rows;
    private final LocalActs acts;

    RecordCouncilDecisionTask(LocalActs acts, ActRows rows) {
        this.rows = rows;
        this.acts = acts;
    }

    @Override
    public String task() {
        return LocalActApprovalProcess.RECORD_COUNCIL_DECISION;
    }

    @Override
    public Set<Outcome> outcomes(UUID actId) {
        return rows.outcomes(actId);
    }

    @Override
    public String about(TaskContext task) {
        return acts.get(task.subjectId()).caption();
    }

    @Override
    public void show(TaskContext task, FormData form) {
        LocalAct act = acts.get(task.subjectId());
        form.put("title", act.title()).put("text", act.body());
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        String minutes = answers.required("minutesNumber", "Укажите номер протокола педагогического совета.");
        LocalDate on = answers.requiredDate("minutesDate", "Укажите дату протокола педагогического совета.");
        CouncilDecision decision = answers.requiredChoice(
                "councilDecision", CouncilDecision.class, "Отметьте решение педагогического совета.");
        boolean agreed = decision == CouncilDecision.AGREED;
        acts.recordCouncilDecision(
                task.subjectId(),
                minutes,
                on,
                agreed,
                agreed ? null : answers.required("remark", "Напишите, что педагогический совет просит исправить."),
                task.actor());
        task.set(LocalActApprovalProcess.COUNCIL_DECISION, decision.name());
    }
}
