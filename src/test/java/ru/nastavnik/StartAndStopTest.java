package ru.nastavnik;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import ru.nastavnik.support.JavaProcess;
import ru.nastavnik.support.Patience;

/** The application as a program of its own, started and stopped as somebody does who tries it out. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "signals are sent with env and kill")
class StartAndStopTest {

    /** What a program ends with that Ctrl-C has stopped. */
    private static final int INTERRUPTED = 130;

    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void nothingRunsOn() throws Exception {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    @DisplayName(
            "a second start on the same port ends with a sentence; Ctrl-C ends the first, database and all, without a "
                    + "stack trace")
    void takenPort_andCtrlC_endQuietly() throws Exception {
        int port = JavaProcess.freePort();
        Process first = start("first", port);
        long begin = System.nanoTime();
        while (!JavaProcess.answers(port, "/login")) {
            assertThat(first.isAlive()).as("the start: %s", said("first")).isTrue();
            assertThat(System.nanoTime() - begin)
                    .as("the start: %s", said("first"))
                    .isLessThan(Patience.TIME.toNanos());
            Thread.sleep(100);
        }

        Process second = start("second", port);
        assertThat(second.waitFor(Patience.MILLIS, TimeUnit.MILLISECONDS)).isTrue();
        assertThat(second.exitValue()).isNotZero();
        assertThat(said("second"))
                .contains("Наставник не запущен. Порт " + port + " занят")
                .doesNotContain("\tat ");
        assertThat(folder.resolve("second"))
                .as("nothing is made before the port is known to be free")
                .doesNotExist();
        assertThat(JavaProcess.answers(port, "/login")).as("the first runs on").isTrue();

        Path server = folder.resolve("first/pgdata/postmaster.pid");
        assertThat(server).as("the database runs").exists();
        new ProcessBuilder("kill", "-INT", String.valueOf(first.pid())).start().waitFor();
        assertThat(first.waitFor(Patience.MILLIS, TimeUnit.MILLISECONDS))
                .as("ended")
                .isTrue();
        assertThat(first.exitValue()).isEqualTo(INTERRUPTED);
        assertThat(said("first")).doesNotContain("\tat ", "Exception", "ERROR");
        assertThat(server).as("the database is stopped").doesNotExist();
    }

    /** A program started in the background does not hear Ctrl-C, unless it is told to. */
    private Process start(String name, int port) throws IOException {
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
        command.addAll(JavaProcess.command(JavaProcess.TEST_ONLY, NastavnikApplication.class));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile());
        builder.environment().keySet().removeIf(key -> key.startsWith("NASTAVNIK_") || key.startsWith("SPRING_"));
        builder.environment().put("NASTAVNIK_PORT", String.valueOf(port));
        builder.environment().put("NASTAVNIK_DATABASE_EMBEDDED", "true");
        builder.environment()
                .put("NASTAVNIK_DATABASE_FOLDER", folder.resolve(name).toString());
        builder.environment().put("NASTAVNIK_ADMIN_LOGIN", "admin");
        builder.environment().put("NASTAVNIK_ADMIN_PASSWORD", "admin-password");
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private String said(String name) throws IOException {
        return Files.readString(folder.resolve(name + ".log"));
    }
}
