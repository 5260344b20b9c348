package ru.nastavnik.process.consent;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import ru.nastavnik.consent.Consent;
import ru.nastavnik.consent.Consents;
import ru.nastavnik.organisation.People;
import ru.nastavnik.organisation.Person;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;
import ru.nastavnik.roadmap.Outcome;
import ru.nastavnik.shared.Door;
import ru.nastavnik.shared.Entry;

/** «Связаться с теми, кто не ответил»: after the reminders a person asks. */
@Component
class ContactSilentTask implements TaskWork {

    private final Consents consents;
    private final People people;

    ContactSilentTask(Consents consents, People people) {
        this.consents = consents;
        this.people = people;
    }

    @Override
    public String task() {
        return ConsentCollectionProcess.CONTACT_SILENT;
    }

    @Override
    public Set<Outcome> outcomes(UUID collectionId) {
        return Set.of(ConsentCollectionProcess.BANK_FORMED.get(consents.collection(collectionId).side()));
    }

    @Override
    public String about(TaskContext task) {
        return consents.collection(task.subjectId()).side().bankTitle();
    }

    @Override
    public void show(TaskContext task, FormData form) {
        form.table("silent");
        List<Consent> silent = consents.awaited(task.subjectId());
        Map<UUID, Person> persons =
                people.persons(silent.stream().map(Consent::personId).collect(Collectors.toSet()));
        silent.forEach(consent -> form.row(
                "silent",
                "person",
                persons.get(consent.personId()).shortName(),
                "kind",
                consent.title(),
                "since",
                FormData.date(consent.requestedOn())));
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
