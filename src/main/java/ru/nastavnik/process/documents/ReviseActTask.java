package ru.nastavnik.process.documents;

import org.springframework.stereotype.Component;
import ru.nastavnik.documents.LocalAct;
import ru.nastavnik.documents.LocalActs;
import ru.nastavnik.organisation.People;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.TaskContext;

/** «Доработать документ по замечаниям». What the council has agreed to does not go to it again. */
@Component
class ReviseActTask extends ActTask {

    /** A row of the table of remarks. */
    private record Remark(String remark, String author, String date) {}

    private final People people;

    ReviseActTask(LocalActs acts, People people) {
        super(acts);
        this.people = people;
    }

    @Override
    public String task() {
        return LocalActApprovalProcess.REVISE_ACT;
    }

    @Override
    public void show(TaskContext task, FormData form) {
        LocalAct act = act(task);
        showText(act, form);
        form.table("remarks");
        acts.remarks(act.id())
                .forEach(remark -> form.row(
                        "remarks",
                        new Remark(
                                remark.remark(),
                                people.signature(remark),
                                FormData.date(remark.happenedOn()))));
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        task.set(
                LocalActApprovalProcess.AGREEMENT_AWAITED,
                acts.revise(task.subjectId(), title(answers), text(answers), task.actor()));
    }
}
