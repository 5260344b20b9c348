package ru.nastavnik.process.documents;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.nastavnik.documents.ActDecision;
import ru.nastavnik.documents.LocalAct;
import ru.nastavnik.documents.LocalActs;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;
import ru.nastavnik.roadmap.Outcome;
import ru.nastavnik.shared.Entry;

/** «Принять решение по проекту документа». */
@Component
class DecideOnActTask implements TaskWork {

    private final ActRows rows;
    private final LocalActs acts;

    DecideOnActTask(LocalActs acts, ActRows rows) {
        this.rows = rows;
        this.acts = acts;
    }

    @Override
    public String task() {
        return LocalActApprovalProcess.DECIDE_ON_ACT;
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
        form.put("kind", act.kind().title())
                .put("title", act.title())
                .put("text", act.body())
                .put("council", act.councilAgreement());
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        ActDecision decision = answers.requiredChoice("decision", ActDecision.class, "Отметьте решение.");
        String remark = switch (decision) {
            case APPROVE -> null;
            case RETURN -> answers.required("remark", "Напишите, что исправить: проект вернётся на доработку.");
            case REJECT -> answers.required("remark", "Напишите, почему документ отклонён.");
        };
        Entry entry = task.entry(answers, Role.DIRECTOR);
        acts.decide(task.subjectId(), decision, remark, task.decider(Role.DIRECTOR, entry), entry);
        task.set(LocalActApprovalProcess.ACT_DECISION, decision.name());
    }
}
