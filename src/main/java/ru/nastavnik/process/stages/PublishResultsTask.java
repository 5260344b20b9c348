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

@Component
class PublishResultsTask implements TaskWork {

    private final Publications publications;

    PublishResultsTask(Publications publications) {
        this.publications = publications;
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
        form.table("uncovered");
        publications
                .uncovered(task.programmeId())
                .forEach(stage -> form.row("uncovered", "number", "" + stage.number(), "title", stage.title()));
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
