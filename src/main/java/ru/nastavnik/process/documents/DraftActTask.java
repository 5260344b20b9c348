package ru.nastavnik.process.documents;

import java.util.List;
import org.springframework.stereotype.Component;
import ru.nastavnik.documents.ActKind;
import ru.nastavnik.documents.LocalAct;
import ru.nastavnik.documents.LocalActs;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.ResponsibleRoles;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.roadmap.Roadmap;
import ru.nastavnik.shared.DayBounds;
import ru.nastavnik.shared.Door;
import ru.nastavnik.shared.Entry;

/** «Подготовить проект документа»: ready, there already, not required, or given to somebody else. */
@Component
class DraftActTask extends ActTask {

    /** The four ways out, as in the form. */
    private enum DraftOutcome {
        DONE,
        EXISTS,
        NOT_REQUIRED,
        HANDED_OVER
    }

    private final Roadmap roadmap;
    private final ActRows rows;

    DraftActTask(LocalActs acts, Roadmap roadmap, ActRows rows) {
        super(acts);
        this.roadmap = roadmap;
        this.rows = rows;
    }

    @Override
    public String task() {
        return LocalActApprovalProcess.DRAFT_ACT;
    }

    @Override
    public void show(TaskContext task, FormData form) {
        LocalAct act = act(task);
        List<String> agreement = act.kind().agreement();
        form.put("kind", act.kind().title())
                .put("agreement", agreement.isEmpty() ? null : String.join(", ", agreement))
                .put("councilMayBeDemanded", !agreement.contains(ActKind.COUNCIL))
                .put("rejection", acts.rejectionBefore(act).orElse(null))
                .choices("roles", ResponsibleRoles.choices());
        showText(act, form);
    }

    @Override
    public DayBounds days(TaskContext task, String key) {
        return LocalActs.existingDays(task.today());
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        LocalAct act = act(task);
        boolean agreementAwaited = false;
        DraftOutcome outcome =
                answers.requiredChoice("outcome", DraftOutcome.class, "Отметьте, чем закончилась подготовка.");
        switch (outcome) {
            case DONE ->
                agreementAwaited = acts.draft(
                        act.id(), title(answers), text(answers), answers.flag("councilDemanded"), task.actor());
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
        task.set(LocalActApprovalProcess.AGREEMENT_AWAITED, agreementAwaited);
    }
}
