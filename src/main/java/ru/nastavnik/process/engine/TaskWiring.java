package ru.nastavnik.process.engine;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.form.handler.TaskFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import ru.nastavnik.process.task.TaskWorks;

/**
 * Ties every user task of every model to its work: described when it is created; what is submitted goes to the work and
 * never into a variable, whatever door it comes through.
 */
@Component
class TaskWiring extends AbstractBpmnParseListener {

    private final ObjectProvider<TaskWorks> works;

    TaskWiring(ObjectProvider<TaskWorks> works) {
        this.works = works;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.addBuiltInTaskListener(
                TaskListener.EVENTNAME_CREATE, created -> works.getObject().describe((TaskEntity) created));
        task.setTaskFormHandler(new SubmittedToWork(task.getTaskFormHandler()));
    }

    private class SubmittedToWork implements TaskFormHandler {

        private final TaskFormHandler stock;

        SubmittedToWork(TaskFormHandler stock) {
            this.stock = stock;
        }

        @Override
        public TaskFormData createTaskForm(TaskEntity task) {
            return stock.createTaskForm(task);
        }

        @Override
        public void parseConfiguration(
                Element element, DeploymentEntity deployment, ProcessDefinitionEntity definition, BpmnParse parse) {
            stock.parseConfiguration(element, deployment, definition, parse);
        }

        @Override
        public void submitFormVariables(VariableMap entered, VariableScope task) {
            Map<String, Object> values = new HashMap<>(entered);
            works.getObject().complete((TaskEntity) task, values);
        }
    }
}
