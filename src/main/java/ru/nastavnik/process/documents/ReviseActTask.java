package ru.nastavnik.process.documents;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.nastavnik.documents.LocalAct;
import ru.nastavnik.documents.LocalActs;
import ru.nastavnik.organisation.People;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;
import ru.nastavnik.roadmap.Outcome;

/** «Доработать документ по замечаниям». What the council has agreed to does not go to it again. */
@Component
class ReviseActTask implements TaskWork {

    private final ActRows rows;
    private final LocalActs acts;
    private final People people;

    ReviseActTask(LocalActs acts, People people, ActRows rows) {
        this.rows = rows;
        this.acts = acts;
        this.people = people;
    }

    @Override
    public String task() {
        return LocalActApprovalProcess.REVISE_ACT;
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
        LocalAct act = acts.get(task.subjectId());
        form.put("title", act.title()).put("text", act.body()).table("remarks");
        acts.remarks(act.id())
                .forEach(remark -> form.row(
                        "remarks",
                        "date",
                        FormData.date(remark.happenedOn()),
                        "author",
                        people.signature(remark),
                        "remark",
                        remark.remark()));
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        boolean councilDemanded = acts.revise(
                task.subjectId(),
                answers.required("title", "Укажите заголовок документа."),
                answers.required("text", "Внесите текст документа."));
        task.set(LocalActApprovalProcess.COUNCIL_DEMANDED, councilDemanded);
    }
}
