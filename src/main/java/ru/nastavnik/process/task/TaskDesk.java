package ru.nastavnik.process.task;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.RussianText;

/**
 * The one way in which people open and submit forms, from Tasklist and from our own pages alike. The user is the one
 * whom the engine has authenticated on this thread.
 */
@Component
public class TaskDesk {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy 'в' HH:mm");

    private final TaskService tasks;
    private final FormService engineForms;
    private final RepositoryService repository;
    private final HistoryService history;
    private final ProcessEngineConfigurationImpl engine;
    private final TaskWorks works;
    private final FormCatalogue forms;
    private final Organisations organisations;
    private final JdbcTemplate database;

    TaskDesk(
            TaskService tasks,
            FormService engineForms,
            RepositoryService repository,
            HistoryService history,
            ProcessEngineConfigurationImpl engine,
            TaskWorks works,
            FormCatalogue forms,
            Organisations organisations,
            JdbcTemplate database) {
        this.tasks = tasks;
        this.engineForms = engineForms;
        this.repository = repository;
        this.history = history;
        this.engine = engine;
        this.works = works;
        this.forms = forms;
        this.organisations = organisations;
        this.database = database;
    }

    /**
     * @return what the form of this task shows now, by key
     * @throws Refusal NOT_FOUND when the user may not see the task
     */
    public Map<String, Object> shown(String taskId) {
        return inOneTransaction(
                context -> works.show(visible(context, taskId), actor(context)).values());
    }

    /**
     * Submits a form and completes its task, all or nothing. A task that nobody has taken is taken by the one who submits.
     *
     * @param entered what was entered, by the keys of the form: texts, numbers, yes or no, lists of texts
     * @throws Refusal with a sentence: no such task, somebody else's task, already done, or wrong input
     */
    public void submit(String taskId, Map<String, Object> entered) {
        inOneTransaction(context -> {
            // Of two who submit at the same moment, or of two clicks, the second one finds the task done.
            database.query("select pg_advisory_xact_lock(hashtextextended(?, 0))", row -> {}, taskId);
            TaskEntity task = visible(context, taskId);
            load(context, task);
            if (task.isSuspended()) {
                throw Refusal.wrongState("Эта работа приостановлена. Обратитесь к куратору.");
            }
            takeOrRefuse(context, task);
            engineForms.submitTaskForm(taskId, entered);
            return null;
        });
    }

    /**
     * Starts a process from its start form.
     *
     * @throws Refusal with a sentence: no such process, or wrong input
     */
    public ProcessInstance start(String definitionId, Map<String, Object> entered) {
        return inOneTransaction(context -> {
            ProcessDefinition definition = repository
                    .createProcessDefinitionQuery()
                    .processDefinitionId(definitionId)
                    .startableInTasklist()
                    .singleResult();
            if (definition == null) {
                throw Refusal.notFound("Начать это может куратор или директор.");
            }
            String form = repositoryFormOf(definition);
            return engineForms.submitStartForm(definitionId, forms.schema(form).check(entered, Map.of()));
        });
    }

    /**
     * Takes a shared task.
     *
     * @throws Refusal when there is no such task, or somebody has it
     */
    public void take(String taskId) {
        inOneTransaction(context -> {
            TaskEntity task = visible(context, taskId);
            if (task.getAssignee() != null
                    && !task.getAssignee().equals(context.getAuthentication().getUserId())) {
                throw takenByAnother();
            }
            tasks.claim(taskId, context.getAuthentication().getUserId());
            return null;
        });
    }

    /**
     * Gives a task back: a shared one to its group, by whoever has it; one that the model gave to somebody to that person,
     * by whoever stood in. Of the group that stands behind a person somebody takes that person's task by the same step.
     *
     * @throws Refusal when there is no such task, it is the user's own, or somebody else's
     */
    public void giveBack(String taskId) {
        inOneTransaction(context -> {
            TaskEntity task = visible(context, taskId);
            String user = context.getAuthentication().getUserId();
            String holder = task.getAssignee();
            String owner = context.runWithoutAuthorization(() -> owner(task));
            if (holder == null) {
                return null;
            }
            if (user.equals(holder) && user.equals(owner)) {
                throw Refusal.wrongState("Эта задача дана вам лично: общей она не бывает. Если выполнить её не можете, "
                        + "скажите куратору.");
            }
            if (!user.equals(holder) && !(holder.equals(owner) && isCandidate(context, task))) {
                throw Refusal.wrongState(
                        "Эту задачу взял другой сотрудник. Вернуть её может он сам, забрать у него — куратор.");
            }
            return context.runWithoutAuthorization(() -> assign(task, user.equals(holder) ? owner : user));
        });
    }

    /**
     * Takes a task away from whoever has taken it; somebody to whom the model gave it keeps it.
     *
     * @return what it was
     * @throws Refusal when nobody of this organisation has taken such a task
     */
    public Taken takeAway(String taskId, UUID organisationId) {
        return inOneTransaction(context -> {
            TaskEntity task = held(context, organisationId).stream()
                    .filter(any -> any.getId().equals(taskId))
                    .findFirst()
                    .orElseThrow(() -> Refusal.notFound("Этой задачи ни у кого нет: её уже вернули или выполнили."));
            Taken taken = new Taken(taskId, task.getName(), null, UUID.fromString(task.getAssignee()));
            context.runWithoutAuthorization(() -> assign(task, owner(task)));
            return taken;
        });
    }

