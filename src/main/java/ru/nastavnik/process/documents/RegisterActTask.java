package ru.nastavnik.process.documents;

import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.nastavnik.documents.Acknowledgements;
import ru.nastavnik.documents.LocalAct;
import ru.nastavnik.documents.LocalActs;
import ru.nastavnik.organisation.People;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.FormData.Choice;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.shared.DayBounds;

/** «Зарегистрировать документ (номер и дата)»: also names who is to be acquainted with it. */
@Component
class RegisterActTask extends ActTask {

    private final Acknowledgements acknowledgements;
    private final People people;

    RegisterActTask(LocalActs acts, Acknowledgements acknowledgements, People people) {
        super(acts);
        this.acknowledgements = acknowledgements;
        this.people = people;
    }

    @Override
    public String task() {
        return LocalActApprovalProcess.REGISTER_ACT;
    }

    @Override
    public void show(TaskContext task, FormData form) {
        LocalAct act = act(task);
        form.put("title", act.title())
                .put("number", acts.nextNumber(act))
                .put(
                        "acquaintIds",
                        acknowledgements.proposed(act.id()).stream()
                                .map(UUID::toString)
                                .toList())
                .choices(
                        "people",
                        People.listed(people.presentIn(task.organisationId())).stream()
                                .map(person ->
                                        new Choice(person.label(), person.id().toString()))
                                .toList());
    }

    @Override
    public DayBounds days(TaskContext task, String key) {
        return acts.registrationDays(task.subjectId());
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
