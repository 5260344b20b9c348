package ru.nastavnik.process.stages;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;
import ru.nastavnik.roadmap.Outcome;
import ru.nastavnik.roadmap.Publications;
import ru.nastavnik.roadmap.Roadmap;
import ru.nastavnik.shared.DayBounds;

@Component
class PublishResultsTask implements TaskWork {

    private final Publications publications;
    private final Roadmap roadmap;

    PublishResultsTask(Publications publications, Roadmap roadmap) {
        this.publications = publications;
        this.roadmap = roadmap;
    }

    @Override
    public String task() {
        return InformationSupportStageProcess.PUBLISH_RESULTS;
    }

    @Override
    public Set<Outcome> outcomes(UUID stageId) {
        return Set.of(Outcome.NEWS_PUBLISHED, Outcome.RESULTS_PUBLISHED);
    }

    @Override
    public void show(TaskContext task, FormData form) {
        form.rows("uncovered", UncoveredStage.of(publications.uncovered(task.programmeId())));
    }

    @Override
    public DayBounds days(TaskContext task, String key) {
        return roadmap.programme(task.programmeId()).work(task.today());
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        publications.resultsPublished(
                task.programmeId(),
                answers.required("link", "Внесите ссылку на публикацию."),
                answers.requiredDate("publishedOn", "Укажите дату публикации."),
                task.actor());
    }
}
