package ru.nastavnik.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ru.nastavnik.support.SchoolYear;
import ru.nastavnik.support.StatementCounter;
import ru.nastavnik.support.TasklistUser;
import ru.nastavnik.support.TasklistUser.OpenTask;

/** How long a person waits after «Завершить», and what it costs the database. */
@Order(1)
class TaskCompletionMeasure extends Measure {

    /** @param task its key in the model */
    private record Completion(String task, double millis, int statements, int commits) {}

    private static final int WANTED = 300;
    private static final double GOAL = 300;

    private final List<Completion> completions = new ArrayList<>();

    @AfterEach
    void stopMeasuring() {
        TasklistUser.aroundSubmit = TasklistUser.NOTHING_ELSE;
    }

    @Test
    @DisplayName("completing tasks of every kind over HTTP")
    void completions() throws Exception {
        Measurements report = new Measurements("Completing a task over HTTP").begin();
        TasklistUser.aroundSubmit = this::measure;
        new SchoolYear(school, this::day).wholeYear();
        int warmUp = completions.size();
        completions.clear();
        int years = 0;
        while (completions.size() < WANTED) {
            clock.release();
            openSchool();
            new SchoolYear(school, this::day).wholeYear();
            years++;
        }
        write(report, completions, warmUp, years);
    }

    /** One client: whatever reaches the database meanwhile belongs to this completion. */
    private void measure(TasklistUser user, OpenTask task, Object[] answers, Runnable submit) {
        int statements = StatementCounter.statements();
        int commits = StatementCounter.commits();
        long begin = System.nanoTime();
        submit.run();
        completions.add(new Completion(
                task.key(),
                (System.nanoTime() - begin) / 1e6,
                StatementCounter.statements() - statements,
                StatementCounter.commits() - commits));
    }

    private static void write(Measurements report, List<Completion> completions, int warmUp, int years)
            throws Exception {
        Samples all = Samples.of(completions.stream().map(Completion::millis).toList());
        report.line(
                "One client, one task after another: %d completions in %d school years after %d to warm up. Timed by the "
                        + "client, from the request `submit-form` to its answer.\n",
                all.size(), years, warmUp);
        report.goals()
                .goal(
                        "any task: p95 ≤ 300 ms",
                        "p50 %s, p95 %s, longest %s"
                                .formatted(Samples.ms(all.p50()), Samples.ms(all.p95()), Samples.ms(all.max())),
                        all.p95() <= GOAL);
        report.line(
                "\nStatements are all that the request sent to PostgreSQL, by the engine, JPA and plain SQL alike.\n");
        report.line("| Task | n | p50 | p95 | statements: median | most | commits: most |")
                .line("|---|---|---|---|---|---|---|");
        new TreeMap<>(completions.stream().collect(Collectors.groupingBy(Completion::task))).forEach((task, own) -> {
            Samples times = Samples.of(own.stream().map(Completion::millis).toList());
            report.line(
                    "| %s | %d | %s | %s | %d | %d | %d |",
                    task.replace("UserTask_", ""),
                    own.size(),
                    Samples.ms(times.p50()),
                    Samples.ms(times.p95()),
                    median(own, Completion::statements),
                    most(own, Completion::statements),
                    most(own, Completion::commits));
        });
        report.line(
                "| all | %d | %s | %s | %d | %d | %d |",
                all.size(),
                Samples.ms(all.p50()),
                Samples.ms(all.p95()),
                median(completions, Completion::statements),
                most(completions, Completion::statements),
                most(completions, Completion::commits));
        report.write();
    }

    private static int median(List<Completion> completions, ToIntFunction<Completion> what) {
        return completions.stream()
                .mapToInt(what)
                .sorted()
                .skip((completions.size() - 1) / 2)
                .findFirst()
                .orElseThrow();
    }

    private static int most(List<Completion> completions, ToIntFunction<Completion> what) {
        return completions.stream().mapToInt(what).max().orElseThrow();
    }
}
