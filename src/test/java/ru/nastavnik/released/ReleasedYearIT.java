package ru.nastavnik.released;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import ru.nastavnik.shared.SchoolClock;
import ru.nastavnik.support.SchoolDays;
import ru.nastavnik.support.TasklistUser;
import ru.nastavnik.support.TasklistUser.OpenTask;
import ru.nastavnik.support.TestDatabase;

/**
 * A school that began its year with a released version goes on with this one and ends the year. In a process of its own: the
 * engine's applications know one engine for each.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
class ReleasedYearIT {

    private static final String PASSWORD = "probny-vhod";
    private static final Set<String> ENTER_FOR_OTHERS = Set.of("clerk", "curator", "deputy");
    private static final Pattern BEAN = Pattern.compile("[$#]\\{(\\w+)");

    /** A second database beside that of the other tests, as the released version has left it. */
    @DynamicPropertySource
    static void released(DynamicPropertyRegistry properties) throws Exception {
        DriverManagerDataSource released = TestDatabase.create("released");
        ReleasedDatabase.restore(released);
        TestDatabase.use(released, properties::add);
    }

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private SchoolClock clock;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private ApplicationContext application;

    private final Map<String, TasklistUser> users = new HashMap<>();

    @AfterEach
    void releaseClock() {
        clock.release();
    }

    @Test
    @DisplayName("the year that began with the released version: its steps are still known, its instances move to the "
            + "newest models, and everybody does their tasks until the programme is closed and nothing runs on")
    void schoolOfTheReleasedVersion_endsItsYear() {
        UUID school = database.queryForObject("select id from organisation where kind = 'SCHOOL'", UUID.class);
        List<ProcessDefinition> released =
                repository.createProcessDefinitionQuery().list();
        assertThat(released)
                .extracting(ProcessDefinition::getKey)
                .contains("MentorshipProcess", "MentoringProgrammeProcess");
        assertThat(released).allSatisfy(this::everyStepIsKnown);
        released.forEach(this::moveToTheNewest);
        assertThat(runtime.createProcessInstanceQuery().count())
                .as("instances under way")
                .isGreaterThan(10);

        SchoolDays days = new SchoolDays(clock, management, school);
        AnybodysAnswers answers = new AnybodysAnswers();
        String programme = "select state from programme";
        LocalDate day = LocalDate.parse(ReleasedDatabase.DAY).plusDays(1);
        while (!database.queryForObject(programme, String.class).equals("CLOSED")) {
            assertThat(day).as("the year comes to its end").isBefore(LocalDate.of(2027, 10, 1));
            days.on(day);
            int done;
            do {
                done = doWhatIsOpen(answers, day.toString());
            } while (done > 0);
            day = day.plusMonths(1).withDayOfMonth(2);
        }

        assertThat(runtime.createProcessInstanceQuery().count())
                .as("instances that run on")
                .isZero();
        assertThat(database.queryForList(
                        "select distinct state from mentorship where state in ('ACTIVE', 'SUSPENDED')"))
                .isEmpty();
    }

    /** Delegates, listeners and whatever else expressions of the released models name. */
    private void everyStepIsKnown(ProcessDefinition definition) {
        String model = Bpmn.convertToString(repository.getBpmnModelInstance(definition.getId()));
        assertThat(BEAN.matcher(model).results().map(found -> found.group(1)).distinct())
                .as("named by %s, version %s", definition.getKey(), definition.getVersion())
                .allMatch(name -> application.containsBean(name) || !name.endsWith("Delegate"));
    }

    private void moveToTheNewest(ProcessDefinition definition) {
        ProcessDefinition newest = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(definition.getKey())
                .latestVersion()
                .singleResult();
        List<String> instances =
                runtime.createProcessInstanceQuery().processDefinitionId(definition.getId()).list().stream()
                        .map(ProcessInstance::getId)
                        .toList();
        if (!newest.getId().equals(definition.getId()) && !instances.isEmpty()) {
            runtime.newMigration(runtime.createMigrationPlan(definition.getId(), newest.getId())
                            .mapEqualActivities()
                            .updateEventTriggers()
                            .build())
                    .processInstanceIds(instances)
                    .execute();
        }
    }

    /** @return how many tasks have been done, by those who decide first and only then by those who enter things for others */
    private int doWhatIsOpen(AnybodysAnswers answers, String day) {
        int done = 0;
        for (String login : logins()) {
            if (done > 0 && ENTER_FOR_OTHERS.contains(login)) {
                return done;
            }
            TasklistUser user =
                    users.computeIfAbsent(login, name -> new TasklistUser(port, name, PASSWORD, accountOf(name), null));
            for (OpenTask task : user.tasks()) {
                user.complete(task, answers.to(user, task, day));
                done++;
            }
        }
        return done;
    }

    private List<String> logins() {
        return database
                .queryForList(
                        "select login from account join account_person on account_id = account.id "
                                + "join person p on p.id = person_id "
                                + "join organisation o on o.id = organisation_id where o.kind = 'SCHOOL'",
                        String.class)
                .stream()
                .sorted(Comparator.comparing(ENTER_FOR_OTHERS::contains))
                .toList();
    }

    private UUID accountOf(String login) {
        return database.queryForObject("select id from account where login = ?", UUID.class, login);
    }
}