    /** A task that somebody has taken, as the one who may take it away sees it. */
    public record Taken(String id, String name, @Nullable Object about, UUID holder) {}

    /** @return tasks of the organisation that somebody has taken, by name and what they are about */
    public List<Taken> taken(UUID organisationId) {
        return inOneTransaction(context -> held(context, organisationId).stream()
                .map(task -> new Taken(
                        task.getId(),
                        task.getName(),
                        context.runWithoutAuthorization(() -> task.getVariableLocal(TaskWorks.ABOUT)),
                        UUID.fromString(task.getAssignee())))
                .sorted(RussianText.by(Taken::name).thenComparing(RussianText.by(task -> String.valueOf(task.about()))))
                .toList());
    }

    private List<TaskEntity> held(CommandContext context, UUID organisationId) {
        return context.runWithoutAuthorization(() ->
                tasks.createTaskQuery().tenantIdIn(organisationId.toString()).taskAssigned().unlimitedList().stream()
                        .map(TaskEntity.class::cast)
                        .filter(task -> !task.getAssignee().equals(owner(task)))
                        .toList());
    }

    private static @Nullable Void assign(TaskEntity task, @Nullable String account) {
        task.setAssignee(account);
        task.triggerUpdateEvent();
        return null;
    }

    /** @return account of the one person to whom the model gives the task; null when it is a shared one */
    private static @Nullable String owner(TaskEntity task) {
        Expression person = task.getTaskDefinition().getAssigneeExpression();
        return person == null ? null : (String) person.getValue(task.getExecution());
    }

    private static boolean isCandidate(CommandContext context, TaskEntity task) {
        List<String> groups = context.getAuthentication().getGroupIds();
        return groups != null
                && task.getCandidates().stream().map(IdentityLink::getGroupId).anyMatch(groups::contains);
    }

    private static Refusal takenByAnother() {
        return Refusal.wrongState("Эту задачу уже взял в работу другой сотрудник.");
    }

    private String repositoryFormOf(ProcessDefinition definition) {
        return engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> engine.getDeploymentCache()
                        .findDeployedProcessDefinitionById(definition.getId())
                        .getStartFormDefinition()
                        .getCamundaFormDefinitionKey()
                        .getExpressionText()));
    }

    /** The work itself decides what to answer when a choice is stale, so a task is looked up once and by the user's rights. */
    private TaskEntity visible(CommandContext context, String taskId) {
        TaskEntity task = (TaskEntity) tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            throw whyInvisible(context, taskId);
        }
        return task;
    }

    /**
     * Reads the whole instance before the work may have to wait for somebody who ends it meanwhile: the engine then
     * notices that when it writes, and all is repeated. Read later, the instance would simply be missing.
     */
    private void load(CommandContext context, TaskEntity task) {
        List<ExecutionEntity> executions =
                context.getExecutionManager().findExecutionsByProcessInstanceId(task.getProcessInstanceId());
        if (executions.stream().noneMatch(execution -> execution.getId().equals(task.getExecutionId()))) {
            throw whyInvisible(context, task.getId());
        }
        executions.stream()
                .filter(ExecutionEntity::isProcessInstanceExecution)
                .findFirst()
                .orElseThrow()
                .restoreProcessInstance(executions, null, null, null, null, null, null);
    }

    private Refusal whyInvisible(CommandContext context, String taskId) {
        Authentication user = context.getAuthentication();
        if (user == null || user.getTenantIds() == null) {
            return noSuchTask();
        }
        HistoricTaskInstance done = context.runWithoutAuthorization(() -> history.createHistoricTaskInstanceQuery()
                .taskId(taskId)
                .finished()
                .singleResult());
        if (done == null || done.getTenantId() == null || !user.getTenantIds().contains(done.getTenantId())) {
            return noSuchTask();
        }
        boolean completed = TaskEntity.DELETE_REASON_COMPLETED.equals(done.getDeleteReason());
        if (completed && user.getUserId().equals(done.getAssignee())) {
            ZoneId zone = organisations.get(UUID.fromString(done.getTenantId())).zone();
            return Refusal.wrongState("Уже отмечено "
                    + done.getEndTime().toInstant().atZone(zone).format(MOMENT) + ". Повторно ничего не записано.");
        }
        return Refusal.wrongState("Эту задачу уже выполнил другой сотрудник.");
    }

    /**
     * Whoever has taken a shared task does it alone. A task that the model gives to one person may also be done by the
     * group that stands behind that person: many people never log in.
     */
    private void takeOrRefuse(CommandContext context, TaskEntity task) {
        Authentication user = context.getAuthentication();
        if (user == null || user.getUserId().equals(task.getAssignee())) {
            return;
        }
        boolean candidate = isCandidate(context, task);
        if (task.getAssignee() != null
                && !(candidate && task.getAssignee().equals(context.runWithoutAuthorization(() -> owner(task))))) {
            throw takenByAnother();
        }
        if (task.getAssignee() == null) {
            if (!candidate) {
                throw noSuchTask();
            }
            tasks.claim(task.getId(), user.getUserId());
        }
    }

    private static Refusal noSuchTask() {
        return Refusal.notFound("Такой задачи нет, или она не ваша.");
    }

    private static @Nullable UUID actor(CommandContext context) {
        String user = context.getAuthenticatedUserId();
        return user == null ? null : UUID.fromString(user);
    }

    private <T> T inOneTransaction(Command<T> work) {
        return engine.getCommandExecutorTxRequired().execute(work);
    }
}
