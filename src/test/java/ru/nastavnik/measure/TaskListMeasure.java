package ru.nastavnik.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.support.SchoolTest;

/**
 * The task list of a school with 300 open tasks among more and more tasks of other schools, and of one school with
 * 3,000, at the engine's door: authorization on, the application's own connections. Prints p50 and p95 in milliseconds.
 */
@Tag("measure")
class TaskListMeasure extends SchoolTest {

  private static final int[] SIZES = {1_000, 3_000, 10_000, 30_000, 100_000};
  private static final int SCHOOL_TASKS = 300;
  private static final int BIG_SCHOOL_TASKS = 3_000;
  private static final int SAMPLES = 300;
  private static final int PAGE = 15;

  @Autowired private TaskService tasks;
  @Autowired private IdentityService identity;

  @Test
  void taskListOfASchool_amongMoreAndMoreTasks() {
    UUID school300 = UUID.randomUUID();
    UUID school3000 = UUID.randomUUID();
    seed(school300, SCHOOL_TASKS);
    int others = SCHOOL_TASKS;
    List<String> rows = new ArrayList<>();
    for (int size : SIZES) {
      while (others < size) {
        int next = Math.min(SCHOOL_TASKS, size - others);
        seed(UUID.randomUUID(), next);
        others += next;
      }
      analyze();
      rows.add("| 300 of %,d | %s |".formatted(size, sample(school300)));
    }
    seed(school3000, BIG_SCHOOL_TASKS);
    analyze();
    rows.add("| 3,000 of %,d | %s |".formatted(others + BIG_SCHOOL_TASKS, sample(school3000)));
    System.out.println("MEASURED task list, ms\n| tasks | p50 | p95 |\n|---|---|---|\n" + String.join("\n", rows));
  }

  /** Half of the tasks wait for the curators, a tenth for the director, the rest are assigned: each with its grant. */
  private void seed(UUID organisation, int count) {
    String group = organisation + "_" + Role.CURATOR.code();
    String director = organisation + "_" + Role.DIRECTOR.code();
    String prefix = "m" + organisation.toString().substring(0, 8) + "-";
    database.update("""
        insert into act_ru_task (id_, rev_, name_, priority_, create_time_, due_date_, tenant_id_, suspension_state_,
          assignee_, task_def_key_)
        select ? || i, 1, 'Отметить встречи за месяц', 50, now() - i * interval '1 minute', now() + (i - 150) * interval '1 hour',
          ?, 1, case when i % 10 >= 6 then ? || (i % 15) end, 'UserTask_MarkMeetings' from generate_series(1, ?) i""",
        prefix, organisation.toString(), prefix, count);
    database.update("""
        insert into act_ru_identitylink (id_, rev_, group_id_, type_, task_id_, tenant_id_)
        select 'l' || ? || i, 1, case when i % 10 = 5 then ? else ? end, 'candidate', ? || i, ?
        from generate_series(1, ?) i where i % 10 < 6""", prefix, director, group, prefix, organisation.toString(), count);
    // READ, TASK_WORK and TASK_ASSIGN, as the product grants them.
    database.update("""
        insert into act_ru_authorization (id_, rev_, type_, group_id_, user_id_, resource_type_, resource_id_, perms_)
        select 'a' || ? || i, 1, 1, case when i % 10 = 5 then ? when i % 10 < 6 then ? end,
          case when i % 10 >= 6 then ? || (i % 15) end, 7, ? || i, 49154 from generate_series(1, ?) i""",
        prefix, director, group, prefix, prefix, count);
  }

  private void analyze() {
    for (String table : List.of("act_ru_task", "act_ru_identitylink", "act_ru_authorization")) {
      database.execute("analyze " + table);
    }
  }

  private String sample(UUID organisation) {
    String group = organisation + "_" + Role.CURATOR.code();
    long[] nanos = new long[SAMPLES];
    identity.setAuthentication("m" + organisation.toString().substring(0, 8) + "-7", List.of(group), List.of(organisation.toString()));
    try {
      for (int i = -50; i < SAMPLES; i++) {
        long start = System.nanoTime();
        TaskQuery shared = tasks.createTaskQuery().taskCandidateGroupIn(List.of(group)).taskUnassigned();
        shared.count();
        shared.orderByTaskCreateTime().desc().listPage(0, PAGE);
        if (i >= 0) {
          nanos[i] = System.nanoTime() - start;
        }
      }
    } finally {
      identity.clearAuthentication();
    }
    return Percentiles.of(nanos);
  }
}
