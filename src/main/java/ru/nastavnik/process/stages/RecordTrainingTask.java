package ru.nastavnik.process.stages;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.nastavnik.organisation.People;
import ru.nastavnik.participants.Participant;
import ru.nastavnik.participants.ParticipantState;
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
class RecordTrainingTask implements TaskWork {

    private final Participants participants;
    private final People people;
    private final Occasions occasions;
    private final Roadmap roadmap;

    RecordTrainingTask(Participants participants, People people, Occasions occasions, Roadmap roadmap) {
        this.participants = participants;
        this.people = people;
        this.occasions = occasions;
        this.roadmap = roadmap;
    }

    @Override
    public String task() {
        return SelectionTrainingStageProcess.RECORD_TRAINING;
    }

    @Override
    public Set<Outcome> outcomes(UUID stageId) {
        return Set.of(Outcome.MENTORS_TRAINED);
    }

    @Override
    public void show(TaskContext task, FormData form) {
        form.choices(
                "mentors",
                people
                        .named(participants.of(task.programmeId(), Side.MENTOR).stream()
                                .filter(mentor -> mentor.state() == ParticipantState.SELECTED)
                                .map(Participant::personId)
                                .toList())
                        .entrySet()
                        .stream()
                        .map(name -> new Choice(name.getValue(), name.getKey().toString()))
                        .sorted(RussianText.by(Choice::label))
                        .toList());
    }

    @Override
    public DayBounds days(TaskContext task, String key) {
        return roadmap.programme(task.programmeId()).preparation(task.today());
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        occasions.held(
                task.programmeId(),
                Outcome.MENTORS_TRAINED,
                answers.requiredChoice("eventKind", OccasionKind.class, "Выберите вид обучения."),
                answers.text("subject"),
                answers.requiredDate("heldOn", "Укажите, когда прошло обучение."),
                answers.text("reference"),
                null,
                answers.ids("attendeeIds"),
                task.actor());
    }
}
