package ru.nastavnik;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import ru.nastavnik.shared.database.DevelopmentDatabase;
import ru.nastavnik.shared.database.DevelopmentDatabase.Options;
import ru.nastavnik.support.JavaProcess;
import ru.nastavnik.support.Patience;

/** The product in the folder that a school runs it from, started as the container starts it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a script of the shell")
class PackagedStartIT {

    private static final String READY_MADE = "ru.nastavnik.NastavnikApplication source: shared objects file (top)";

    @TempDir
    private Path folder;

    private DevelopmentDatabase database;
    private Process running;

    @BeforeEach
    void unpack() throws Exception {
        database = DevelopmentDatabase.start(folder.resolve("database"), Options.forTests());
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process extraction = new ProcessBuilder(
                        java,
                        "-Djarmode=tools",
                        "-jar",
                        "target/nastavnik.jar",
                        "extract",
                        "--destination",
                        folder.resolve("product").toString())
                .inheritIO()
                .start();
        assertThat(extraction.waitFor()).isZero();
        Files.copy(
                Path.of("src/main/sh/nastavnik"),
                folder.resolve("product/nastavnik"),
                StandardCopyOption.COPY_ATTRIBUTES);
    }

    @AfterEach
    void stop() throws Exception {
        if (running != null) {
            running.destroyForcibly().waitFor();
        }
        database.close();
    }

    @Test
    @DisplayName("ready-made classes that do not fit are made anew by the first start and taken by the next ones")
    void classes_areMadeOnce() throws Exception {
        Path classes = folder.resolve("product/classes.jsa");
        Files.writeString(classes, "of another Java");

        assertThat(startAndStop("first", classes)).contains(READY_MADE);
        FileTime made = Files.getLastModifiedTime(classes);
        assertThat(startAndStop("second", classes)).contains(READY_MADE);
        assertThat(Files.getLastModifiedTime(classes)).as("not made again").isEqualTo(made);

        Path nowhere = folder.resolve("no-such-folder/classes.jsa");
        assertThat(startAndStop("third", nowhere)).as("starts without them").doesNotContain(READY_MADE);
    }

    /** @return where its classes came from */
    private String startAndStop(String name, Path classes) throws Exception {
        int port = JavaProcess.freePort();
        Path said = folder.resolve(name + ".log");
        Path loaded = folder.resolve(name + "-classes.log");
        ProcessBuilder builder = new ProcessBuilder(
                        folder.resolve("product/nastavnik").toString(), "-Xlog:class+load:file=" + loaded)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().keySet().removeIf(key -> key.startsWith("NASTAVNIK_") || key.startsWith("SPRING_"));
        builder.environment().put("NASTAVNIK_CLASSES", classes.toString());
        builder.environment().put("NASTAVNIK_PORT", String.valueOf(port));
        builder.environment().put("NASTAVNIK_DB_URL", database.jdbcUrl());
        builder.environment().put("NASTAVNIK_DB_USER", database.user());
        builder.environment().put("NASTAVNIK_DB_PASSWORD", database.password());
        builder.environment().put("NASTAVNIK_ADMIN_LOGIN", "admin");
        builder.environment().put("NASTAVNIK_ADMIN_PASSWORD", "admin-password");
        running = builder.start();
        long begin = System.nanoTime();
        while (!JavaProcess.answers(port, "/login")) {
            assertThat(running.isAlive()).as("the start: %s", read(said)).isTrue();
            assertThat(System.nanoTime() - begin)
                    .as("the start: %s", read(said))
                    .isLessThan(2 * Patience.TIME.toNanos());
            Thread.sleep(100);
        }
        running.destroy();
        assertThat(running.waitFor(Patience.MILLIS, TimeUnit.MILLISECONDS)).isTrue();
        return Files.readString(loaded);
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file);
    }
}
