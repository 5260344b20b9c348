package ru.nastavnik.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import ru.nastavnik.organisation.Organisation;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.organisation.Role;

/**
 * A school of its own for one test: made-up staff with one role each, twelve teachers, all with the same password. Its
 * surnames occur nowhere else, so that a dump can be searched for them.
 */
public class TestSchool {

    public static final String PASSWORD = "correct horse";
    /** A cheap hash: the tests log in often. */
    private static final String HASH = new BCryptPasswordEncoder(4).encode(PASSWORD);

    private static final LocalDate ENTERED = LocalDate.of(2020, 1, 1);
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final List<String> TEACHERS = List.of(
            "Ахтырцева",
            "Бельмондова",
            "Вязовицын",
            "Гороховецкая",
            "Дюжикова",
            "Ерусланов",
            "Жегалкина",
            "Зубченинов",
            "Иглокожева",
            "Клинобродов",
            "Луковицына",
            "Мухоморов");

    private final JdbcTemplate database;
    private final int port;
    private final int number = COUNTER.incrementAndGet();
    private final Map<String, TasklistUser> users = new HashMap<>();
    private final Map<String, UUID> accounts = new HashMap<>();
    private final Map<String, UUID> persons = new HashMap<>();
    private String mark = "";
    /** What goes on in the background when somebody of the school has done something. */
    public Runnable background = () -> {};

    public final List<String> names = new ArrayList<>();
    /** In which its people work. */
    private final List<String> schools = new ArrayList<>();

    public final UUID id;

    public TestSchool(Organisations organisations, JdbcTemplate database, int port) {
        this.database = database;
        this.port = port;
        this.id = organisations.register(new Organisation(
                Organisation.Kind.SCHOOL,
                "Средняя общеобразовательная школа № " + number,
                "Школа № " + number,
                "Зареченск",
                ZoneId.of("Europe/Samara"),
                null));
        database.update(
                "update organisation_policy set consent_on_screen = true, consent_on_screen_basis = 'соглашение' "
                        + "where organisation_id = ?",
                id);
        schools.add(id.toString());
        staff("director", "Директоренко", Role.DIRECTOR);
        staff("curator", "Кураторович", Role.CURATOR);
        staff("deputy", "Завучева", Role.DEPUTY);
        staff("lead", "Методистова", Role.SUBJECT_LEAD);
        staff("psychologist", "Психологова", Role.PSYCHOLOGIST);
        staff("clerk", "Секретарева", Role.CLERK);
        staff("editor", "Сайтова", Role.SITE_EDITOR);
        TEACHERS.forEach(surname -> staff(surname, surname, null));
    }

    /**
     * @param key  how the test calls the person
     * @param role null for a teacher without one
     */
    public void staff(String key, String surname, Role role) {
        account(key, surname);
        grant(key, id, role == null ? Role.MENTEE : role, ENTERED, null, false);
    }

    /** Somebody who has a login and may do nothing. */
    public void account(String key, String surname) {
        UUID accountId = UUID.randomUUID();
        database.update(
                "insert into account (id, login, password_hash, must_change_password, blocked, created_at) "
                        + "values (?, ?, ?, false, false, now())",
                accountId,
                login(key),
                HASH);
        accounts.put(key, accountId);
        isPerson(key, person(key, surname));
    }

    /** Somebody of this school works in another one too, as a person there. */
    public void alsoWorksIn(TestSchool other, String key, Role role) {
        schools.add(other.id.toString());
        isPerson(key, other.person("guest", "Двушкольная"));
        grant(key, other.id, role, ENTERED, null, false);
    }

    private void isPerson(String key, UUID personId) {
        database.update(
                "insert into account_person (account_id, person_id) values (?, ?)", accounts.get(key), personId);
    }

    /** Somebody who never logs in. */
    public UUID person(String key, String surname) {
        UUID personId = UUID.randomUUID();
        database.update(
                "insert into person (id, organisation_id, category, entered_on) values (?, ?, 'STAFF', ?)",
                personId,
                id,
                ENTERED);
        database.update(
                "insert into person_data (person_id, valid_from, last_name, first_name, middle_name, position_title) "
                        + "values (?, ?, ?, 'Аполлинария', 'Евлампиевна', 'учитель')",
                personId,
                ENTERED,
                surname);
        persons.put(key, personId);
        names.add(surname);
        return personId;
    }

    public void grant(String key, UUID organisationId, Role role, LocalDate from, LocalDate to, boolean acting) {
        database.update(
                "insert into power (id, account_id, organisation_id, role, acting, valid_from, valid_to, basis) "
                        + "values (?, ?, ?, ?, ?, ?, ?, 'приказ')",
                UUID.randomUUID(),
                accounts.get(key),
                organisationId,
                role.name(),
                acting,
                from,
                to);
    }

    public String login(String key) {
        return TEACHERS.contains(key) ? "teacher" + number + "-" + TEACHERS.indexOf(key) : key + number;
    }

    public UUID accountOf(String key) {
        return accounts.get(key);
    }

    public UUID personOf(String key) {
        return persons.get(key);
    }

    /** @return that person at a browser, logged in */
    public TasklistUser as(String key) {
        return users.computeIfAbsent(key, k -> {
            TasklistUser user =
                    new TasklistUser(port, login(k), PASSWORD, accounts.get(k), persons.get(k), () -> background.run());
            user.markTexts(mark);
            user.told = this::namesOnlyOpenTasks;
            return user;
        });
    }

    /** Whatever a page says after an action: a task that it names is there. */
    private void namesOnlyOpenTasks(String sentence) {
        assertThat(NamedTasks.in(sentence))
                .as(sentence)
                .allSatisfy(name -> assertThat(database.queryForObject(
                                "select count(*) from act_ru_task where tenant_id_ = any (?) and name_ = ?",
                                Integer.class,
                                schools.toArray(String[]::new),
                                name))
                        .as("open tasks «%s»", name)
                        .isPositive());
    }

    /**
     * From now on every name, e-mail address and typed text of this school carries a mark that stands nowhere else.
     *
     * @return the mark
     */
    public String markEverything() {
        mark = "zqx" + number + "y";
        database.update(
                "update person_data set last_name = last_name || '-' || ?, first_name = first_name || ?, "
                        + "middle_name = middle_name || ?, email = ? || '@school.example' "
                        + "where person_id in (select id from person where organisation_id = ?)",
                mark,
                mark,
                mark,
                mark,
                id);
        return mark;
    }

    public List<String> logins() {
        return accounts.keySet().stream().map(this::login).toList();
    }

    /** Forgets the logins: for tests that change somebody's powers. */
    public void logInAnew(String key) {
        users.remove(key);
    }

    public TasklistUser director() {
        return as("director");
    }

    public TasklistUser curator() {
        return as("curator");
    }

    public TasklistUser clerk() {
        return as("clerk");
    }

    public static List<String> teachers() {
        return TEACHERS;
    }

    static Instant morningOf(LocalDate day) {
        return day.atTime(9, 0).atZone(ZoneId.of("Europe/Samara")).toInstant();
    }
}
