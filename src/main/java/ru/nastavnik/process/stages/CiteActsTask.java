package ru.nastavnik.process.stages;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.nastavnik.documents.ActKind;
import ru.nastavnik.documents.LocalActs;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.process.documents.ActRows;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;
import ru.nastavnik.roadmap.Measure;
import ru.nastavnik.roadmap.Outcome;
import ru.nastavnik.roadmap.Roadmap;
import ru.nastavnik.shared.Door;
import ru.nastavnik.shared.Entry;

/** «Указать действующие документы»: what is there is cited, what is missing will be drafted. */
@Component
class CiteActsTask implements TaskWork {

    private enum ActNeed {
        EXISTS,
        MAKE,
        NOT_REQUIRED
    }

    /** One act of the form: what it brings about and the beginning of its keys. */
    private record Asked(ActKind kind, Outcome outcome, String key) {}

    private static final List<Asked> ACTS = List.of(
            new Asked(ActKind.REGULATION_ORDER, Outcome.REGULATION_ORDER_IN_FORCE, "regulationOrder"),
            new Asked(ActKind.REGULATION, Outcome.REGULATION_IN_FORCE, "regulation"));

    private final LocalActs acts;
    private final Roadmap roadmap;
    private final ActRows rows;

    CiteActsTask(LocalActs acts, Roadmap roadmap, ActRows rows) {
        this.acts = acts;
        this.roadmap = roadmap;
        this.rows = rows;
    }

    @Override
    public String task() {
        return PreparationStageProcess.CITE_ACTS;
    }

    /** Acts that are known from an earlier programme are proposed. */
    @Override
    public Set<Outcome> outcomes(UUID stageId) {
        return Set.of(Outcome.REGULATION_ORDER_IN_FORCE, Outcome.REGULATION_IN_FORCE);
    }

    @Override
    public void show(TaskContext task, FormData form) {
        ACTS.forEach(asked -> acts.inForce(task.organisationId(), asked.kind())
                .ifPresent(act -> form.put(asked.key() + "State", ActNeed.EXISTS.name())
                        .put(asked.key() + "Number", act.number())
                        .put(asked.key() + "Date", act.date())));
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        ACTS.forEach(asked -> complete(task, answers, asked));
    }

    private void complete(TaskContext task, Answers answers, Asked asked) {
        String name = "«" + asked.kind().title() + "»: ";
        Measure row = roadmap.rows(task.programmeId(), asked.outcome()).stream()
                .findFirst()
                .orElse(null);
        UUID measureId = row == null ? null : row.id();
        switch (answers.requiredChoice(
                asked.key() + "State", ActNeed.class, name + "отметьте, есть ли такой документ.")) {
            case EXISTS -> {
                UUID actId = acts.cite(
                        task.organisationId(),
                        task.programmeId(),
                        measureId,
                        asked.kind(),
                        answers.required(asked.key() + "Number", name + "укажите номер."),
                        answers.requiredDate(asked.key() + "Date", name + "укажите дату."),
                        task.decider(Role.CURATOR),
                        new Entry(Door.SCREEN, task.today(), null, task.actor()));
                rows.reach(task.programmeId(), acts.get(actId), task.today(), task.actor());
            }
            case NOT_REQUIRED -> {
                String reason =
                        answers.required(asked.key() + "Reason", name + "напишите, почему сейчас не требуется.");
                roadmap.notRequired(task.programmeId(), asked.outcome(), reason, task.today(), task.actor());
            }
            case MAKE -> {
                acts.request(
                        task.organisationId(),
                        task.programmeId(),
                        measureId,
                        asked.kind(),
                        asked.kind().title(),
                        row == null ? Role.CURATOR : row.responsibleRole());
                roadmap.begin(task.programmeId(), asked.outcome());
            }
        }
    }
}
