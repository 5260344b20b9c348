package ru.nastavnik.process.stages;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.FormData.Choice;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;
import ru.nastavnik.roadmap.Outcome;
import ru.nastavnik.roadmap.Publications;
import ru.nastavnik.shared.Refusal;

@Component
class PublishNewsTask implements TaskWork {

    private final Publications publications;

    PublishNewsTask(Publications publications) {
        this.publications = publications;
    }

    @Override
    public String task() {
        return InformationSupportStageProcess.PUBLISH_NEWS;
    }

    @Override
    public Set<Outcome> outcomes(UUID stageId) {
        return Set.of(Outcome.NEWS_PUBLISHED);
    }

    @Override
    public void show(TaskContext task, FormData form) {
        form.table("milestones").table("uncovered");
        publications
                .milestones(task.programmeId())
                .forEach(milestone ->
                        form.row("milestones", "date", FormData.date(milestone.on()), "event", milestone.event()));
        publications
                .uncovered(task.programmeId())
                .forEach(stage -> form.row("uncovered", "number", "" + stage.number(), "title", stage.title()));
        form.choices(
                "stages",
                publications.coverable(task.programmeId()).stream()
                        .map(stage -> new Choice(
                                stage.number() + ". " + stage.title(),
                                stage.id().toString()))
                        .toList());
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        if (answers.ids("stageIds").isEmpty()) {
            throw Refusal.invalid("Отметьте, о каких этапах публикация.");
        }
        publications.published(
                task.programmeId(),
                answers.required("link", "Внесите ссылку на публикацию."),
                answers.requiredDate("publishedOn", "Укажите дату публикации."),
                answers.ids("stageIds"),
                task.actor());
    }
}
