package ru.nastavnik.process.stages;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.nastavnik.organisation.People;
import ru.nastavnik.participants.Participant;
import ru.nastavnik.participants.Participants;
import ru.nastavnik.participants.Side;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.FormData.Choice;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;
import ru.nastavnik.roadmap.OccasionKind;
import ru.nastavnik.roadmap.Occasions;
import ru.nastavnik.roadmap.Outcome;
import ru.nastavnik.roadmap.Roadmap;
import ru.nastavnik.shared.DayBounds;
import ru.nastavnik.shared.RussianText;

@Component
class RecordFinalEventTask implements TaskWork {

    private final Participants participants;
    private final People people;
    private final Occasions occasions;
    private final Roadmap roadmap;

    RecordFinalEventTask(Participants participants, People people, Occasions occasions, Roadmap roadmap) {
        this.participants = participants;
        this.people = people;
        this.occasions = occasions;
        this.roadmap = roadmap;
    }

    @Override
    public String task() {
        return CompletionStageProcess.RECORD_FINAL_EVENT;
    }

    @Override
    public Set<Outcome> outcomes(UUID stageId) {
        return Set.of(Outcome.FINAL_EVENT_HELD);
    }

    @Override
    public void show(TaskContext task, FormData form) {
        form.choices(
                "participants",
                people.named(inBanks(task)).entrySet().stream()
                        .map(name -> new Choice(name.getValue(), name.getKey().toString()))
                        .sorted(RussianText.by(Choice::label))
                        .toList());
    }

    private List<UUID> inBanks(TaskContext task) {
        return Arrays.stream(Side.values())
                .flatMap(side -> participants.bank(task.programmeId(), side).stream())
                .map(Participant::personId)
                .distinct()
                .toList();
    }

    @Override
    public DayBounds days(TaskContext task, String key) {
        return roadmap.programme(task.programmeId()).work(task.today());
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        occasions.held(
                task.programmeId(),
                Outcome.FINAL_EVENT_HELD,
                answers.requiredChoice("eventKind", OccasionKind.class, "Выберите вид мероприятия."),
                null,
                answers.requiredDate("heldOn", "Укажите, когда прошло мероприятие."),
                answers.text("reference"),
                answers.text("practices"),
                answers.ids("attendeeIds"),
                task.actor());
    }
}
