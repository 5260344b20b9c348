package ru.nastavnik.process.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import ru.nastavnik.organisation.Departure;
import ru.nastavnik.organisation.DismissalChanges;
import ru.nastavnik.organisation.Leaving;
import ru.nastavnik.organisation.People;
import ru.nastavnik.organisation.Role;

/** Tasks of somebody who has left go back to their group; where there is none, to the curators. */
@Component
class LeavingTasks implements Leaving {

    private enum Change {
        TASK_GIVEN_BACK,
        TASK_GIVEN_TO_CURATORS
    }

    private final TaskService tasks;
    private final HistoryService history;
    private final ProcessEngineConfigurationImpl engine;
    private final NobodysTasks nobodys;
    private final People people;
    private final DismissalChanges changes;

    LeavingTasks(
            TaskService tasks,
            HistoryService history,
            ProcessEngineConfigurationImpl engine,
            NobodysTasks nobodys,
            People people,
            DismissalChanges changes) {
        this.tasks = tasks;
        this.history = history;
        this.engine = engine;
        this.nobodys = nobodys;
        this.people = people;
        this.changes = changes;
    }

    @Override
    public List<Touched> touchedBy(UUID organisationId, UUID personId) {
        Map<String, Long> names = people.accountOf(personId).stream()
                .flatMap(account -> unchecked(() -> of(account, organisationId)).stream())
                .collect(Collectors.groupingBy(Task::getName, TreeMap::new, Collectors.counting()));
        return names.isEmpty()
                ? List.of()
                : List.of(
                        new Touched(
                                "Задачи",
                                names.entrySet().stream()
                                        .map(task -> task.getKey()
                                                + (task.getValue() == 1 ? "" : " (" + task.getValue() + ")"))
                                        .toList(),
                                "Вернутся коллегам с той же ролью или куратору; что касалось только этого человека, закроется."));
    }

    @Override
    public void end(Departure departure) {
        UUID account = departure.accountId();
        if (account != null) {
            unchecked(() -> {
                of(account, departure.organisationId()).forEach(task -> giveBack(task, departure));
                return null;
            });
        }
        nobodys.entrust(departure.organisationId());
    }

    private List<Task> of(UUID account, UUID organisationId) {
        return tasks.createTaskQuery()
                .taskAssignee(account.toString())
                .tenantIdIn(organisationId.toString())
                .unlimitedList();
    }

    private void giveBack(Task task, Departure departure) {
        boolean offered = tasks.getIdentityLinksForTask(task.getId()).stream()
                .anyMatch(link -> link.getType().equals(IdentityLinkType.CANDIDATE) && link.getGroupId() != null);
        if (!offered) {
            tasks.addCandidateGroup(task.getId(), curators(departure));
        }
        tasks.setAssignee(task.getId(), null);
        changes.note(
                departure,
                offered ? Change.TASK_GIVEN_BACK : Change.TASK_GIVEN_TO_CURATORS,
                task.getId(),
                task.getName());
    }

    private static String curators(Departure departure) {
        return Groups.id(departure.organisationId(), Role.CURATOR);
    }

    /** What nobody has taken since is the person's again; what a colleague has done meanwhile is named. */
    @Override
    public List<String> restore(Departure departure) {
        UUID account = departure.accountId();
        if (account == null) {
            return List.of();
        }
        return unchecked(() -> Stream.of(Change.values())
                .flatMap(kind -> changes.of(departure, kind).stream()
                        .flatMap(given -> restore(given, kind, departure, account.toString()).stream()))
                .distinct()
                .toList());
    }

    /** @return who has the task now, if it is not the person's again */
    private Optional<String> restore(DismissalChanges.Change given, Change kind, Departure departure, String account) {
        Task task = tasks.createTaskQuery().taskId(given.subject()).singleResult();
        if (task == null) {
            return completed(given.subject())
                    ? Optional.of("Задачу «" + given.was() + "» уже выполнили.")
                    : Optional.empty();
        }
        if (task.getAssignee() != null && !task.getAssignee().equals(account)) {
            return Optional.of("Задачу «" + given.was() + "» взял коллега: она остаётся у него.");
        }
        tasks.setAssignee(task.getId(), account);
        if (kind == Change.TASK_GIVEN_TO_CURATORS) {
            tasks.deleteCandidateGroup(task.getId(), curators(departure));
        }
        return Optional.empty();
    }

    private boolean completed(String taskId) {
        return history.createHistoricTaskInstanceQuery()
                        .taskId(taskId)
                        .taskDeleteReason(TaskEntity.DELETE_REASON_COMPLETED)
                        .count()
                > 0;
    }

    private <T> T unchecked(Supplier<T> work) {
        return engine.getCommandExecutorTxRequired().execute(context -> context.runWithoutAuthorization(work::get));
    }
}
