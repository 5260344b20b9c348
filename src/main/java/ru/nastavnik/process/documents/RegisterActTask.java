package ru.nastavnik.process.documents;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.nastavnik.documents.Acknowledgements;
import ru.nastavnik.documents.LocalActs;
import ru.nastavnik.organisation.People;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.FormData.Choice;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;
import ru.nastavnik.roadmap.Outcome;

/** «Зарегистрировать документ (номер и дата)»: also names who is to be acquainted with it. */
@Component
class RegisterActTask implements TaskWork {

    private final ActRows rows;
    private final LocalActs acts;
    private final Acknowledgements acknowledgements;
    private final People people;

    RegisterActTask(LocalActs acts, Acknowledgements acknowledgements, People people, ActRows rows) {
        this.rows = rows;
        this.acts = acts;
        this.acknowledgements = acknowledgements;
        this.people = people;
    }

    @Override
    public String task() {
        return LocalActApprovalProcess.REGISTER_ACT;
    }

    @Override
    public Set<Outcome> outcomes(UUID actId) {
        return rows.outcomes(actId);
    }

    @Override
    public String about(TaskContext task) {
        return acts.get(task.subjectId()).caption();
    }

    @Override
    public void show(TaskContext task, FormData form) {
        form.put("title", acts.get(task.subjectId()).title())
                .choices(
                        "people",
                        people.presentIn(task.organisationId()).stream()
                                .map(person -> new Choice(
                                        person.fullName(), person.id().toString()))
                                .toList());
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        acts.register(
                task.subjectId(),
                answers.required("number", "Укажите номер документа."),
                answers.requiredDate("date", "Укажите дату регистрации."));
        acknowledgements.name(task.subjectId(), answers.ids("acquaintIds"));
    }
}
