package ru.nastavnik.process.task;

import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** What a task that the user may see is about. */
@Component
public class TaskSubjects {

    private final RuntimeService runtime;
    private final ProcessEngineConfigurationImpl engine;

    TaskSubjects(RuntimeService runtime, ProcessEngineConfigurationImpl engine) {
        this.runtime = runtime;
        this.engine = engine;
    }

    /** @return business key of the task's process instance, which the user of the task need not be allowed to read */
    public UUID of(Task task) {
        ProcessInstance instance = engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> runtime.createProcessInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .singleResult()));
        return UUID.fromString(instance.getBusinessKey());
    }
}
