package ru.nastavnik.process.consent;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.nastavnik.consent.Consent;
import ru.nastavnik.consent.Consents;
import ru.nastavnik.mentorship.Banks;
import ru.nastavnik.organisation.People;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;
import ru.nastavnik.roadmap.Outcome;
import ru.nastavnik.shared.Door;
import ru.nastavnik.shared.Entry;
import ru.nastavnik.shared.Known;
import ru.nastavnik.shared.RussianText;

/** «Связаться с теми, кто не ответил»: after the reminders a person asks. */
@Component
class ContactSilentTask implements TaskWork {

    /** A row of the table. */
    private record Row(String person, String kind, String since) {}

    private final Consents consents;
    private final ConsentCollections collections;
    private final People people;

    ContactSilentTask(Consents consents, ConsentCollections collections, People people) {
        this.consents = consents;
        this.collections = collections;
        this.people = people;
    }

    @Override
    public String task() {
        return ConsentCollectionProcess.CONTACT_SILENT;
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
        List<Consent> silent = consents.awaited(task.subjectId());
        Map<UUID, String> names =
                people.named(silent.stream().map(Consent::personId).toList());
        form.rows(
                "silent",
                silent.stream()
                        .sorted(RussianText.by((Consent consent) -> Known.in(names, consent.personId()))
                                .thenComparing(Consent.BY_KIND))
                        .map(consent -> new Row(
                                Known.in(names, consent.personId()),
                                consent.title(),
                                FormData.date(consent.requestedOn())))
                        .toList());
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        consents.contacted(
                task.subjectId(),
                answers.required("note", "Напишите, чем закончился разговор."),
                task.decider(Role.CURATOR),
                new Entry(Door.SCREEN, task.today(), null, task.actor()));
    }
}
