package ru.nastavnik.support;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.shared.SchoolClock;
import ru.nastavnik.shared.database.DevelopmentDatabase;
import ru.nastavnik.shared.database.DevelopmentDatabase.Options;

/** The whole product on a real PostgreSQL, with a school of its own for each test and a clock that the test moves. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
public abstract class SchoolTest {

    /** One database for all tests of a run, stopped after the application that uses it; careful only where it is measured. */
    private static final DevelopmentDatabase DATABASE = DevelopmentDatabase.start(
            Path.of("target/test-database"), new Options(Boolean.getBoolean("nastavnik.test.durable"), true));

    static {
        SpringApplication.getShutdownHandlers().add(DATABASE::close);
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", DATABASE::jdbcUrl);
        properties.add("spring.datasource.username", DATABASE::user);
        properties.add("spring.datasource.password", DATABASE::password);
    }

    @LocalServerPort
    protected int port;

    @Autowired
    protected Organisations organisations;

    @Autowired
    protected JdbcTemplate database;

    @Autowired
    protected SchoolClock clock;

    @Autowired
    protected RuntimeService runtime;

    @Autowired
    protected HistoryService history;

    @Autowired
    protected ManagementService management;

    protected TestSchool school;

    @BeforeEach
    protected void openSchool() {
        school = new TestSchool(organisations, database, port);
    }

    @AfterEach
    void releaseClock() {
        clock.release();
    }

    /** Moves the clock to the morning of that day and does what has become due: timers, reminders. */
    protected void day(String date) {
        clock.moveTo(TestSchool.morningOf(LocalDate.parse(date)));
        doDueJobs();
    }

    /** Does every job of this school that is due now, as the job executor would. */
    protected void doDueJobs() {
        for (int round = 0; round < 50; round++) {
            Instant now = ClockUtil.getCurrentTime().toInstant();
            List<Job> due =
                    management
                            .createJobQuery()
                            .tenantIdIn(school.id.toString())
                            .withRetriesLeft()
                            .active()
                            .list()
                            .stream()
                            .filter(job -> job.getDuedate() == null
                                    || !job.getDuedate().toInstant().isAfter(now))
                            .toList();
            if (due.isEmpty()) {
                return;
            }
            due.forEach(job -> management.executeJob(job.getId()));
        }
        throw new AssertionError("Jobs go on and on");
    }

    protected long running(UUID businessKey) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey.toString())
                .count();
    }

    /** @return instances of this school that still run */
    protected long running() {
        return runtime.createExecutionQuery().tenantIdIn(school.id.toString()).count();
    }
}
