package ru.nastavnik.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import ru.nastavnik.support.SchoolTest;
import ru.nastavnik.support.SchoolYear;
import ru.nastavnik.support.TasklistUser;

/**
 * What completing a task through HTTP costs: time, and SQL statements by kind of task. PostgreSQL itself counts: it
 * writes every statement into its log.
 */
@Tag("measure")
class TaskCompletionMeasure extends SchoolTest {

  private static final Path LOG = Path.of("target/test-database/postgres.log");
  private static final int WARM_UP = 2;
  private static final int YEARS = 6;

  private final List<Long> nanos = new ArrayList<>();
  private final Map<String, List<Long>> statements = new TreeMap<>();

  @BeforeEach
  void letTheDatabaseLogEveryStatement() {
    database.execute("alter system set log_statement = 'all'");
    database.execute("select pg_reload_conf()");
  }

  @AfterEach
  void stopLogging() {
    database.execute("alter system reset log_statement");
    database.execute("select pg_reload_conf()");
    TasklistUser.aroundSubmit = (task, submit) -> submit.run();
  }

  @Test
  void completingTasks() {
    for (int i = 0; i < WARM_UP + YEARS; i++) {
      if (i == WARM_UP) {
        TasklistUser.aroundSubmit = this::measure;
      }
      openSchool();
      autumn();
    }
    System.out.println("MEASURED completing a task through HTTP, %d completions, ms\n| p50 | p95 |\n|---|---|\n| %s |"
        .formatted(nanos.size(), Percentiles.of(nanos.stream().mapToLong(Long::longValue).toArray())));
    System.out.println("MEASURED SQL statements of one completion\n| task | median | most |\n|---|---|---|");
    statements.forEach((task, counts) -> {
      List<Long> sorted = counts.stream().sorted().toList();
      System.out.println("| %s | %d | %d |".formatted(task, sorted.get(sorted.size() / 2), sorted.get(sorted.size() - 1)));
    });
  }

  private void autumn() {
    new SchoolYear(school, this::day).programmeApproved().newsPublished().actsInForce().banksFilled().measuresDone()
        .on("2025-09-15").mentorsSelected().on("2025-09-20")
        .pairsProposed(SchoolYear.MENTEES.get(0), SchoolYear.MENTORS.get(0), SchoolYear.MENTEES.get(1), SchoolYear.MENTORS.get(1))
        .pairsApproved(SchoolYear.MENTEES.get(0), SchoolYear.MENTEES.get(1)).pairOrderRegistered("101-ОД")
        .personalProgrammesApproved().on("2025-10-01").newsPublished().meetingsMarked(2);
  }

  private void measure(String taskKey, Runnable submit) {
    long before = logged();
    long start = System.nanoTime();
    submit.run();
    nanos.add(System.nanoTime() - start);
    statements.computeIfAbsent(taskKey, key -> new ArrayList<>()).add(logged() - before);
  }

  private static long logged() {
    try (Stream<String> lines = Files.lines(LOG, StandardCharsets.ISO_8859_1)) {
      return lines.filter(line -> line.contains("LOG:  execute ") || line.contains("LOG:  statement: ")).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
