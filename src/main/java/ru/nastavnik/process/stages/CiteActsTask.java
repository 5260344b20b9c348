package ru.nastavnik.process.stages;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import ru.nastavnik.documents.ActKind;
import ru.nastavnik.documents.ActKinds;
import ru.nastavnik.documents.LocalActs;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.process.documents.ActRows;
import ru.nastavnik.process.stages.ActsToCite.Asked;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;
import ru.nastavnik.roadmap.Outcome;
import ru.nastavnik.roadmap.Roadmap;
import ru.nastavnik.shared.DayBounds;
import ru.nastavnik.shared.Door;
import ru.nastavnik.shared.Entry;

/**
 * «Указать действующие документы»: what is there is cited, what is missing will be drafted. Asked are the acts for which
 * the roadmap waits, then those that the school demands. The form has a place for six; an act beyond them is drafted,
 * and its draft may still be answered with the act that is there.
 */
@Component
class CiteActsTask implements TaskWork {

    private static final int PLACES = 6;

    private enum ActNeed {
        EXISTS,
        MAKE,
        NOT_REQUIRED
    }

    private final ActsToCite toCite;
    private final ActKinds kinds;
    private final LocalActs acts;
    private final Roadmap roadmap;
    private final ActRows rows;

    CiteActsTask(ActsToCite toCite, ActKinds kinds, LocalActs acts, Roadmap roadmap, ActRows rows) {
        this.toCite = toCite;
        this.kinds = kinds;
        this.acts = acts;
        this.roadmap = roadmap;
        this.rows = rows;
    }

    @Override
    public String task() {
        return PreparationStageProcess.CITE_ACTS;
    }

    /** Founding acts are the same for every programme, whatever its roadmap asks for. */
    @Override
    public Set<Outcome> outcomes(UUID stageId) {
        return kinds
                .founding(
                        roadmap.programme(roadmap.stage(stageId).programmeId()).organisationId())
                .stream()
                .flatMap(kind -> ActRows.outcome(kind).stream())
                .collect(Collectors.toSet());
    }

    /** Acts that are known from an earlier programme are proposed. */
    @Override
    public void show(TaskContext task, FormData form) {
        List<Asked> asked = toCite.of(task.organisationId(), task.programmeId());
        form.put("nothingAsked", asked.isEmpty());
        for (int place = 1; place <= PLACES; place++) {
            String key = "act" + place;
            ActKind kind = place <= asked.size() ? asked.get(place - 1).kind() : null;
            form.put(key + "Asked", kind != null);
            if (kind != null) {
                form.put(key + "Kind", kind.title());
                acts.inForce(task.organisationId(), kind.code())
                        .ifPresent(act -> form.put(key + "State", ActNeed.EXISTS.name())
                                .put(key + "Number", act.number())
                                .put(key + "Date", act.date()));
            }
        }
    }

    @Override
    public DayBounds days(TaskContext task, String key) {
        return LocalActs.existingDays(task.today());
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        List<Asked> asked = toCite.of(task.organisationId(), task.programmeId());
        for (int i = 0; i < asked.size(); i++) {
            if (i < PLACES) {
                complete(task, answers, asked.get(i), "act" + (i + 1));
            } else {
                make(task, asked.get(i));
            }
        }
    }

    private void complete(TaskContext task, Answers answers, Asked asked, String key) {
        String name = "«" + asked.kind().title() + "»: ";
        switch (answers.requiredChoice(key + "State", ActNeed.class, name + "отметьте, есть ли такой документ.")) {
            case EXISTS -> {
                UUID actId = acts.cite(
                        task.organisationId(),
                        task.programmeId(),
                        asked.measureId(),
                        asked.kind().code(),
                        answers.required(key + "Number", name + "укажите номер."),
                        answers.requiredDate(key + "Date", name + "укажите дату."),
                        task.decider(Role.CURATOR),
                        new Entry(Door.SCREEN, task.today(), null, task.actor()));
                rows.reach(task.programmeId(), acts.get(actId), task.today(), task.actor());
            }
            case NOT_REQUIRED -> {
                String reason = answers.required(key + "Reason", name + "напишите, почему сейчас не требуется.");
                ActRows.outcome(asked.kind())
                        .ifPresent(reached ->
                                roadmap.notRequired(task.programmeId(), reached, reason, task.today(), task.actor()));
            }
            case MAKE -> make(task, asked);
        }
    }

    private void make(TaskContext task, Asked asked) {
        acts.request(
                task.organisationId(),
                task.programmeId(),
                asked.measureId(),
                asked.kind().code(),
                asked.kind().title(),
                asked.drafter());
        ActRows.outcome(asked.kind()).ifPresent(reached -> roadmap.begin(task.programmeId(), reached));
    }
}
