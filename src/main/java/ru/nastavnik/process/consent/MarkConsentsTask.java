package ru.nastavnik.process.consent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.nastavnik.consent.Consent;
import ru.nastavnik.consent.ConsentState;
import ru.nastavnik.consent.Consents;
import ru.nastavnik.mentorship.Banks;
import ru.nastavnik.organisation.People;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.FormData.Choice;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;
import ru.nastavnik.roadmap.Outcome;
import ru.nastavnik.shared.DayBounds;
import ru.nastavnik.shared.Door;
import ru.nastavnik.shared.Entry;
import ru.nastavnik.shared.Known;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.RussianText;

/** «Отметить полученные согласия»: one table for all; on the screen everybody answers for themselves. */
@Component
class MarkConsentsTask implements TaskWork {

    /** A row of the table. */
    private record Row(String person, String kind, String state, String since) {}

    private final Consents consents;
    private final ConsentCollections collections;
    private final People people;

    MarkConsentsTask(Consents consents, ConsentCollections collections, People people) {
        this.consents = consents;
        this.collections = collections;
        this.people = people;
    }

    @Override
    public String task() {
        return ConsentCollectionProcess.MARK_CONSENTS;
    }

    @Override
    public Set<Outcome> outcomes(UUID collectionId) {
        return Set.of(Banks.formed(consents.collection(collectionId).side()));
    }

    @Override
    public String about(TaskContext task) {
        return collections.title(task.subjectId());
    }

    @Override
    public void show(TaskContext task, FormData form) {
        List<Consent> all = consents.ofCollection(task.subjectId());
        Map<UUID, String> names =
                people.named(all.stream().map(Consent::personId).toList());
        List<Consent> sorted = all.stream()
                .sorted(RussianText.by((Consent consent) -> Known.in(names, consent.personId()))
                        .thenComparing(Consent.BY_KIND))
                .toList();
        form.rows(
                "state",
                sorted.stream()
                        .map(consent -> new Row(
                                Known.in(names, consent.personId()),
                                consent.title(),
                                consent.state().title(),
                                FormData.date(since(consent))))
                        .toList());
        form.choices(
                "awaited",
                sorted.stream()
                        .filter(consent -> consent.state() == ConsentState.AWAITED)
                        .map(consent -> new Choice(
                                Known.in(names, consent.personId()) + ": " + consent.title(),
                                consent.id().toString()))
                        .toList());
    }

    private static LocalDate since(Consent consent) {
        return consent.answeredOn() != null ? consent.answeredOn() : consent.requestedOn();
    }

    @Override
    public DayBounds days(TaskContext task, String key) {
        return task.untilToday().notBefore(consents.firstText(), "день, с которого действуют тексты согласий");
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        List<UUID> given = answers.ids("givenIds");
        List<UUID> refused = answers.ids("refusedIds");
        if (given.isEmpty() && refused.isEmpty()) {
            throw Refusal.invalid("Отметьте хотя бы одно полученное согласие или отказ.");
        }
        if (given.stream().anyMatch(refused::contains)) {
            throw Refusal.invalid("Одно и то же отмечено и как согласие, и как отказ. Оставьте одну отметку.");
        }
        Entry entry = task.entryByAnybody(answers);
        if (entry.door() == Door.SCREEN) {
            throw Refusal.invalid(
                    "На экране каждый отвечает сам, в своей задаче. Здесь выберите «На бумаге» " + "или «С его слов».");
        }
        List<Consents.Answer> recorded = new ArrayList<>();
        given.forEach(id -> recorded.add(new Consents.Answer(id, true)));
        refused.forEach(id -> recorded.add(new Consents.Answer(id, false)));
        consents.answer(recorded, entry);
        task.set(ConsentCollectionProcess.CONSENTS_AWAITED, consents.isAwaited(task.subjectId()));
    }
}
