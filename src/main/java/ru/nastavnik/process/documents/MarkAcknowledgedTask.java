package ru.nastavnik.process.documents;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import ru.nastavnik.documents.Acknowledgements;
import ru.nastavnik.documents.LocalActs;
import ru.nastavnik.organisation.People;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.FormData.Choice;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.shared.DayBounds;
import ru.nastavnik.shared.Door;
import ru.nastavnik.shared.Entry;
import ru.nastavnik.shared.Known;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.RussianText;

/** «Отметить ознакомление под подпись»: the clerk ticks who has signed; on the screen people mark for themselves. */
@Component
class MarkAcknowledgedTask extends ActTask {

    /** A row of the table of those who are acquainted. */
    private record Acquainted(String person, String date) {}

    private final Acknowledgements acknowledgements;
    private final People people;

    MarkAcknowledgedTask(LocalActs acts, Acknowledgements acknowledgements, People people) {
        super(acts);
        this.acknowledgements = acknowledgements;
        this.people = people;
    }

    @Override
    public String task() {
        return AcknowledgementProcess.MARK_ACKNOWLEDGED;
    }

    @Override
    public void show(TaskContext task, FormData form) {
        UUID actId = task.subjectId();
        Map<UUID, LocalDate> acknowledged = acknowledgements.acknowledgedOn(actId);
        List<UUID> awaited = acknowledgements.awaited(actId);
        Map<UUID, String> names = people.named(
                Stream.concat(acknowledged.keySet().stream(), awaited.stream()).toList());
        form.put("act", about(task))
                .rows(
                        "already",
                        acknowledged.entrySet().stream()
                                .map(mark ->
                                        new Acquainted(Known.in(names, mark.getKey()), FormData.date(mark.getValue())))
                                .sorted(RussianText.by(Acquainted::person))
                                .toList());
        form.choices(
                "people",
                awaited.stream()
                        .map(personId -> new Choice(Known.in(names, personId), personId.toString()))
                        .sorted(RussianText.by(Choice::label))
                        .toList());
    }

    @Override
    public DayBounds days(TaskContext task, String key) {
        return acts.acquaintanceDays(task.subjectId());
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        List<UUID> personIds = answers.ids("personIds");
        if (personIds.isEmpty()) {
            throw Refusal.invalid("Отметьте хотя бы одного, кто ознакомлен.");
        }
        Entry entry = task.entryByAnybody(answers);
        if (entry.door() == Door.SCREEN) {
            throw Refusal.invalid("На экране каждый отмечает ознакомление сам, на странице «Ознакомление». "
                    + "Здесь выберите «На бумаге» или «С его слов».");
        }
        task.set(AcknowledgementProcess.ALL_ACKNOWLEDGED, acknowledgements.mark(task.subjectId(), personIds, entry));
    }
}
