package ru.nastavnik.process.task;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.nastavnik.roadmap.Outcome;
import ru.nastavnik.shared.DayBounds;

/**
 * One user task: what its form shows and what happens with the answers. There is one bean for each user task of the
 * models; a test holds them together.
 */
public interface TaskWork {

    /** @return id of the user task in its model, «UserTask_ApprovePairList» */
    String task();

    /** @return whom or what the task is about, for the list («7 пар», «Иванова А. П.»); null when it is the programme as a whole */
    default @Nullable String about(TaskContext task) {
        return null;
    }

    /**
     * @param subjectId what the process is about
     * @return what the task helps to bring about: rows of the roadmap that wait for it lead to the task
     */
    default Set<Outcome> outcomes(UUID subjectId) {
        return Set.of();
    }

    /**
     * What the form shows. Asked anew each time the form is opened and again when it is submitted, to hold the choices
     * against; nothing of it is kept in the engine.
     */
    default void show(TaskContext task, FormData form) {}

    /**
     * @param key a field of the form in which a day is entered
     * @return between which days it lies, by the facts of what the task is about; held before {@link #complete}
     */
    default DayBounds days(TaskContext task, String key) {
        throw new IllegalStateException(task() + " sets no bounds to the day in " + key);
    }

    /**
     * Checks the answers and carries them out, in the transaction that completes the task.
     *
     * @throws ru.nastavnik.shared.Refusal with a sentence for the person; the task stays open and nothing has changed
     */
    void complete(TaskContext task, Answers answers);
}
