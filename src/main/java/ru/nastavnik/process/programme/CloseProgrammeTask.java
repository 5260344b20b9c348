package ru.nastavnik.process.programme;

import org.springframework.stereotype.Component;
import ru.nastavnik.mentorship.Mentorships;
import ru.nastavnik.process.programme.MentoringProgrammeProcess.OpenPairs;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;
import ru.nastavnik.roadmap.Programmes;
import ru.nastavnik.roadmap.Roadmap;

@Component
class CloseProgrammeTask implements TaskWork {

    private final Roadmap roadmap;
    private final Programmes programmes;
    private final Mentorships mentorships;

    CloseProgrammeTask(Roadmap roadmap, Programmes programmes, Mentorships mentorships) {
        this.roadmap = roadmap;
        this.programmes = programmes;
        this.mentorships = mentorships;
    }

    @Override
    public String task() {
        return MentoringProgrammeProcess.CLOSE_PROGRAMME;
    }

    @Override
    public void show(TaskContext task, FormData form) {
        form.table("stages").table("pairs");
        roadmap.stages(task.subjectId())
                .forEach(stage -> form.row(
                        "stages",
                        "number",
                        "" + stage.number(),
                        "title",
                        stage.title(),
                        "state",
                        stage.state().title()));
        mentorships
                .workingOf(task.subjectId())
                .forEach(pair -> form.row(
                        "pairs",
                        "pair",
                        mentorships.label(pair.id()),
                        "state",
                        pair.stateTitle(),
                        "period",
                        FormData.period(pair.periodFrom(), pair.periodTo())));
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        OpenPairs pairs = answers.requiredChoice(
                "openPairs", OpenPairs.class, "Выберите, что будет с парами, которые ещё работают.");
        programmes.conclude(task.subjectId(), answers.text("conclusion"));
        task.set(MentoringProgrammeProcess.OPEN_PAIRS, pairs.name());
    }
}
