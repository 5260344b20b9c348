package ru.nastavnik.process.programme;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;
import ru.nastavnik.roadmap.Outcome;
import ru.nastavnik.roadmap.Programmes;
import ru.nastavnik.roadmap.Roadmap;
import ru.nastavnik.roadmap.RoadmapVerdict;
import ru.nastavnik.shared.DayBounds;
import ru.nastavnik.shared.Entry;

@Component
class ApproveRoadmapTask implements TaskWork {

    /** A row of the table. */
    private record Row(String number, String title, String due, String responsible) {}

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
    public Set<Outcome> outcomes(UUID programmeId) {
        return Set.of(Outcome.ROADMAP_APPROVED);
    }

    @Override
    public void show(TaskContext task, FormData form) {
        form.rows(
                "rows",
                roadmap.rows(task.subjectId()).stream()
                        .map(row -> new Row(
                                row.number(),
                                row.title(),
                                FormData.period(row.dueFrom(), row.dueTo()),
                                row.responsible()))
                        .toList());
    }

    @Override
    public DayBounds days(TaskContext task, String key) {
        return roadmap.programme(task.programmeId()).preparation(task.today());
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        RoadmapVerdict verdict = answers.requiredChoice("decision", RoadmapVerdict.class, "Выберите решение.");
        Entry entry = task.entry(answers, Role.DIRECTOR);
        programmes.decide(task.subjectId(), verdict, answers.text("remark"), task.decider(Role.DIRECTOR, entry), entry);
        task.set(MentoringProgrammeProcess.ROADMAP_DECISION, verdict.name());
    }
}
