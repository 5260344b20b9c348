package ru.nastavnik.measure;

import emptycamunda.EmptyCamundaApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.nastavnik.NastavnikApplication;
import ru.nastavnik.shared.database.DevelopmentDatabase;
import ru.nastavnik.shared.database.DevelopmentDatabase.Options;
import ru.nastavnik.support.JavaProcess;
import ru.nastavnik.support.TasklistUser;

/** From the command to the login page, and from the start of the program to its first page beside an empty Camunda. */
@Tag("measure")
@Order(0)
class StartMeasure {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int LATER_STARTS = 3;
    private static final List<String> ROLES =
            List.of("director", "curator", "deputy", "clerk", "lead", "psychologist", "editor", "mentor", "mentee");
    private static final String DEMO_PASSWORD = "probny-vhod";
    private static final String NOT_IN_THE_EMPTY_ONE = JavaProcess.TEST_ONLY.replace("|test-classes", "")
            + "|spring-security|starter-security|thymeleaf|hibernate|spring-data|spring-orm|jpa|session|flyway|mail|actuator|micrometer-(?!observation|commons)|tika|"
            + "postgres-binaries|commons-compress|/xz|/classes/?$";

    /**
     * @param answered    seconds until the first page
     * @param application the process that answers
     */
    private record Started(Process process, int port, double answered, ProcessHandle application) {

        long residentMegabytes() throws IOException {
            Path status = Path.of("/proc/" + application.pid() + "/status");
            return !Files.exists(status)
                    ? 0
                    : Files.readAllLines(status).stream()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                            .findFirst()
                            .orElse(0);
        }

        void stop() throws InterruptedException {
            application.destroy();
            process.waitFor(30, TimeUnit.SECONDS);
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
    }

    @TempDir
    private Path folder;

    private final List<Started> all = new ArrayList<>();

    @AfterEach
    void stopAll() throws InterruptedException {
        for (Started started : all) {
            if (started.process().isAlive()) {
                started.stop();
            }
        }
    }

    @Test
    @DisplayName("the first start with the demo, later starts, and the empty engine beside")
    void starts() throws Exception {
        Measurements report = new Measurements("Starting").begin();
        Started first = demo();
        ROLES.forEach(role -> new TasklistUser(first.port(), role, DEMO_PASSWORD, null, null).tasks());
        long memory = first.residentMegabytes();
        first.stop();
        List<Double> later = new ArrayList<>();
        for (int i = 0; i < LATER_STARTS; i++) {
            Started again = demo();
            later.add(again.answered());
            again.stop();
        }

        List<Double> own = new ArrayList<>();
        List<Double> empty = new ArrayList<>();
        List<Long> ownMemory = new ArrayList<>();
        List<Long> emptyMemory = new ArrayList<>();
        try (DevelopmentDatabase database =
                DevelopmentDatabase.start(folder.resolve("database"), new Options(true, true))) {
            createDatabase(database, "empty_camunda");
            for (int i = 0; i <= LATER_STARTS; i++) {
                Started bare = emptyCamunda(database);
                emptyMemory.add(bare.residentMegabytes());
                empty.add(bare.answered());
                bare.stop();
                Started product = product(database);
                ownMemory.add(product.residentMegabytes());
                own.add(product.answered());
                product.stop();
            }
        }
        write(report, first.answered(), later, memory, own, empty, ownMemory, emptyMemory);
    }

    // --- the three ways to start ------------------------------------------------------------------

    /** The first of the two commands, with everything that Maven does before. */
    private Started demo() throws Exception {
        int port = JavaProcess.freePort();
        return start(
                port,
                "/login",
                List.of("mvn", "-o", "-q", "spring-boot:run"),
                Map.of(
                        "NASTAVNIK_PORT",
                        "" + port,
                        "NASTAVNIK_DATABASE_FOLDER",
                        folder.resolve("demo").toString()));
    }

    private Started product(DevelopmentDatabase database) throws Exception {
        int port = JavaProcess.freePort();
        return start(
                port,
                "/login",
                JavaProcess.command(JavaProcess.TEST_ONLY, NastavnikApplication.class),
                Map.of(
                        "NASTAVNIK_PORT",
                        "" + port,
                        "NASTAVNIK_DB_URL",
                        database.jdbcUrl(),
                        "NASTAVNIK_DB_USER",
                        database.user(),
                        "NASTAVNIK_DB_PASSWORD",
                        database.password(),
                        "NASTAVNIK_ADMIN_LOGIN",
                        "admin",
                        "NASTAVNIK_ADMIN_PASSWORD",
                        "a password to measure"));
    }

