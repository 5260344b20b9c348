package ru.nastavnik.support;

import java.time.LocalDate;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.shared.SchoolClock;

/** The whole product on a real PostgreSQL, with a school of its own for each test and a clock that the test moves. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@Import({StatementCounter.class, PassedNodes.class})
public abstract class SchoolTest {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        TestDatabase.shared(properties::add);
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
        school.background = days()::goOn;
    }

    @AfterEach
    void releaseClock() {
        clock.release();
    }

    /** Moves the clock to the morning of that day and does what has become due: timers, reminders. */
    protected void day(String date) {
        days().on(LocalDate.parse(date));
    }

    /** Does every job of this school that is due now, as the job executor would. */
    protected void doDueJobs() {
        days().doDueJobs();
    }

    private SchoolDays days() {
        return new SchoolDays(clock, management, school.id);
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
