package ru.nastavnik.process.task;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.roadmap.Outcome;
import ru.nastavnik.roadmap.Roadmap;
import ru.nastavnik.shared.Known;
import ru.nastavnik.shared.Refusal;

/** Finds the work of a task and runs it, without the engine's own checks: who may do the task has been decided before. */
@Component
public class TaskWorks {

    /** Shown in the list next to the name of the task. */
    public static final String ABOUT = "about";

    private final ObjectProvider<TaskWork> beans;
    private final FormCatalogue forms;
    private final Organisations organisations;
    private final TaskPeople taskPeople;
    private final Roadmap roadmap;
    private volatile @Nullable Map<String, TaskWork> works;

    TaskWorks(
            ObjectProvider<TaskWork> beans,
            FormCatalogue forms,
            Organisations organisations,
            TaskPeople taskPeople,
            Roadmap roadmap) {
        this.beans = beans;
        this.forms = forms;
        this.organisations = organisations;
        this.taskPeople = taskPeople;
        this.roadmap = roadmap;
    }

    /** @return ids of the user tasks that have a work here */
    public List<String> tasks() {
        return works().keySet().stream().sorted().toList();
    }

    /** @return what a user task that is about this helps to bring about */
    public Set<Outcome> outcomes(String task, UUID subjectId) {
        return Known.in(works(), task).outcomes(subjectId);
    }

    /** Sets what the list shows of a task: at its creation. */
    public void describe(TaskEntity task) {
        TaskContext context = context(task, null);
        String about = work(task).about(context);
        task.setVariableLocal(
                ABOUT, about == null ? roadmap.programme(context.programmeId()).title() : about);
    }

    /** @return what the form of this task shows now */
    FormData show(TaskEntity task, @Nullable UUID actor) {
        return quietly(() -> {
            FormData data = new FormData(form(task));
            work(task).show(context(task, actor), data);
            return data;
        });
    }

    /** Holds what was entered against the form, then lets the work carry it out. */
    public void complete(TaskEntity task, Map<String, Object> entered) {
        String user = Context.getCommandContext().getAuthenticatedUserId();
        UUID actor = user == null ? null : UUID.fromString(user);
        Map<String, Object> shown = show(task, actor).values();
        FormSchema form = form(task);
        Map<String, Object> checked = form.check(entered, shown);
        quietly(() -> {
            TaskWork work = work(task);
            TaskContext context = context(task, actor);
            form.days(checked)
                    .forEach((field, day) -> work.days(context, field.key()).require(field.label(), day));
            work.complete(context, new Answers(form, checked));
            return null;
        });
    }

    private FormSchema form(TaskEntity task) {
        return forms.schema(
                task.getTaskDefinition().getCamundaFormDefinitionKey().getExpressionText());
    }

    private static <T> T quietly(Callable<T> work) {
        return Context.getCommandContext().runWithoutAuthorization(work);
    }

    private TaskContext context(TaskEntity task, @Nullable UUID actor) {
        UUID organisationId = UUID.fromString(task.getTenantId());
        return new TaskContext(
                organisationId,
                UUID.fromString(task.getProcessInstance().getBusinessKey()),
                actor,
                organisations.today(organisationId),
                task,
                taskPeople);
    }

    private TaskWork work(TaskEntity task) {
        TaskWork work = works().get(task.getTaskDefinitionKey());
        if (work == null) {
            // Every task of this release has its work, a test sees to that: this one came with the next release.
            throw Refusal.wrongState(
                    "Программа обновляется, и эта задача открывается уже в новой версии. Повторите через несколько минут.");
        }
        return work;
    }

    /** Looked up late: works use services that use the engine. */
    private Map<String, TaskWork> works() {
        Map<String, TaskWork> found = works;
        if (found == null) {
            found = beans.stream().collect(Collectors.toUnmodifiableMap(TaskWork::task, Function.identity()));
            works = found;
        }
        return found;
    }
}
