package ru.nastavnik.process.documents;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.nastavnik.documents.LocalAct;
import ru.nastavnik.documents.LocalActs;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.process.stages.ResponsibleRoles;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;
import ru.nastavnik.roadmap.Outcome;
import ru.nastavnik.roadmap.Roadmap;
import ru.nastavnik.shared.Door;
import ru.nastavnik.shared.Entry;

/** «Подготовить проект документа»: ready, there already, not required, or given to somebody else. */
@Component
class DraftActTask implements TaskWork {

    /** The four ways out, as in the form. */
    private enum DraftOutcome {
        DONE,
        EXISTS,
        NOT_REQUIRED,
        HANDED_OVER
    }

    private final LocalActs acts;
    private final Roadmap roadmap;
    private final ActRows rows;

    DraftActTask(LocalActs acts, Roadmap roadmap, ActRows rows) {
        this.acts = acts;
        this.roadmap = roadmap;
        this.rows = rows;
    }

    @Override
    public String task() {
        return LocalActApprovalProcess.DRAFT_ACT;
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
                .put("rejection", acts.rejectionBefore(act).orElse(null))
                .put("title", act.title())
                .put("text", act.body())
                .choices("roles", ResponsibleRoles.choices());
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        LocalAct act = acts.get(task.subjectId());
        DraftOutcome outcome =
                answers.requiredChoice("outcome", DraftOutcome.class, "Отметьте, чем закончилась подготовка.");
        boolean councilDemanded = outcome == DraftOutcome.DONE && answers.flag("councilDemanded");
        switch (outcome) {
            case DONE ->
                acts.draft(
                        act.id(),
                        answers.required("title", "Укажите заголовок документа."),
                        answers.required("text", "Внесите текст документа или его краткое содержание."),
                        councilDemanded);
            case EXISTS ->
                rows.reach(
                        act.programmeId(),
                        acts.get(acts.citeInstead(
                                act.id(),
                                answers.required("number", "Укажите номер документа, который уже есть."),
                                answers.requiredDate("date", "Укажите дату документа, который уже есть."),
                                task.decider(act.drafterRole()),
                                new Entry(Door.SCREEN, task.today(), null, task.actor()))),
                        task.today(),
                        task.actor());
            case NOT_REQUIRED -> {
                String reason = answers.required("reason", "Напишите, почему документ сейчас не требуется.");
                acts.notRequired(act.id(), reason);
                ActRows.outcome(act.kind())
                        .ifPresent(reached ->
                                roadmap.notRequired(task.programmeId(), reached, reason, task.today(), task.actor()));
            }
            case HANDED_OVER ->
                acts.handOver(
                        act.id(),
                        answers.requiredChoice(
                                "handOverTo", Role.class, "Выберите, кому передать подготовку документа."));
        }
        task.set(LocalActApprovalProcess.DRAFT_OUTCOME, outcome.name());
        task.set(LocalActApprovalProcess.COUNCIL_DEMANDED, councilDemanded);
    }
}
