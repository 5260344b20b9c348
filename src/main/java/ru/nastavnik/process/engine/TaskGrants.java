package ru.nastavnik.process.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * Grants for one task to its candidates and its assignee (read, work, give back), taken away again when they stop being
 * that. The stock provider never takes a grant away and lets a user claim a task for anybody.
 */
class TaskGrants extends DefaultAuthorizationProvider {

    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, @Nullable String before, @Nullable String now) {
        CommandContext context = Context.getCommandContext();
        Authentication user = context.getAuthentication();
        // Inside an execution it is the model that gives the task to somebody, not the user.
        boolean byUser = user != null
                && user.getUserId() != null
                && context.isAuthorizationCheckEnabled()
                && Context.getCoreExecutionContext() == null;
        if (byUser && now != null && !now.equals(user.getUserId())) {
            throw new AuthorizationException("A task is claimed for oneself only");
        }
        if (byUser && before != null && !before.equals(user.getUserId())) {
            throw new AuthorizationException("A task is given back by whoever has it");
        }
        if (before != null && !before.equals(now) && !linked(task, before, null, null)) {
            drop(before, task);
        }
        return super.newTaskAssignee(task, before, now);
    }

    @Override
    public AuthorizationEntity @Nullable [] deleteTaskUserIdentityLink(Task task, String user, String type) {
        return user.equals(task.getAssignee()) || linked(task, user, null, type) ? null : existing(user, null, task);
    }

    @Override
    public AuthorizationEntity @Nullable [] deleteTaskGroupIdentityLink(Task task, String group, String type) {
        return linked(task, null, group, type) ? null : existing(null, group, task);
    }

    /** Giving a claimed task back asks for TASK_ASSIGN; assigning others is refused above and before the API. */
    @Override
    protected Permission[] getRuntimePermissions(boolean isAssignee) {
        List<Permission> permissions = new ArrayList<>(Arrays.asList(super.getRuntimePermissions(isAssignee)));
        permissions.add(Permissions.TASK_ASSIGN);
        return permissions.toArray(new Permission[0]);
    }

    private static boolean linked(
            Task task, @Nullable String user, @Nullable String group, @Nullable String exceptType) {
        return ((TaskEntity) task)
                .getIdentityLinks().stream()
                        .anyMatch(link -> !link.getType().equals(exceptType)
                                && (user != null
                                        ? user.equals(link.getUserId())
                                        : Objects.equals(group, link.getGroupId())));
    }

    private AuthorizationEntity @Nullable [] existing(@Nullable String user, @Nullable String group, Task task) {
        AuthorizationEntity grant = getGrantAuthorization(task.getId(), user, group, Resources.TASK);
        return grant == null || grant.getId() == null ? null : new AuthorizationEntity[] {grant};
    }

    private void drop(String user, Task task) {
        AuthorizationEntity[] grants = existing(user, null, task);
        if (grants != null) {
            Context.getCommandContext().getTaskManager().deleteDefaultAuthorizations(grants);
        }
    }
}
