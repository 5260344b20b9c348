package ru.nastavnik.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which nodes of the models the tests have passed: each JVM writes it down when its applications end. */
@TestConfiguration(proxyBeanMethods = false)
public class PassedNodes {

    private static final Path FOLDER = Path.of("target/passed-nodes");
    private static final AtomicBoolean BEGUN = new AtomicBoolean();

    /** @return process and node, by their ids, of all JVMs of the last run */
    public static Set<String> all() throws IOException {
        Set<String> all = new TreeSet<>();
        try (var files = Files.list(Files.createDirectories(FOLDER))) {
            for (Path file : files.toList()) {
                all.addAll(Files.readAllLines(file));
            }
        }
        return all;
    }

    /** In any version: another test deploys a model anew, before or after the one that passes it. */
    @Bean
    DisposableBean writer(JdbcTemplate database) {
        return () -> write(database.queryForList(
                "select distinct proc_def_key_ || ' ' || act_id_ from act_hi_actinst "
                        + "where end_time_ is not null and act_inst_state_ <> 2",
                String.class));
    }

    private static synchronized void write(Collection<String> passed) {
        OpenOption how = BEGUN.getAndSet(true) ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
        try {
            Files.write(
                    Files.createDirectories(FOLDER)
                            .resolve(System.getProperty("nastavnik.test.fork", "fork-1") + ".txt"),
                    passed,
                    StandardOpenOption.CREATE,
                    how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
