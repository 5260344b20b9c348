package ru.nastavnik;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import ru.nastavnik.support.NamedTasks;

class NamedTasksTest {

    private static final List<Path> TEXTS = List.of(
            Path.of("src/main/java"), Path.of("src/main/resources/templates"), Path.of("forms"), Path.of("processes"));
    /** «задаче «Подобрать пары»», also the second of two: «или «Утвердить список пар»». */
    private static final Pattern TASK = Pattern.compile("(?i:задач\\p{L}*) «([^«»\"]+)»(?: (?:или|и) «([^«»\"]+)»)?");

    @Test
    @DisplayName("a task of which any sentence speaks is called so in a diagram")
    void namedTasksAreTasks() throws IOException {
        TreeSet<String> named = new TreeSet<>();
        for (Path texts : TEXTS) {
            try (Stream<Path> files = Files.walk(texts)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    TASK.matcher(Files.readString(file).replaceAll("\"\\s*\\+\\s*\"", ""))
                            .results()
                            .flatMap(task -> Stream.of(task.group(1), task.group(2)))
                            .filter(name -> name != null)
                            .forEach(named::add);
                }
            }
        }
        assertThat(named).hasSizeGreaterThan(3);
        assertThat(NamedTasks.all()).containsAll(named);
    }
}
