package ru.nastavnik.process.documents;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.nastavnik.documents.ActDecision;
import ru.nastavnik.documents.ActVersion;
import ru.nastavnik.documents.LocalAct;
import ru.nastavnik.documents.LocalActs;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.FormData.Choice;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.roadmap.Roadmap;
import ru.nastavnik.shared.DayBounds;
import ru.nastavnik.shared.Entry;

/** «Принять решение по проекту документа». */
@Component
class DecideOnActTask extends ActTask {

    private final Roadmap roadmap;

    DecideOnActTask(LocalActs acts, Roadmap roadmap) {
        super(acts);
        this.roadmap = roadmap;
    }

    @Override
    public String task() {
        return LocalActApprovalProcess.DECIDE_ON_ACT;
    }

    @Override
    public void show(TaskContext task, FormData form) {
        LocalAct act = act(task);
        form.put("kind", act.kind().title()).put("agreedBy", act.agreedBy());
        showText(act, form);
        showAnnexes(act, form);
        acts.text(act)
                .ifPresent(text -> form.put("versionId", text.id().toString())
                        .choices(
                                "versions",
                                List.of(new Choice(name(text), text.id().toString()))));
    }

    @Override
    public DayBounds days(TaskContext task, String key) {
        return roadmap.programme(task.programmeId()).preparation(task.today());
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        ActDecision decision = answers.requiredChoice("decision", ActDecision.class, "Отметьте решение.");
        String remark = switch (decision) {
            case APPROVE -> null;
            case RETURN -> answers.required("remark", "Напишите, что исправить: проект вернётся на доработку.");
            case REJECT -> answers.required("remark", "Напишите, почему документ отклонён.");
        };
        Role approver = act(task).kind().approverRole();
        Entry entry = task.entry(answers, approver);
        UUID read = answers.requiredId("versionId", "Отметьте, какую редакцию вы прочитали.");
        acts.decide(task.subjectId(), read, decision, remark, task.decider(approver, entry), entry);
        task.set(LocalActApprovalProcess.ACT_DECISION, decision.name());
    }

    private static String name(ActVersion text) {
        return "Редакция " + text.number() + ", та, что показана выше";
    }
}
