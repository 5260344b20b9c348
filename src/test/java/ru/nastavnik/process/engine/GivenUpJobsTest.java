package ru.nastavnik.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.bpmn.parser.DefaultFailedJobParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.process.OrganisationTenants;
import ru.nastavnik.support.Browser;
import ru.nastavnik.support.SchoolTest;

/** A step that the program does by itself and cannot: it is tried again, and at last people hear of it. */
class GivenUpJobsTest extends SchoolTest {

    private static final List<Duration> WAITS =
            List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1));

    @Autowired
    private RepositoryService repository;

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    private String deployment;

    @BeforeEach
    void aStepFails() {
        deployment = repository
                .createDeployment()
                .addInputStream("FailingProcess.bpmn", getClass().getResourceAsStream("FailingProcess.bpmn"))
                .deploy()
                .getId();
        OrganisationTenants.onBehalfOf(
                school.id,
                () -> runtime.createProcessInstanceByKey("FailingProcess")
                        .processDefinitionWithoutTenantId()
                        .execute());
    }

    @AfterEach
    void takeTheModelAway() {
        repository.deleteDeployment(deployment, true);
    }

    @Test
    @DisplayName("each try waits longer than the one before; after the last the curator and the administrator are told")
    void failingStep_isTriedAgain_thenToldToCuratorAndAdministrator() {
        clock.moveTo(Instant.parse("2025-09-01T06:00:00Z"));
        operatorsAdministrator();
        List<Duration> waits = new ArrayList<>();
        for (int attempt = 0; attempt < WAITS.size(); attempt++) {
            fail();
            waits.add(Duration.between(
                    ClockUtil.getCurrentTime().toInstant(), job().getDuedate().toInstant()));
            assertThat(home("curator")).doesNotContain("больше не пробует");
        }
        assertThat(waits).isEqualTo(WAITS);
        assertThat(job().getRetries()).isEqualTo(1);

        fail();

        assertThat(job().getRetries()).isZero();
        assertThat(runtime.createIncidentQuery()
                        .tenantIdIn(school.id.toString())
                        .count())
                .isEqualTo(1);
        assertThat(home("curator"))
                .contains("Программа не смогла выполнить шаг и больше не пробует. Сообщите администратору")
                .contains("шаг «Напомнить о согласии»")
                .doesNotContain("ошибка ", "Exception");
        assertThat(home("admin"))
                .contains("Шаг не выполнен после всех повторов.")
                .contains(
                        "шаг «Напомнить о согласии», ошибка ProcessEngineException",
                        organisations.get(school.id).shortName())
                .doesNotContain("nobody");
        assertThat(home("deputy")).contains("Новых напоминаний нет.");

        management.setJobRetries(job().getId(), 1);
        assertThat(List.of(home("curator"), home("admin")))
                .as("nobody is told any more of what is tried anew")
                .allSatisfy(page -> assertThat(page).contains("Новых напоминаний нет."));
        fail();
        assertThat(home("curator")).containsOnlyOnce("<a href=\"/\">Программа не смогла выполнить шаг");
    }

    @Test
    @DisplayName("every step of every model that the program does later has these waits")
    void everyAsynchronousStep_hasRetries() {
        List<JobDefinition> steps = management.createJobDefinitionQuery().list();
        assertThat(steps)
                .hasSizeGreaterThan(10)
                .allSatisfy(step -> assertThat(engine.getCommandExecutorTxRequired()
                                .execute(context -> engine.getDeploymentCache()
                                        .findDeployedProcessDefinitionById(step.getProcessDefinitionId())
                                        .findActivity(step.getActivityId()))
                                .getProperties()
                                .get(DefaultFailedJobParseListener.FAILED_JOB_CONFIGURATION)
                                .getRetryIntervals())
                        .as(step.getActivityId())
                        .containsExactly("PT10S", "PT1M", "PT10M", "PT1H"));
    }

    private void operatorsAdministrator() {
        school.account("admin", "Админова");
        school.grant(
                "admin",
                database.queryForObject(
                        "select id from organisation where kind = 'OPERATOR' limit 1", java.util.UUID.class),
                Role.ADMINISTRATOR,
                LocalDate.of(2020, 1, 1),
                null,
                false);
    }

    private void fail() {
        String id = job().getId();
        assertThatThrownBy(() -> management.executeJob(id)).isNotNull();
    }

    private Job job() {
        return management.createJobQuery().tenantIdIn(school.id.toString()).singleResult();
    }

    private String home(String who) {
        return Browser.of(school, who, port).page("/").body();
    }
}
