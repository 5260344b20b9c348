package ru.nastavnik.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.AcquirableJobEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import ru.nastavnik.process.OrganisationTenants;
import ru.nastavnik.process.task.TaskWork;
import ru.nastavnik.support.SchoolTest;
import ru.nastavnik.support.Together;

class DeploymentTest extends SchoolTest {

    private static final String CHANGED = "processes/support/UnmatchedSupportProcess.bpmn";

    @Autowired
    private ModelDeployment deployment;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @Test
    void restartWithoutAChange_deploysNothing() {
        List<Long> before = counts();
        deployment.deploy();
        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void twoNodesThatStartTogether_deployAChangedModelOnce() {
        // As if the model that is deployed were that of the release before.
        database.update(
                "update act_ge_bytearray set bytes_ = bytes_ || ' '::bytea where name_ = ? and deployment_id_ is not null",
                CHANGED);
        List<Long> before = counts();
        int version = version("UnmatchedSupportProcess");

        Callable<Void> node = () -> {
            deployment.deploy();
            return null;
        };
        Together.run(node, node);

        assertThat(version("UnmatchedSupportProcess")).isEqualTo(version + 1);
        assertThat(counts())
                .as("deployments, processes, decisions, forms")
                .containsExactly(before.get(0) + 1, before.get(1) + 1, before.get(2), before.get(3));
        assertThat(database.queryForList(
                        "select b.name_ from act_ge_bytearray b where b.deployment_id_ = "
                                + "(select id_ from act_re_deployment order by deploy_time_ desc, id_ desc limit 1)",
                        String.class))
                .as("only what has changed")
                .containsExactly(CHANGED);
    }

    @Test
    @DisplayName("a node does the jobs of every release before its own, not those of a model that a newer node brings")
    void jobsOfANewerRelease_waitForItsNode() {
        List<String> known = repository.createDeploymentQuery().list().stream()
                .map(Deployment::getId)
                .toList();
        assertThat(management.getRegisteredDeployments()).containsAll(known);

        String newer = repository
                .createDeployment()
                .addInputStream("later.bpmn", getClass().getResourceAsStream("FailingProcess.bpmn"))
                .deploy()
                .getId();
        try {
            // As if it were another node's.
            management.unregisterDeploymentForJobExecutor(newer);
            OrganisationTenants.onBehalfOf(
                    school.id,
                    () -> runtime.createProcessInstanceByKey("FailingProcess")
                            .processDefinitionWithoutTenantId()
                            .execute());
            assertThat(jobsToDo()).as("here").isEmpty();
            management.registerDeploymentForJobExecutor(newer);
            assertThat(jobsToDo()).as("on its node").hasSize(1);
        } finally {
            repository.deleteDeployment(newer, true);
        }
    }

    private List<AcquirableJobEntity> jobsToDo() {
        return engine
                .getCommandExecutorTxRequired()
                .execute(context -> context.getJobManager().findNextJobsToExecute(new Page(0, 1_000)))
                .stream()
                .filter(job -> management
                                .createJobQuery()
                                .jobId(job.getId())
                                .tenantIdIn(school.id.toString())
                                .count()
                        > 0)
                .toList();
    }

    @Test
    void resources_areNamedByTheirPathInTheProject_areaByArea() {
        assertThat(database.queryForList(
                        "select distinct name_ from act_ge_bytearray where deployment_id_ is not null", String.class))
                .containsExactlyInAnyOrderElementsOf(Stream.of("processes", "forms")
                        .flatMap(DeploymentTest::files)
                        .toList());
        assertThat(database.queryForList(
                        "select distinct d.name_ || ' ' || split_part(b.name_, '/', 2) from act_ge_bytearray b "
                                + "join act_re_deployment d on d.id_ = b.deployment_id_",
                        String.class))
                .containsExactlyInAnyOrder(
                        "programme programme",
                        "stages stages",
                        "documents documents",
                        "consent consent",
                        "pairs pairs",
                        "support support");
    }

    @Test
    void everyUserTask_hasExactlyOneWork_andNoWorkIsIdle() {
        assertThat(elements(UserTask.class).map(UserTask::getId))
                .containsExactlyInAnyOrderElementsOf(application.getBeansOfType(TaskWork.class).values().stream()
                        .map(TaskWork::task)
                        .toList());
    }

    @Test
    void everyServiceTask_callsADelegateThatIsThere_andNoDelegateIsIdle() {
        assertThat(elements(ServiceTask.class)
                        .map(ServiceTask::getCamundaDelegateExpression)
                        .map(expression -> expression.replaceAll("[#{}]", ""))
                        .distinct())
                .containsExactlyInAnyOrder(application.getBeanNamesForType(JavaDelegate.class));
    }

    private static Stream<String> files(String folder) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files
                    .filter(Files::isRegularFile)
                    .map(file -> file.toString().replace('\\', '/'))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T extends ModelElementInstance> Stream<T> elements(Class<T> type) {
        return repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .map(ProcessDefinition::getId)
                .map(repository::getBpmnModelInstance)
                .map(model -> model.getModelElementsByType(type))
                .flatMap(Collection::stream);
    }

    private int version(String process) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getVersion();
    }

    private List<Long> counts() {
        return Stream.of("act_re_deployment", "act_re_procdef", "act_re_decision_def", "act_re_camformdef")
                .map(table -> database.queryForObject("select count(*) from " + table, Long.class))
                .toList();
    }
}
