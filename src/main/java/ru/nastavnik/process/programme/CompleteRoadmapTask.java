package ru.nastavnik.process.programme;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.nastavnik.organisation.People;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.FormData.Choice;
import ru.nastavnik.process.task.Remark;
import ru.nastavnik.process.task.ResponsibleRoles;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;
import ru.nastavnik.roadmap.Outcome;
import ru.nastavnik.roadmap.Programmes;
import ru.nastavnik.roadmap.Roadmap;
import ru.nastavnik.roadmap.RoadmapVerdict;
import ru.nastavnik.shared.DayBounds;
import ru.nastavnik.shared.Decisions;
import ru.nastavnik.shared.Refusal;

@Component
class CompleteRoadmapTask implements TaskWork {

    /** A row of the table. */
    private record Row(String number, String title, String from, String to, String responsible, String accepted) {}

    private enum Step {
        ACCEPT,
        CHANGE
    }

    private final Roadmap roadmap;
    private final Programmes programmes;
    private final Decisions decisions;
    private final People people;

    CompleteRoadmapTask(Roadmap roadmap, Programmes programmes, Decisions decisions, People people) {
        this.roadmap = roadmap;
        this.programmes = programmes;
        this.decisions = decisions;
        this.people = people;
    }

    @Override
    public String task() {
        return MentoringProgrammeProcess.COMPLETE_ROADMAP;
    }

    @Override
    public Set<Outcome> outcomes(UUID programmeId) {
        return Set.of(Outcome.ROADMAP_APPROVED);
    }

    @Override
    public void show(TaskContext task, FormData form) {
        form.rows(
                "remarks",
                decisions.about(task.subjectId()).stream()
                        .filter(decision -> decision.is(RoadmapVerdict.RETURN))
                        .map(decision -> Remark.of(decision, people))
                        .toList());
        form.rows(
                "rows",
                roadmap.rows(task.subjectId()).stream()
                        .map(row -> new Row(
                                row.number(),
                                row.title(),
                                FormData.date(row.dueFrom()),
                                FormData.date(row.dueTo()),
                                row.responsible(),
                                row.accepted() ? "да" : "предложено"))
                        .toList());
        form.choices(
                "measures",
                roadmap.rows(task.subjectId()).stream()
                        .map(row -> new Choice(row.shortTitle(), row.id().toString()))
                        .toList());
        form.choices("roles", ResponsibleRoles.choices());
    }

    @Override
    public DayBounds days(TaskContext task, String key) {
        return roadmap.programme(task.programmeId()).plan();
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        Step step = answers.requiredChoice(
                "step", Step.class, "Выберите, что сделать: принять всё или изменить одну строку.");
        if (step == Step.CHANGE) {
            UUID measureId = answers.requiredId("measureId", "Выберите мероприятие, которое меняете.");
            if (roadmap.rows(task.subjectId()).stream()
                    .noneMatch(row -> row.id().equals(measureId))) {
                throw Refusal.notFound("Такого мероприятия в этой дорожной карте нет.");
            }
            programmes.change(
                    measureId, answers.choice("role", Role.class), answers.date("dueFrom"), answers.date("dueTo"));
        } else {
            programmes.submit(task.subjectId());
        }
        task.set(MentoringProgrammeProcess.ROADMAP_COMPLETED, step == Step.ACCEPT);
    }
}
