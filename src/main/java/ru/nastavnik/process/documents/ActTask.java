package ru.nastavnik.process.documents;

import java.util.Set;
import java.util.UUID;
import ru.nastavnik.documents.ActVersion;
import ru.nastavnik.documents.Annex;
import ru.nastavnik.documents.LocalAct;
import ru.nastavnik.documents.LocalActs;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;
import ru.nastavnik.roadmap.Outcome;

/** A task about an act: the list names the act, the form shows what it says. */
abstract class ActTask implements TaskWork {

    /** A row of the table of annexes. */
    private record AnnexRow(String title) {}

    protected final LocalActs acts;

    ActTask(LocalActs acts) {
        this.acts = acts;
    }

    @Override
    public final String about(TaskContext task) {
        return act(task).caption();
    }

    @Override
    public final Set<Outcome> outcomes(UUID actId) {
        return ActRows.outcome(acts.get(actId).kind()).map(Set::of).orElseGet(Set::of);
    }

    final LocalAct act(TaskContext task) {
        return acts.get(task.subjectId());
    }

    final void showText(LocalAct act, FormData form) {
        form.put("title", act.title())
                .put("text", acts.text(act).map(ActVersion::body).orElse(""));
    }

    final void showAnnexes(LocalAct act, FormData form) {
        form.table("annexes");
        acts.text(act).stream()
                .flatMap(text -> text.annexes().stream())
                .map(Annex::title)
                .forEach(title -> form.row("annexes", new AnnexRow(title)));
    }

    static String title(Answers answers) {
        return answers.required("title", "Укажите заголовок документа.");
    }

    static String text(Answers answers) {
        return answers.required("text", "Внесите текст документа или его краткое содержание.");
    }
}
