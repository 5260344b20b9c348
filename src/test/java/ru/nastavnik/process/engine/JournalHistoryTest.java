package ru.nastavnik.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.nastavnik.support.SchoolTest;
import ru.nastavnik.support.SchoolYear;

/** The journal keeps what a process decides by, and nothing that a task shows or takes in. */
class JournalHistoryTest extends SchoolTest {

    @Autowired
    private TaskService tasks;

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @Autowired
    private DataSource dataSource;

    private Task task;

    @BeforeEach
    void startProgramme() {
        day("2025-08-25");
        new SchoolYear(school, this::day).requested();
        task = tasks.createTaskQuery().tenantIdIn(school.id.toString()).singleResult();
    }

    @Test
    void variablesOfTheProcess_areKept_withEveryChange() {
        runtime.setVariable(task.getExecutionId(), "roadmapCompleted", false);
        runtime.setVariable(task.getExecutionId(), "roadmapCompleted", true);

        assertThat(kept()).extracting(HistoricVariableInstance::getName).contains("programmeId", "roadmapCompleted");
        assertThat(history.createHistoricDetailQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .variableUpdates()
                        .list())
                .filteredOn(detail -> detail.toString().contains("roadmapCompleted"))
                .hasSize(2);
    }

    @Test
    void variablesOfATask_leaveNoTrace_whetherSetChangedOrRemoved() {
        tasks.setVariableLocal(task.getId(), "typed", "первый ответ");
        tasks.setVariableLocal(task.getId(), "typed", "другой ответ");
        tasks.setVariablesLocal(task.getId(), Map.of("removed", "ненадолго", "listed", List.of("один", "два")));
        tasks.removeVariableLocal(task.getId(), "removed");

        assertThat(tasks.getVariableLocal(task.getId(), "typed")).isEqualTo("другой ответ");
        assertThat(kept())
                .extracting(HistoricVariableInstance::getName)
                .contains("programmeId")
                .doesNotContain("typed", "removed", "listed");
        assertThat(history.createHistoricDetailQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .list())
                .isNotEmpty()
                .noneMatch(detail -> detail.getTaskId() != null);
    }

    @Test
    void submittedForm_isNeitherAVariableNorAFormProperty() {
        school.curator().complete("UserTask_CompleteRoadmap", "step", "ACCEPT");

        assertThat(kept())
                .extracting(HistoricVariableInstance::getName)
                .contains("roadmapCompleted")
                .doesNotContain("step", "about", "rows", "measures");
        assertThat(history.createHistoricDetailQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .formFields()
                        .count())
                .isZero();
        assertThat(history.createHistoricTaskInstanceQuery()
                        .taskId(task.getId())
                        .finished()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void everythingElse_isProduced_asOnTheLevelFull() {
        JournalHistoryLevel level = new JournalHistoryLevel();
        VariableInstanceEntity ofProcess = new VariableInstanceEntity();
        VariableInstanceEntity ofTask = new VariableInstanceEntity();
        ofTask.setTaskId("t");
        for (HistoryEventTypes type : HistoryEventTypes.values()) {
            assertThat(level.isHistoryEventProduced(type, null))
                    .as(type.toString())
                    .isEqualTo(type != HistoryEventTypes.FORM_PROPERTY_UPDATE);
        }
        assertThat(level.isHistoryEventProduced(HistoryEventTypes.VARIABLE_INSTANCE_CREATE, ofProcess))
                .isTrue();
        assertThat(level.isHistoryEventProduced(HistoryEventTypes.VARIABLE_INSTANCE_CREATE, ofTask))
                .isFalse();
        assertThat(engine.getHistoryLevel()).isInstanceOf(JournalHistoryLevel.class);
    }

    @Test
    void databaseOfThisLevel_isNotOpenedWithAnother() {
        ProcessEngineConfigurationImpl other = new StandaloneProcessEngineConfiguration()
                .setProcessEngineName("other")
                .setDataSource(dataSource)
                .setDatabaseSchemaUpdate("false")
                .setHistory("full")
                .setJobExecutorActivate(false);
        other.setCustomHistoryLevels(List.of(new JournalHistoryLevel()));
        other.setMetricsEnabled(false);
        assertThatThrownBy(other::buildProcessEngine)
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("historyLevel mismatch");
    }

    private List<HistoricVariableInstance> kept() {
        return history.createHistoricVariableInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .list();
    }
}
