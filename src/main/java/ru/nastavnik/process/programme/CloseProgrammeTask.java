package ru.nastavnik.process.programme;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.nastavnik.mentorship.Mentorship;
import ru.nastavnik.mentorship.Mentorships;
import ru.nastavnik.mentorship.PairLabels;
import ru.nastavnik.process.programme.MentoringProgrammeProcess.OpenPairs;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;
import ru.nastavnik.roadmap.Programmes;
import ru.nastavnik.roadmap.Roadmap;
import ru.nastavnik.shared.Known;
import ru.nastavnik.shared.RussianText;

@Component
class CloseProgrammeTask implements TaskWork {

    /** A row of the table. */
    private record StageRow(String number, String title, String state) {}

    /** A row of the table. */
    private record PairRow(String pair, String state, String period) {}

    private final Roadmap roadmap;
    private final Programmes programmes;
    private final Mentorships mentorships;
    private final PairLabels labels;

    CloseProgrammeTask(Roadmap roadmap, Programmes programmes, Mentorships mentorships, PairLabels labels) {
        this.roadmap = roadmap;
        this.programmes = programmes;
        this.mentorships = mentorships;
        this.labels = labels;
    }

    @Override
    public String task() {
        return MentoringProgrammeProcess.CLOSE_PROGRAMME;
    }

    @Override
    public void show(TaskContext task, FormData form) {
        form.rows(
                "stages",
                roadmap.stages(task.subjectId()).stream()
                        .map(stage -> new StageRow(
                                "" + stage.number(),
                                stage.title(),
                                stage.state().title()))
                        .toList());
        List<Mentorship> pairs = mentorships.workingOf(task.subjectId());
        Map<UUID, String> names = labels.of(pairs);
        form.rows(
                "pairs",
                pairs.stream()
                        .sorted(RussianText.by((Mentorship pair) -> Known.in(names, pair.id())))
                        .map(pair -> new PairRow(
                                Known.in(names, pair.id()),
                                pair.stateTitle(),
                                FormData.period(pair.periodFrom(), pair.periodTo())))
                        .toList());
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        OpenPairs pairs = answers.requiredChoice(
                "openPairs", OpenPairs.class, "Выберите, что будет с парами, которые ещё работают.");
        programmes.conclude(task.subjectId(), answers.text("conclusion"));
        task.set(MentoringProgrammeProcess.OPEN_PAIRS, pairs.name());
    }
}
