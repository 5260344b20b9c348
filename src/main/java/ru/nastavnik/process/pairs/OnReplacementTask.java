package ru.nastavnik.process.pairs;

import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;

/** A task of those who see all the facts of a replacement: the director who decides, the clerk who registers. */
abstract class OnReplacementTask implements TaskWork {

    private final ReplacementFacts facts;

    OnReplacementTask(ReplacementFacts facts) {
        this.facts = facts;
    }

    @Override
    public String about(TaskContext task) {
        return facts.label(task.subjectId());
    }

    @Override
    public void show(TaskContext task, FormData form) {
        facts.show(task.subjectId(), form);
    }
}
