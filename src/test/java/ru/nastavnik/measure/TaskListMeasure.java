package ru.nastavnik.measure;

import com.zaxxer.hikari.HikariDataSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.process.identity.Groups;
import ru.nastavnik.process.identity.SharedFilters;
import ru.nastavnik.support.SchoolYear;
import ru.nastavnik.support.TestSchool;

/**
 * The four lists of Tasklist, each with its count, at the engine's door: with the filters, the rights and the
 * connections that the application uses. Around the school many others have open tasks; these are real rows copied in the database.
 */
@Order(2)
class TaskListMeasure extends Measure {

    private static final int[] SIZES = {1_000, 3_000, 10_000, 30_000, 100_000};
    private static final int SCHOOL = 300;
    private static final int BIG_SCHOOL = 3_000;
    private static final int BIG_SCHOOL_FROM = 10_000;
    private static final int SAMPLES = 200;
    /** A new connection plans a statement anew ten times or so: both ways of planning get their share. */
    private static final int SAMPLES_PER_CONNECTION = 25;

    private static final int PAGE = 15;
    private static final double GOAL = 30;
    private static final double BIG_GOAL = 50;

    @Autowired
    private FilterService filters;

    @Autowired
    private TaskService tasks;

    @Autowired
    private IdentityService identity;

    @Autowired
    private SharedFilters lists;

    @Autowired
    private DataSource dataSource;

    private TestSchool bigSchool;

    @AfterEach
    void forgetUser() {
        identity.clearAuthentication();
    }

    @Test
    @DisplayName("the task list of a school among 1,000 to 100,000 open tasks")
    void taskLists() throws Exception {
        Measurements report = new Measurements("The task list").begin();
        makeTemplates();
        int real = database.queryForObject("select count(*) from act_ru_task", Integer.class);
        fill(school, SCHOOL - real);
        bigSchool = new TestSchool(organisations, database, port);
        List.of(school, bigSchool).forEach(TaskListMeasure::giveCuratorThreeRoles);
        int open = SCHOOL;
        Map<Integer, Map<String, Samples>> found = new LinkedHashMap<>();
        Map<Integer, Map<String, Samples>> foundInBig = new LinkedHashMap<>();
        for (int size : SIZES) {
            if (size == BIG_SCHOOL_FROM) {
                fill(bigSchool, BIG_SCHOOL);
                open += BIG_SCHOOL;
            }
            fillOtherSchools(size - open);
            open = size;
            List.of("act_ru_execution", "act_ru_task", "act_ru_identitylink", "act_ru_authorization")
                    .forEach(table -> database.execute("vacuum (analyze) " + table));
            if (found.isEmpty()) {
                sample(school);
            }
            found.put(size, sample(school));
            if (size >= BIG_SCHOOL_FROM) {
                foundInBig.put(size, sample(bigSchool));
            }
        }
        write(report, found, foundInBig);
    }

    // --- rows -------------------------------------------------------------------------------------

    /** Real open tasks of a real school, one of each kind, to be copied with their rights. */
    private void makeTemplates() {
        SchoolYear year = new SchoolYear(school, this::day).programmeApproved();
        year.gathered();
        clock.release();
        database.execute(
                "create table measure_template as select row_number() over (order by task_def_key_) - 1 as number, t.id_ "
                        + "from (select distinct on (task_def_key_) task_def_key_, id_ from act_ru_task where tenant_id_ = '"
                        + school.id + "') t");
        database.execute(
                "create table measure_seed (task text, execution text, tenant text, grp text, usr text, template bigint, "
                        + "created timestamp, due timestamp)");
    }

    /** Tasks of one school: 45 % belong to one of 15 people, the rest to roles; half are late. */
    private void fill(TestSchool where, int number) {
        String tenant = where.id.toString();
        List<String> people = new ArrayList<>(List.of(where.accountOf("curator").toString()));
        while (people.size() < 15) {
            people.add(UUID.randomUUID().toString());
        }
        database.update("""
        insert into measure_seed
        select gen_random_uuid()::text, gen_random_uuid()::text, ?,
            ? || '_' || (array['curator', 'curator', 'curator', 'curator', 'curator', 'curator', 'director', 'director',
                'clerk', 'clerk', 'psychologist'])[1 + n % 11],
            case when n % 20 < 9 then (string_to_array(?, ','))[1 + (n / 20) % 15] end,
            n % (select count(*) from measure_template), now()::timestamp - n * interval '7 minutes',
            now()::timestamp + (n % 40 - 20) * interval '1 day' + interval '1 hour'
        from generate_series(1, ?) n""", tenant, tenant, String.join(",", people), number);
        copySeeds();
    }

