package ru.nastavnik.process.task;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ru.nastavnik.organisation.PersonDataChanged;

/** What the lists show of an open task is made anew when somebody is called otherwise, or not at all any more. */
@Component
class NamesInTaskLists {

    private final TaskService tasks;
    private final ProcessEngineConfigurationImpl engine;
    private final TaskWorks works;

    NamesInTaskLists(TaskService tasks, ProcessEngineConfigurationImpl engine, TaskWorks works) {
        this.tasks = tasks;
        this.engine = engine;
        this.works = works;
    }

    @EventListener
    void on(PersonDataChanged event) {
        engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> {
                    tasks
                            .createTaskQuery()
                            .tenantIdIn(event.organisationId().toString())
                            .unlimitedList()
                            .forEach(task -> works.describe((TaskEntity) task));
                    return null;
                }));
    }
}
