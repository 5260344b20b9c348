package ru.nastavnik.process.identity;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ru.nastavnik.organisation.PersonDismissed;
import ru.nastavnik.organisation.Role;

/** Tasks of somebody who has left go back to their group; where there is none, to the curators. */
@Component
class DismissedPeoplesTasks {

    private final TaskService tasks;
    private final ProcessEngineConfigurationImpl engine;
    private final NobodysTasks nobodys;

    DismissedPeoplesTasks(TaskService tasks, ProcessEngineConfigurationImpl engine, NobodysTasks nobodys) {
        this.tasks = tasks;
        this.engine = engine;
        this.nobodys = nobodys;
    }

    @EventListener
    void on(PersonDismissed event) {
        engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> {
                    tasks.createTaskQuery()
                            .taskAssignee(event.accountId().toString())
                            .tenantIdIn(event.organisationId().toString())
                            .unlimitedList()
                            .forEach(task -> giveBack(task, event));
                    return null;
                }));
        nobodys.entrust(event.organisationId());
    }

    private void giveBack(Task task, PersonDismissed event) {
        boolean offered = tasks.getIdentityLinksForTask(task.getId()).stream()
                .anyMatch(link -> link.getType().equals(IdentityLinkType.CANDIDATE) && link.getGroupId() != null);
        if (!offered) {
            tasks.addCandidateGroup(task.getId(), Groups.id(event.organisationId(), Role.CURATOR));
        }
        tasks.setAssignee(task.getId(), null);
    }
}
