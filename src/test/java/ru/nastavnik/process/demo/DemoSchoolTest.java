package ru.nastavnik.process.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import ru.nastavnik.organisation.Accounts;
import ru.nastavnik.organisation.Enrolment;
import ru.nastavnik.shared.database.CannotStart;
import ru.nastavnik.support.SchoolTest;
import ru.nastavnik.support.TasklistUser;
import ru.nastavnik.support.TasklistUser.OpenTask;

/** The demo school, made on different days of the year: whoever tries the program out finds something to do. */
class DemoSchoolTest extends SchoolTest {

    /** Names of classes, enum constants, keys and ids; Latin letters that people read are in addresses alone. */
    private static final Pattern TECHNICAL = Pattern.compile("[A-Za-z]{2,}|[0-9a-f]{8}-|null|\\$\\{|_");

    private static final Pattern MARKUP =
            Pattern.compile("(?s)<head>.*?</head>|<script.*?</script>|<[^>]*>|https?://\\S+");

    @Autowired
    private Enrolment enrolment;

    @Autowired
    private Accounts accounts;

    @Autowired
    private DemoHands hands;

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    private DemoSchool demo;

    @BeforeEach
    void notMadeYet() {
        demo = new DemoSchool(organisations, enrolment, accounts, hands, clock, engine);
    }

    /** Its logins are free again for the next one. */
    @AfterEach
    void forget() {
        management.deleteProperty("nastavnik.demo.made");
        database.update("update account set login = 'demo-' || id where login = any (?)", (Object)
                DemoStaff.ALL.stream().map(DemoStaff.Member::login).toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-09-01", "2025-10-20", "2026-01-10", "2026-06-15", "2026-08-25"})
    @DisplayName("whatever the day, the demo school has people, pairs, an act sent back, and a task for each login")
    void onAnyDayOfTheYear_everyLoginHasSomethingToDo(String day) {
        clock.moveTo(LocalDate.parse(day)
                .atTime(12, 0)
                .atZone(ZoneId.of("Europe/Moscow"))
                .toInstant());
        assertThatThrownBy(demo::start)
                .as("a school that nobody has finished making")
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("Удалите папку с данными");

        demo.live();

        UUID id = database.queryForObject(
                "select organisation_id from person join person_data on person_id = id where last_name = 'Крылова' and id in "
                        + "(select person_id from account_person join account on id = account_id where login = 'director')",
                UUID.class);
        int schools = organisations.all().size();
        demo.start();
        assertThat(organisations.all()).as("it is made once").hasSize(schools);
        assertThat(count("select count(*) from person where organisation_id = ?", id))
                .isEqualTo(40);
        assertThat(count(
                        "select count(*) from mentorship m join programme p on p.id = m.programme_id "
                                + "where p.organisation_id = ? and m.state = 'ACTIVE'",
                        id))
                .isEqualTo(DemoStaff.PAIRS);
        assertThat(count("select count(*) from unmatched_support where organisation_id = ? and closed_on is null", id))
                .isEqualTo(1);
        assertThat(count(
                        "select count(*) from act_ru_task where task_def_key_ = 'UserTask_ReviseAct' and tenant_id_ = ?",
                        id.toString()))
                .as("acts returned for rework")
                .isEqualTo(1);
        for (String login : DemoStaff.TO_TRY) {
            TasklistUser user = new TasklistUser(port, login, DemoSchool.PASSWORD, null, null);
            List<OpenTask> tasks = user.tasks();
            assertThat(tasks).as("tasks of %s on %s", login, day).isNotEmpty();
            assertThat(tasks)
                    .as("what %s reads in the list", login)
                    .noneMatch(task -> TECHNICAL
                            .matcher(task.name() + " " + Objects.toString(task.about(), ""))
                            .find());
            assertThat(read(user.get("/").body()))
                    .as("what %s reads first", login)
                    .doesNotContainPattern(TECHNICAL);
        }
        TasklistUser curator = new TasklistUser(port, "curator", DemoSchool.PASSWORD, null, null);
        for (String page : List.of("/roadmap", "/pairs", "/acknowledgements", "/staff")) {
            assertThat(read(curator.get(page).body()))
                    .as(page)
                    .contains("Орлова")
                    .doesNotContainPattern("[0-9a-f]{8}-|null|[A-Z]{4,}");
        }
    }

    private static String read(String html) {
        return MARKUP.matcher(html).replaceAll(" ");
    }

    private long count(String sql, Object... parameters) {
        return database.queryForObject(sql, Long.class, parameters);
    }
}
