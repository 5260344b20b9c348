package ru.nastavnik.process.stages;

import org.springframework.stereotype.Component;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;
import ru.nastavnik.roadmap.Roadmap;
import ru.nastavnik.roadmap.Stage;
import ru.nastavnik.roadmap.StageWaiverVerdict;
import ru.nastavnik.roadmap.StageWaivers;
import ru.nastavnik.shared.DayBounds;
import ru.nastavnik.shared.Entry;

@Component
class DecideStageWaiverTask implements TaskWork {

    /** A row of the table. */
    private record Missing(String number, String title, String state) {}

    private final Roadmap roadmap;
    private final StageWaivers waivers;

    DecideStageWaiverTask(Roadmap roadmap, StageWaivers waivers) {
        this.roadmap = roadmap;
        this.waivers = waivers;
    }

    @Override
    public String task() {
        return StageWaiverProcess.DECIDE_STAGE_WAIVER;
    }

    @Override
    public String about(TaskContext task) {
        return name(roadmap.stage(task.subjectId()));
    }

    @Override
    public void show(TaskContext task, FormData form) {
        form.put("stage", name(roadmap.stage(task.subjectId())));
        waivers.requested(task.subjectId()).ifPresent(waiver -> form.put("reason", waiver.reason()));
        form.rows(
                "missing",
                roadmap.missing(task.subjectId()).stream()
                        .map(row -> new Missing(
                                row.number(), row.title(), row.state().title()))
                        .toList());
    }

    private static String name(Stage stage) {
        return stage.number() + ". " + stage.title();
    }

    @Override
    public DayBounds days(TaskContext task, String key) {
        return waivers.decisionDays(task.subjectId());
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        StageWaiverVerdict verdict = answers.requiredChoice("decision", StageWaiverVerdict.class, "Выберите решение.");
        Entry entry = task.entry(answers, Role.DIRECTOR);
        waivers.decide(task.subjectId(), verdict, answers.text("remark"), task.decider(Role.DIRECTOR, entry), entry);
        task.set(StageWaiverProcess.WAIVER_DECISION, verdict.name());
    }
}
