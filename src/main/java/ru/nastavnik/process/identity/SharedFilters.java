package ru.nastavnik.process.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.nastavnik.process.task.TaskWorks;

/**
 * The lists that everybody has in Tasklist. They are nobody's own, so nobody changes them; their expressions are
 * the only ones that the engine evaluates in queries.
 */
@Component
public class SharedFilters {

    public static final String MINE = "Мои задачи";
    public static final String SHARED = "Общие задачи";
    /** Somebody who has a task may never log in: whoever stands behind them finds it here. */
    public static final String OTHERS = "Поручено другим";

    public static final String LATE = "Срок прошёл";
    /** In the order in which Tasklist shows them. */
    public static final List<String> NAMES = List.of(MINE, SHARED, OTHERS, LATE);

    private static final String ME = "${currentUser()}";
    /** The engine wants an array here; an id holds no space. */
    private static final String NOT_ME = "${currentUser().split(' ')}";

    private static final String MY_GROUPS = "${currentUserGroups()}";

    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;

    SharedFilters(FilterService filters, TaskService tasks, AuthorizationService authorizations) {
        this.filters = filters;
        this.tasks = tasks;
        this.authorizations = authorizations;
    }

    /** @return id of the list; null before the application has started */
    public @Nullable String id(String name) {
        return existing(name).map(Filter::getId).orElse(null);
    }

    private Optional<FilterEntity> existing(String name) {
        return filters.createFilterQuery().filterName(name).unlimitedList().stream()
                .filter(filter -> filter.getOwner() == null)
                .map(FilterEntity.class::cast)
                .findFirst();
    }

    /** Also brings lists of an earlier release up to date. */
    void createOrUpdate() {
        save(
                MINE,
                "Задачи, которые вы взяли или получили",
                "#1f5f8b",
                10,
                tasks.createTaskQuery().taskAssigneeExpression(ME));
        save(
                SHARED,
                "Задачи вашей роли, которые ещё никто не взял",
                "#3b7d4f",
                20,
                tasks.createTaskQuery().taskUnassigned().taskCandidateGroupInExpression(MY_GROUPS));
        save(
                OTHERS,
                "Задачи вашей роли у других. Чтобы выполнить порученное лично другому, снимите исполнителя: задача станет вашей",
                "#6b6b6b",
                30,
                ofMyGroupsButNotMine());
        save(
                LATE,
                "Ваши и общие задачи и порученные другим, срок которых прошёл",
                "#a33a2c",
                40,
                tasks.createTaskQuery()
                        .dueBeforeExpression("${now()}")
                        .or()
                        .taskAssigneeExpression(ME)
                        .taskCandidateGroupInExpression(MY_GROUPS)
                        .includeAssignedTasks()
                        .endOr());
    }

    private TaskQuery ofMyGroupsButNotMine() {
        TaskQueryImpl query = (TaskQueryImpl) tasks.createTaskQuery()
                .taskCandidateGroupInExpression(MY_GROUPS)
                .includeAssignedTasks();
        query.addExpression("taskAssigneeNotIn", NOT_ME);
        return query;
    }

    private void save(String name, String description, String color, int priority, TaskQuery query) {
        FilterEntity wanted = (FilterEntity) filters.newTaskFilter(name);
        wanted.setQuery(query);
        wanted.setProperties(Map.of(
                "description",
                description,
                "color",
                color,
                "priority",
                priority,
                "refresh",
                true,
                "showUndefinedVariable",
                false,
                "variables",
                List.of(Map.of("name", TaskWorks.ABOUT, "label", "О ком или о чём"))));
        Optional<FilterEntity> existing = existing(name);
        if (existing.isEmpty()) {
            create(wanted);
        } else if (!existing.get().getQueryInternal().equals(wanted.getQueryInternal())
                || !existing.get().getProperties().equals(wanted.getProperties())) {
            existing.get().setQuery(query);
            existing.get().setProperties(wanted.getProperties());
            filters.saveFilter(existing.get());
        }
    }

    private void create(Filter filter) {
        filters.saveFilter(filter);
        Authorization everybodyReads = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
        everybodyReads.setResource(Resources.FILTER);
        everybodyReads.setResourceId(filter.getId());
        everybodyReads.addPermission(Permissions.READ);
        authorizations.saveAuthorization(everybodyReads);
    }
}
