package ru.nastavnik.process.stages;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import ru.nastavnik.process.ProcessVariable;
import ru.nastavnik.process.task.TaskWorks;
import ru.nastavnik.roadmap.Measure;
import ru.nastavnik.roadmap.Outcome;
import ru.nastavnik.roadmap.RowTasks;
import ru.nastavnik.shared.Known;

/** Finds the tasks behind rows; the engine's own checks decide which ones the current user may see. */
@Component
class EngineRowTasks implements RowTasks {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ProcessEngineConfigurationImpl engine;
    private final TaskWorks works;

    EngineRowTasks(TaskService tasks, RuntimeService runtime, ProcessEngineConfigurationImpl engine, TaskWorks works) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.engine = engine;
        this.works = works;
    }

    @Override
    public Map<UUID, String> of(UUID programmeId, Collection<Measure> rows) {
        return behind(rows, open(programmeId), Task::getId);
    }

    @Override
    public Map<UUID, String> names(UUID programmeId, Collection<Measure> rows) {
        return behind(rows, openOfAnybody(programmeId), Task::getName);
    }

    @Override
    public List<String> names(UUID programmeId, Outcome outcome) {
        List<Task> open = openOfAnybody(programmeId);
        Map<String, UUID> subjects = open.isEmpty() ? Map.of() : subjects(open);
        return open.stream()
                .filter(task -> works.outcomes(
                                task.getTaskDefinitionKey(), Known.in(subjects, task.getProcessInstanceId()))
                        .contains(outcome))
                .map(Task::getName)
                .distinct()
                .toList();
    }

    private List<Task> openOfAnybody(UUID programmeId) {
        return engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> open(programmeId)));
    }

    private List<Task> open(UUID programmeId) {
        return ((TaskQueryImpl) tasks.createTaskQuery()
                        .processVariableValueEquals(ProcessVariable.PROGRAMME_ID.name(), programmeId.toString())
                        .orderByDueDate()
                        .asc())
                .unlimitedList();
    }

    private Map<UUID, String> behind(Collection<Measure> rows, List<Task> open, Function<Task, String> what) {
        if (open.isEmpty()) {
            return Map.of();
        }
        Map<String, UUID> subjects = subjects(open);
        Set<UUID> ids = rows.stream().map(Measure::id).collect(Collectors.toSet());
        Map<UUID, String> found = new HashMap<>();
        open.forEach(task -> rowsOf(task, Known.in(subjects, task.getProcessInstanceId()), rows)
                .filter(ids::contains)
                .forEach(row -> found.putIfAbsent(row, what.apply(task))));
        return found;
    }

    private Stream<UUID> rowsOf(Task task, UUID subject, Collection<Measure> rows) {
        if (task.getTaskDefinitionKey().equals(RoadmapMeasureProcess.CARRY_OUT_MEASURE)) {
            return Stream.of(subject);
        }
        Set<Outcome> served = works.outcomes(task.getTaskDefinitionKey(), subject);
        return rows.stream()
                .filter(row -> row.outcomes().stream().anyMatch(served::contains))
                .map(Measure::id);
    }

    /** @return what the instances of these tasks are about; not everybody who has a task may see its instance */
    private Map<String, UUID> subjects(List<Task> open) {
        Set<String> instances = open.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
        return engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() ->
                        runtime.createProcessInstanceQuery().processInstanceIds(instances).unlimitedList().stream()
                                .collect(Collectors.toMap(
                                        ProcessInstance::getId,
                                        instance -> UUID.fromString(instance.getBusinessKey())))));
    }
}
