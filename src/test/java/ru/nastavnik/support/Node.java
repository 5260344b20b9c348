package ru.nastavnik.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.Environment;
import ru.nastavnik.NastavnikApplication;

/** The product in a Java of its own, on the database of the test that starts it; it does no jobs. */
public record Node(Process process, int port) {

    /**
     * @param settings of the database, as the test has them
     * @param folder   where its log goes
     * @param options  of its Java
     */
    public static Node started(Environment settings, Path folder, String... options)
            throws IOException, InterruptedException {
        int port = JavaProcess.freePort();
        List<String> command = new ArrayList<>(JavaProcess.command(JavaProcess.TEST_ONLY, NastavnikApplication.class));
        command.addAll(1, List.of(options));
        command.add("--camunda.bpm.job-execution.enabled=false");
        Path log = folder.resolve("node.log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "NASTAVNIK_PORT", String.valueOf(port),
                        "NASTAVNIK_DB_URL", settings.getRequiredProperty("spring.datasource.url"),
                        "NASTAVNIK_DB_USER", settings.getRequiredProperty("spring.datasource.username"),
                        "NASTAVNIK_DB_PASSWORD", settings.getRequiredProperty("spring.datasource.password")));
        Node node = new Node(builder.start(), port);
        long end = System.nanoTime() + Patience.TIME.toNanos();
        while (!JavaProcess.answers(port, "/login")) {
            if (!node.process.isAlive() || System.nanoTime() > end) {
                node.stop();
                throw new AssertionError("The node does not answer:\n" + Files.readString(log));
            }
            Thread.sleep(100);
        }
        return node;
    }

    public void stop() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
