package ru.nastavnik.process.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.plugin.AdministratorAuthorizationPlugin;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.nastavnik.process.OrganisationTenants;
import ru.nastavnik.process.TellInstance;
import ru.nastavnik.process.identity.OwnIdentityFactory;
import ru.nastavnik.shared.SchoolClock;

/** How the engine is set up here: many of its defaults are unsafe for people's data. */
@Configuration
class EngineConfiguration {

    /** Rows that one query of a user may ask for. */
    private static final int MAX_RESULTS = 2_000;
    /** Waits before the second try of a job, the third and so on: short for a lost race, long for a service that is away. */
    private static final String RETRIES = "PT10S,PT1M,PT10M,PT1H";

    @Bean
    ProcessEnginePlugin nastavnikEngine(
            OwnIdentityFactory identity,
            TaskWiring taskWiring,
            GivenUpJobs givenUpJobs,
            TellInstance tellInstance,
            SchoolClock clock,
            DataSource database) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setIdentityProviderSessionFactory(identity);
                engine.setCustomHistoryLevels(List.of(new JournalHistoryLevel()));
                engine.setResourceAuthorizationProvider(new TaskGrants());
                engine.setCustomSessionFactories(new ArrayList<>(List.of(new GroupsAsTheyAre.Factory())));
                engine.setTenantIdProvider(new OrganisationTenants());
                engine.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(taskWiring)));
                engine.setCustomPreCommandInterceptorsTxRequired(
                        new ArrayList<>(List.of(new WrongQueries(), new RetryOnConflict())));
                engine.setCustomPostCommandInterceptorsTxRequired(
                        new ArrayList<>(List.of(new JobsTakeTheirTime(database))));
                // A refusal is an answer to a person, not an error of the server: whoever opened the command reports
                // it.
                engine.setEnableCmdExceptionLogging(false);
                engine.setFailedJobCommandFactory(NamelessFailure.jobs());
                engine.setFailedJobRetryTimeCycle(RETRIES);
                engine.setCustomJobHandlers(new ArrayList<>(List.of(tellInstance)));
                engine.setJobExecutorDeploymentAware(true);
                engine.setCustomIncidentHandlers(new ArrayList<>(List.of(givenUpJobs)));
                engine.setHistoryEventProducer(NamelessFailure.journal());
                engine.setDeserializationTypeValidationEnabled(true);
                engine.setDefaultUserPermissionNameForTask("TASK_WORK");
                // Passwords are kept by our own pages; Welcome asks for a policy all the same and counts it an error if
                // there is none.
                engine.setEnablePasswordPolicy(true);
                engine.setQueryMaxResultsLimit(MAX_RESULTS);
                engine.setHistoryCleanupBatchWindowStartTime("01:00");
                engine.setHistoryCleanupBatchWindowEndTime("05:00");
                clock.onMove(EngineConfiguration::moveEngineClock);
            }
        };
    }

    /** The technical administrator's group sees every organisation: for operation only. */
    @Bean
    AdministratorAuthorizationPlugin administrators() {
        AdministratorAuthorizationPlugin plugin = new AdministratorAuthorizationPlugin();
        plugin.setAdministratorGroupName(OwnIdentityFactory.ADMINISTRATORS);
        return plugin;
    }

    private static void moveEngineClock(@Nullable Instant moment) {
        if (moment == null) {
            ClockUtil.reset();
        } else {
            ClockUtil.setCurrentTime(Date.from(moment));
        }
    }
}
