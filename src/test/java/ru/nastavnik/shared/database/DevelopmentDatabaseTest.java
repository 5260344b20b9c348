package ru.nastavnik.shared.database;

import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;
import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import ru.nastavnik.shared.database.DevelopmentDatabase.Options;
import ru.nastavnik.support.JavaProcess;

@Timeout(60)
class DevelopmentDatabaseTest {

    /** As for trying out, but quick: the data stay, the disk is not waited for. */
    private static final Options KEPT = new Options(false, false);

    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    /** Unpacking is the slow part, so all tests share a folder with the programs. A space in its name must do no harm. */
    private final Path folder = Path.of("target", "database of tests");

    private final Path pgdata = folder.resolve("pgdata");

    @BeforeEach
    void noDataYet() throws IOException {
        FileSystemUtils.deleteRecursively(pgdata);
    }

    @Test
    void dataSurvivesARestart() {
        try (DevelopmentDatabase database = DevelopmentDatabase.start(folder, KEPT)) {
            execute(database, "CREATE TABLE pupil (name text)");
            execute(database, "INSERT INTO pupil VALUES ('Ёлкин')");
        }
        try (DevelopmentDatabase database = DevelopmentDatabase.start(folder, KEPT)) {
            assertThat(ask(database, "SELECT name FROM pupil")).isEqualTo("Ёлкин");
        }
    }

