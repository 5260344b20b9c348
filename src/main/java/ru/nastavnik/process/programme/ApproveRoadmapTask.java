package ru.nastavnik.process.programme;

import org.springframework.stereotype.Component;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;
import ru.nastavnik.roadmap.Programmes;
import ru.nastavnik.roadmap.Roadmap;
import ru.nastavnik.shared.Entry;

@Component
class ApproveRoadmapTask implements TaskWork {

    private final Roadmap roadmap;
    private final Programmes programmes;

    ApproveRoadmapTask(Roadmap roadmap, Programmes programmes) {
        this.roadmap = roadmap;
        this.programmes = programmes;
    }

    @Override
    public String task() {
        return MentoringProgrammeProcess.APPROVE_ROADMAP;
    }

    @Override
    public void show(TaskContext task, FormData form) {
        form.table("rows");
        roadmap.stages(task.subjectId()).stream()
                .flatMap(stage -> roadmap.measures(stage.id()).stream())
                .forEach(row -> form.row(
                        "rows",
                        "number",
                        row.number(),
                        "title",
                        row.title(),
                        "due",
                        FormData.period(row.dueFrom(), row.dueTo()),
                        "responsible",
                        row.responsibleRole().title()));
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        Programmes.Verdict verdict = answers.requiredChoice("decision", Programmes.Verdict.class, "Выберите решение.");
        Entry entry = task.entry(answers, Role.DIRECTOR);
        programmes.decide(task.subjectId(), verdict, answers.text("remark"), task.decider(Role.DIRECTOR, entry), entry);
        task.set(MentoringProgrammeProcess.ROADMAP_DECISION, verdict.name());
    }
}
