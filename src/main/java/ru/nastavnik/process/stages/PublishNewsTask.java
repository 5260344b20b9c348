package ru.nastavnik.process.stages;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.nastavnik.consent.ConsentKind.Gate;
import ru.nastavnik.consent.Consents;
import ru.nastavnik.organisation.People;
import ru.nastavnik.participants.Participant;
import ru.nastavnik.participants.Participants;
import ru.nastavnik.participants.Side;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.FormData.Choice;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;
import ru.nastavnik.roadmap.Outcome;
import ru.nastavnik.roadmap.Publications;
import ru.nastavnik.roadmap.Roadmap;
import ru.nastavnik.shared.DayBounds;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.RussianText;

@Component
class PublishNewsTask implements TaskWork {

    /** A row of the table. */
    private record Milestone(String date, String event) {}

    private final Publications publications;
    private final Consents consents;
    private final Participants participants;
    private final People people;
    private final Roadmap roadmap;

    PublishNewsTask(
            Publications publications, Consents consents, Participants participants, People people, Roadmap roadmap) {
        this.publications = publications;
        this.consents = consents;
        this.participants = participants;
        this.people = people;
        this.roadmap = roadmap;
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
        form.rows(
                "milestones",
                publications.milestones(task.programmeId()).stream()
                        .map(milestone -> new Milestone(FormData.date(milestone.on()), milestone.event()))
                        .toList());
        form.rows("uncovered", UncoveredStage.of(publications.uncovered(task.programmeId())));
        form.put("withoutPicture", withoutPicture(task));
        form.choices(
                "stages",
                publications.coverable(task.programmeId()).stream()
                        .map(stage -> new Choice(
                                stage.number() + ". " + stage.title(),
                                stage.id().toString()))
                        .toList());
    }

    /** Without a consent of its own nobody's picture is published; that keeps nobody out of a pair (152.1 ГК РФ). */
    private @Nullable String withoutPicture(TaskContext task) {
        Set<UUID> without = new HashSet<>();
        for (Side side : Side.values()) {
            List<UUID> bank = participants.bank(task.programmeId(), side).stream()
                    .map(Participant::personId)
                    .toList();
            without.addAll(consents.missing(task.organisationId(), side, bank, Gate.PUBLICATION)
                    .keySet());
        }
        return without.isEmpty()
                ? null
                : people.named(without).values().stream()
                        .sorted(RussianText.by(Function.identity()))
                        .collect(Collectors.joining("; "));
    }

    @Override
    public DayBounds days(TaskContext task, String key) {
        return roadmap.programme(task.programmeId()).preparation(task.today());
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