    @Test
    void dataSurvivesAKilledApplication() throws Exception {
        Process application = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ApplicationToKill.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(application.inputReader().lines().anyMatch(ApplicationToKill.READY::equals))
                .isTrue();
        application.destroyForcibly().waitFor();

        long survivor = server();
        assertThat(ProcessHandle.of(survivor))
                .as("server of the killed application")
                .isPresent();
        try (DevelopmentDatabase database = DevelopmentDatabase.start(folder, KEPT)) {
            assertThat(ask(database, "SELECT name FROM pupil")).isEqualTo("Ёлкин");
            assertThat(server()).isNotEqualTo(survivor);
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void staleNoteOfAServer_doesNoHarmToTheStrangerItNames() throws IOException {
        DevelopmentDatabase.start(folder, KEPT).close();
        Process stranger = new ProcessBuilder("sleep", "60").start();
        Files.writeString(pgdata.resolve("postmaster.pid"), "%d%n%s%n".formatted(stranger.pid(), pgdata));

        try (DevelopmentDatabase database = DevelopmentDatabase.start(folder, KEPT)) {
            assertThat(ask(database, "SELECT 1")).isEqualTo("1");
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroy();
        }
    }

    @Test
    void refusesAFolderThatAnotherApplicationUses_andLeavesItRunning() {
        try (DevelopmentDatabase first = DevelopmentDatabase.start(folder, KEPT)) {
            assertRefusal(folder, "уже занята другим запущенным Наставником");
            assertRefusal(folder, "уже занята другим запущенным Наставником");
            assertThat(ask(first, "SELECT 1")).isEqualTo("1");
        }
        DevelopmentDatabase.start(folder, KEPT).close();
    }

    @Test
    void refusesADataFolderOfAnotherVersion_andLeavesItUntouched() throws IOException {
        Files.createDirectories(pgdata);
        Files.writeString(pgdata.resolve("PG_VERSION"), "16\n");
        Files.writeString(pgdata.resolve("precious"), "data");

        assertRefusal(folder, "созданы PostgreSQL 16, а эта сборка работает с PostgreSQL 17");

        assertThat(pgdata.toFile().list()).containsExactlyInAnyOrder("PG_VERSION", "precious");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void refusesAFolderItMayNotWriteTo(@TempDir Path temporary) throws IOException {
        Path readOnly = Files.createDirectory(temporary.resolve("data"), asFileAttribute(fromString("r-xr-xr-x")));

        if (ROOT) {
            // Root may write everywhere unless that power is taken away.
            assertThat(startsElsewhere(
                            readOnly,
                            null,
                            "setpriv",
                            "--bounding-set=-dac_override,-dac_read_search",
                            "--inh-caps=-dac_override,-dac_read_search"))
                    .contains("Нет права записи в папку");
        } else {
            assertRefusal(readOnly, "Нет права записи в папку");
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "user.name", matches = "root", disabledReason = "only root needs another user")
    void rootWhereThereAreNoUserNamespaces_worksAsAnotherUser(@TempDir Path programs) throws IOException {
        Files.createSymbolicLink(programs.resolve("setpriv"), Path.of("/usr/bin/setpriv"));
        Path open = Files.createTempDirectory("nastavnik", asFileAttribute(fromString("rwxr-xr-x")));
        try {
            assertThat(startsElsewhere(open, programs)).contains(OneStart.STARTED);
            assertThat(Files.getAttribute(open.resolve("pgdata"), "unix:uid"))
                    .as("owner of the data")
                    .isEqualTo(65534);
            DevelopmentDatabase.start(open, KEPT).close();
        } finally {
            FileSystemUtils.deleteRecursively(open);
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "user.name", matches = "root", disabledReason = "only root needs another user")
    void rootWhoCannotBeAnybodyElse_isToldToBe(@TempDir Path noPrograms) throws IOException {
        assertThat(startsElsewhere(folder, noPrograms))
                .contains("PostgreSQL не работает от имени root")
                .contains("запустите Наставник от имени обычного пользователя")
                .doesNotContain(OneStart.STARTED);
    }

    @Test
    void beginsAnewForTests() {
        try (DevelopmentDatabase database = DevelopmentDatabase.start(folder, Options.forTests())) {
            execute(database, "CREATE TABLE pupil (name text)");
        }
        try (DevelopmentDatabase database = DevelopmentDatabase.start(folder, Options.forTests())) {
            assertThat(ask(database, "SELECT to_regclass('pupil')")).isNull();
        }
    }

    @Test
    void knowsRussianLetters_andKeepsStrangersOut() {
        try (DevelopmentDatabase database = DevelopmentDatabase.start(folder, Options.forTryingOut())) {
            assertThat(ask(database, "SELECT lower('ЁЖ')")).isEqualTo("ёж");
            assertThat(ask(database, "SHOW fsync")).isEqualTo("on");
            assertThat(ask(database, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), database.user(), "guess")
                            .close())
                    .extracting(SQLException::getSQLState)
                    .isEqualTo("28P01");
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void hidesThePasswordFromOtherUsers() throws IOException {
        DevelopmentDatabase.start(folder, KEPT).close();

        assertThat(Files.getPosixFilePermissions(folder.resolve("password"))).isEqualTo(fromString("rw-------"));
    }

    @Test
    void closingTwiceIsHarmless() {
        DevelopmentDatabase database = DevelopmentDatabase.start(folder, KEPT);
        database.close();
        database.close();
    }

    /**
     * @param programs the only programs that are found there; null for all
     * @param before   what the start is put under
     * @return what it said
     */
    private static String startsElsewhere(Path folder, @Nullable Path programs, String... before) throws IOException {
        List<String> command = new ArrayList<>(List.of(before));
        command.addAll(JavaProcess.command("no such entry", OneStart.class));
        command.add(folder.toString());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        if (programs != null) {
            builder.environment().put("PATH", programs.toString());
        }
        return new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void assertRefusal(Path folder, String reason) {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> DevelopmentDatabase.start(folder, KEPT).close())
                .withMessageContaining(reason);
    }

    private long server() throws IOException {
        return Long.parseLong(
                Files.readAllLines(pgdata.resolve("postmaster.pid")).get(0).strip());
    }

    private static void execute(DevelopmentDatabase database, String sql) {
        try (Connection connection =
                DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
            connection.createStatement().execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static String ask(DevelopmentDatabase database, String sql) {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                ResultSet answer = connection.createStatement().executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Starts the database of a folder, stops it and says what has come of it. */
    static final class OneStart {

        static final String STARTED = "started and stopped";

        public static void main(String[] folder) {
            try {
                DevelopmentDatabase.start(Path.of(folder[0]), KEPT).close();
                System.out.println(STARTED);
            } catch (CannotStart reason) {
                System.out.println(reason.getMessage());
            }
        }
    }

    /** Writes a row, says so and waits to be killed. */
    static final class ApplicationToKill {

        static final String READY = "ready";

        public static void main(String[] folder) throws InterruptedException {
            DevelopmentDatabase database = DevelopmentDatabase.start(Path.of(folder[0]), KEPT);
            execute(database, "CREATE TABLE pupil (name text)");
            execute(database, "INSERT INTO pupil VALUES ('Ёлкин')");
            System.out.println(READY);
            Thread.sleep(30_000);
        }
    }
}
