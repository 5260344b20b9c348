package ru.nastavnik.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tasks of which a sentence speaks. */
public final class NamedTasks {

    private static final Pattern USER_TASK = Pattern.compile("<bpmn:userTask [^>]*?name=\"([^\"]+)\"");
    private static final Pattern QUOTED = Pattern.compile("«([^«»]+)»");

    private NamedTasks() {}

    /** @return names of the tasks of all diagrams */
    public static Set<String> all() {
        try (Stream<Path> models = Files.walk(Path.of("processes"))) {
            return models.filter(model -> model.toString().endsWith(".bpmn"))
                    .flatMap(model -> found(USER_TASK, read(model)).stream())
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return tasks that this sentence names, by their names */
    public static List<String> in(String sentence) {
        Set<String> all = all();
        return found(QUOTED, sentence).stream().filter(all::contains).toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