    private void fillOtherSchools(int number) {
        for (int left = number; left > 0; left -= 200) {
            String tenant = UUID.randomUUID().toString();
            giveStandingGrants(tenant);
            database.update("""
          insert into measure_seed
          select gen_random_uuid()::text, gen_random_uuid()::text, ?,
              ? || '_' || (array['curator', 'curator', 'curator', 'director', 'clerk', 'psychologist'])[1 + n % 6],
              case when n % 20 < 9 then md5(? || (n / 20) % 15) end,
              n % (select count(*) from measure_template), now()::timestamp - n * interval '7 minutes',
              now()::timestamp + (n % 40 - 20) * interval '1 day' + interval '1 hour'
          from generate_series(1, ?) n""", tenant, tenant, tenant, Math.min(left, 200));
        }
        copySeeds();
    }

    /** What the product grants to each school besides its tasks. */
    private void giveStandingGrants(String tenant) {
        database.update("""
        insert into act_ru_authorization (id_, rev_, type_, group_id_, resource_type_, resource_id_, perms_)
        select gen_random_uuid()::text, 1, type_, ? || substr(group_id_, 37), resource_type_, resource_id_, perms_
        from act_ru_authorization where starts_with(group_id_, ?) and resource_type_ <> 7""", tenant, school.id.toString());
    }

    /** A task of its own instance per seed, with the links and grants that the engine itself writes. */
    private void copySeeds() {
        database.update("""
        insert into act_ru_execution select r.* from measure_seed s
        join measure_template m on m.number = s.template join act_ru_task t on t.id_ = m.id_
        join act_ru_execution e on e.id_ = t.proc_inst_id_
        cross join lateral jsonb_populate_record(null::act_ru_execution, to_jsonb(e) || jsonb_build_object('id_', s.execution,
            'proc_inst_id_', s.execution, 'root_proc_inst_id_', s.execution, 'business_key_', s.execution, 'super_exec_', null,
            'parent_id_', null, 'tenant_id_', s.tenant)) r""");
        database.update("""
        insert into act_ru_task select r.* from measure_seed s
        join measure_template m on m.number = s.template join act_ru_task t on t.id_ = m.id_
        cross join lateral jsonb_populate_record(null::act_ru_task, to_jsonb(t) || jsonb_build_object('id_', s.task,
            'execution_id_', s.execution, 'proc_inst_id_', s.execution, 'assignee_', s.usr, 'create_time_', s.created,
            'due_date_', s.due, 'tenant_id_', s.tenant)) r""");
        database.update("insert into act_ru_identitylink (id_, rev_, group_id_, type_, task_id_, tenant_id_) "
                + "select gen_random_uuid()::text, 1, grp, 'candidate', task, tenant from measure_seed");
        database.update("""
        insert into act_ru_authorization (id_, rev_, type_, group_id_, user_id_, resource_type_, resource_id_, perms_)
        select gen_random_uuid()::text, 1, 1, g.grp, g.usr, 7, s.task, (select max(perms_) from act_ru_authorization
            where resource_type_ = 7 and resource_id_ in (select id_ from measure_template))
        from measure_seed s cross join lateral (values (s.grp, null), (null, s.usr)) g (grp, usr)
        where g.grp is not null or g.usr is not null""");
        database.update("delete from measure_seed");
    }

    // --- measuring --------------------------------------------------------------------------------

    private static void giveCuratorThreeRoles(TestSchool school) {
        for (Role role : List.of(Role.DIRECTOR, Role.CLERK)) {
            school.grant("curator", school.id, role, LocalDate.of(2020, 1, 1), null, false);
        }
    }