    private Started emptyCamunda(DevelopmentDatabase database) throws Exception {
        int port = JavaProcess.freePort();
        return start(
                port,
                "/camunda/app/welcome/default/",
                JavaProcess.command(NOT_IN_THE_EMPTY_ONE, EmptyCamundaApplication.class),
                Map.of(
                        "SERVER_PORT",
                        "" + port,
                        "SPRING_DATASOURCE_URL",
                        urlOf(database, "empty_camunda"),
                        "SPRING_DATASOURCE_USERNAME",
                        database.user(),
                        "SPRING_DATASOURCE_PASSWORD",
                        database.password()));
    }

    private Started start(int port, String page, List<String> command, Map<String, String> environment)
            throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "start-measure-" + all.size() + ".log")
                        .toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("NASTAVNIK_") || name.startsWith("SPRING_"));
        builder.environment().putAll(environment);
        long begin = System.nanoTime();
        Process process = builder.start();
        all.add(new Started(process, port, 0, process.toHandle()));
        while (!JavaProcess.answers(port, page)) {
            if (!process.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new AssertionError("Did not start: see target/start-measure-" + (all.size() - 1) + ".log");
            }
            Thread.sleep(100);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        ProcessHandle application = process.descendants()
                .filter(StartMeasure::runsTheProduct)
                .findFirst()
                .orElse(process.toHandle());
        Started started = new Started(process, port, seconds, application);
        all.set(all.size() - 1, started);
        return started;
    }

    private static void createDatabase(DevelopmentDatabase database, String name) throws Exception {
        try (Connection connection =
                DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
            connection.createStatement().execute("create database " + name);
        }
    }

    private static String urlOf(DevelopmentDatabase database, String name) {
        return database.jdbcUrl().replaceFirst("/[^/]+$", "/" + name);
    }

    /** Java does not tell a command line that is as long as one with a class path. */
    private static boolean runsTheProduct(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"))
                    .contains(NastavnikApplication.class.getName());
        } catch (IOException e) {
            return false;
        }
    }

    // --- report -----------------------------------------------------------------------------------

    private static void write(
            Measurements report,
            double first,
            List<Double> later,
            long memory,
            List<Double> own,
            List<Double> empty,
            List<Long> ownMemory,
            List<Long> emptyMemory) {
        double ownLater = median(own.subList(1, own.size()));
        double emptyLater = median(empty.subList(1, empty.size()));
        double slowest = later.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        report.line(
                "Seconds from the command (`mvn spring-boot:run`, warm local repository, nothing to compile) or from the start "
                        + "of the JVM to the first page. The empty application has the webapp starter and nothing else, on the same "
                        + "PostgreSQL, by turns with the product without its demo.\n");
        report.goals()
                .goal("first start with the demo ≤ 60 s to the login page", seconds(first), first <= 60)
                .goal(
                        "later starts ≤ 25 s",
                        "slowest of %d: %s, median %s"
                                .formatted(later.size(), seconds(slowest), seconds(median(later))),
                        slowest <= 25)
                .goal(
                        "application start ≤ 1.5 × an empty Camunda",
                        "%.2f (median %s against %s)"
                                .formatted(ownLater / emptyLater, seconds(ownLater), seconds(emptyLater))
                                .replace(',', '.'),
                        ownLater <= 1.5 * emptyLater)
                .goal("memory after the demo year and a visit of every role ≤ 700 MB", memory + " MB", memory <= 700);
        report.line("\n| Start of the JVM | on an empty database | later starts | memory at the first page |")
                .line("|---|---|---|---|")
                .line(
                        "| product | %s | %s | %d MB |",
                        seconds(own.get(0)), list(own), ownMemory.get(ownMemory.size() - 1))
                .line(
                        "| empty Camunda | %s | %s | %d MB |",
                        seconds(empty.get(0)), list(empty), emptyMemory.get(emptyMemory.size() - 1));
        report.write();
    }

    private static double median(List<Double> values) {
        return Samples.of(values).p50();
    }

    private static String list(List<Double> starts) {
        return starts.stream().skip(1).map(StartMeasure::seconds).collect(Collectors.joining(", "));
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }
}
