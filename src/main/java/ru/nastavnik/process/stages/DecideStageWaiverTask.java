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
import ru.nastavnik.shared.Entry;

@Component
class DecideStageWaiverTask implements TaskWork {

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
        form.table("missing");
        roadmap.missing(task.subjectId())
                .forEach(row -> form.row(
                        "missing",
                        "number",
                        row.number(),
                        "title",
                        row.title(),
                        "state",
                        row.state().title()));
    }

    private static String name(Stage stage) {
        return stage.number() + ". " + stage.title();
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        StageWaiverVerdict verdict = answers.requiredChoice("decision", StageWaiverVerdict.class, "Выберите решение.");
        Entry entry = task.entry(answers, Role.DIRECTOR);
        waivers.decide(task.subjectId(), verdict, answers.text("remark"), task.decider(Role.DIRECTOR, entry), entry);
        task.set(StageWaiverProcess.WAIVER_DECISION, verdict.name());
    }
}