    /** The lists in the order of Tasklist: newest first, a page of 15, and how many there are. */
    private Map<String, Samples> sample(TestSchool where) throws Exception {
        Map<String, LongSupplier> queries = new LinkedHashMap<>();
        for (String name : SharedFilters.NAMES) {
            String id = lists.id(name);
            TaskQuery newestFirst =
                    tasks.createTaskQuery().orderByTaskCreateTime().desc();
            queries.put(name, () -> filters.listPage(id, newestFirst, 0, PAGE).size());
            queries.put(name + ", count", () -> filters.count(id));
        }
        Map<String, List<Double>> times = new LinkedHashMap<>();
        identity.setAuthentication(
                where.accountOf("curator").toString(),
                Groups.of(where.id, List.of(Role.CURATOR, Role.DIRECTOR, Role.CLERK))
                        .toList(),
                List.of(where.id.toString()));
        try {
            for (int i = 0; i < SAMPLES; i++) {
                if (i % SAMPLES_PER_CONNECTION == 0) {
                    dataSource
                            .unwrap(HikariDataSource.class)
                            .getHikariPoolMXBean()
                            .softEvictConnections();
                    database.queryForObject("select 1", Integer.class);
                }
                for (Map.Entry<String, LongSupplier> query : queries.entrySet()) {
                    long begin = System.nanoTime();
                    long rows = query.getValue().getAsLong();
                    double millis = (System.nanoTime() - begin) / 1e6;
                    if (rows == 0) {
                        throw new AssertionError("«" + query.getKey() + "» is empty: nothing is measured");
                    }
                    times.computeIfAbsent(query.getKey(), key -> new ArrayList<>())
                            .add(millis);
                }
            }
        } finally {
            identity.clearAuthentication();
        }
        Map<String, Samples> samples = new LinkedHashMap<>();
        times.forEach((query, own) -> samples.put(query, Samples.of(own)));
        return samples;
    }

    private void write(
            Measurements report,
            Map<Integer, Map<String, Samples>> found,
            Map<Integer, Map<String, Samples>> foundInBig) {
        report.line(
                "`FilterService` with the four shared lists, 15 newest and the count; authorization and tenant check on, the "
                        + "user in three groups (curator, director, clerk) and one of the 15 people to whom 45 %% of the tasks belong; "
                        + "one grant per candidate group and assignee; `enable_material=off` as in application.yaml. %d samples a cell, a new "
                        + "connection every %d; tables vacuumed and analysed. Cells: p50 / p95.\n",
                SAMPLES, SAMPLES_PER_CONNECTION);
        double worst = worstP95(found);
        double worstBig = worstP95(foundInBig);
        List<String> cliffs = cliffs(found);
        cliffs.addAll(cliffs(foundInBig));
        report.goals()
                .goal(
                        "school with %d open tasks, any size: p95 ≤ 30 ms".formatted(SCHOOL),
                        "worst p95 " + Samples.ms(worst),
                        worst <= GOAL)
                .goal(
                        "school with 3,000 open tasks: p95 ≤ 50 ms",
                        "worst p95 " + Samples.ms(worstBig),
                        worstBig <= BIG_GOAL)
                .goal(
                        "no size more than 3 times and 10 ms above its neighbour (p95)",
                        cliffs.isEmpty() ? "none" : String.join("; ", cliffs),
                        cliffs.isEmpty());
        table(report, "School with " + SCHOOL + " open tasks", found);
        table(report, "School with 3,000 open tasks", foundInBig);
        report.write();
    }

    private static double worstP95(Map<Integer, Map<String, Samples>> found) {
        return found.values().stream()
                .flatMap(cells -> cells.values().stream())
                .mapToDouble(Samples::p95)
                .max()
                .orElseThrow();
    }

    private static List<String> cliffs(Map<Integer, Map<String, Samples>> found) {
        List<String> cliffs = new ArrayList<>();
        List<Integer> sizes = List.copyOf(found.keySet());
        for (int i = 1; i < sizes.size(); i++) {
            Map<String, Samples> left = found.get(sizes.get(i - 1));
            Map<String, Samples> right = found.get(sizes.get(i));
            for (String query : left.keySet()) {
                double low = Math.min(left.get(query).p95(), right.get(query).p95());
                double high = Math.max(left.get(query).p95(), right.get(query).p95());
                if (high > 3 * low && high > low + 10) {
                    cliffs.add("«%s» between %,d and %,d: %s and %s"
                            .formatted(
                                    query,
                                    sizes.get(i - 1),
                                    sizes.get(i),
                                    Samples.ms(left.get(query).p95()),
                                    Samples.ms(right.get(query).p95())));
                }
            }
        }
        return cliffs;
    }

    private static void table(Measurements report, String title, Map<Integer, Map<String, Samples>> found) {
        StringBuilder head = new StringBuilder("\n| " + title + " |");
        StringBuilder rule = new StringBuilder("|---|");
        found.keySet().forEach(size -> {
            head.append(String.format(Locale.ROOT, " %,d |", size));
            rule.append("---|");
        });
        report.line("%s", head).line("%s", rule);
        for (String query : found.values().iterator().next().keySet()) {
            StringBuilder row = new StringBuilder("| " + query + " |");
            found.values()
                    .forEach(cells -> row.append(" %s / %s |"
                            .formatted(
                                    Samples.ms(cells.get(query).p50()),
                                    Samples.ms(cells.get(query).p95()))));
            report.line("%s", row);
        }
    }
}
