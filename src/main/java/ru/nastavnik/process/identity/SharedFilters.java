package ru.nastavnik.process.identity;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;
import ru.nastavnik.process.task.TaskWorks;

/**
 * The three lists that everybody has in Tasklist. They are nobody's own, so nobody changes them; their expressions are
 * the only ones that the engine evaluates in queries.
 */
@Component
public class SharedFilters {

  public static final String MINE = "Мои задачи";
  public static final String SHARED = "Общие задачи";
  public static final String LATE = "Срок прошёл";
  /** In the order in which Tasklist shows them. */
  public static final List<String> NAMES = List.of(MINE, SHARED, LATE);

  private static final String ME = "${currentUser()}";
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
  public String id(String name) {
    return filters.createFilterQuery().filterName(name).unlimitedList().stream()
        .filter(filter -> filter.getOwner() == null)
        .findFirst().map(Filter::getId).orElse(null);
  }

  void createMissing() {
    create(MINE, "Задачи, которые вы взяли или получили", "#1f5f8b", 10,
        tasks.createTaskQuery().taskAssigneeExpression(ME));
    create(SHARED, "Задачи вашей роли, которые ещё никто не взял", "#3b7d4f", 20,
        tasks.createTaskQuery().taskUnassigned().taskCandidateGroupInExpression(MY_GROUPS));
    create(LATE, "Ваши и общие задачи, срок которых прошёл", "#a33a2c", 30, tasks.createTaskQuery()
        .dueBeforeExpression("${now()}").or().taskAssigneeExpression(ME).taskCandidateGroupInExpression(MY_GROUPS)
        .endOr());
  }

  private void create(String name, String description, String color, int priority, TaskQuery query) {
    if (id(name) != null) {
      return;
    }
    Filter filter = filters.newTaskFilter(name);
    filter.setQuery(query);
    filter.setProperties(Map.of("description", description, "color", color, "priority", priority, "refresh", true,
        "showUndefinedVariable", false,
        "variables", List.of(Map.of("name", TaskWorks.ABOUT, "label", "О ком или о чём"))));
    filters.saveFilter(filter);
    Authorization everybodyReads = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
    everybodyReads.setResource(Resources.FILTER);
    everybodyReads.setResourceId(filter.getId());
    everybodyReads.addPermission(Permissions.READ);
    authorizations.saveAuthorization(everybodyReads);
  }
}
