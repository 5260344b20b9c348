package ru.nastavnik.process.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Forms and the works behind them speak of the same things. What a work writes or reads beyond its form throws. */
class FormKeysTest {

    private static final Pattern LITERAL = Pattern.compile("\"(\\w+)\"");
    private static final Pattern CHOICE = Pattern.compile("[cC]hoice\\(\\s*\"(\\w+)\",\\s*(?:\\w+\\.)*(\\w+)\\.class");
    private static final Set<String> DOOR_BLOCK = Set.of("door", "happenedOn", "proof");

    private record Named(String name) {}

    private record Aged(String age) {}

    private final JavaClasses product = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("ru.nastavnik");
    private final Map<String, FormSchema> forms = forms();

    @Test
    void keyThatTheFormDoesNotHave_throws() throws IOException {
        FormSchema form = new FormSchema(new ObjectMapper().readTree("""
                {"components": [
                  {"type": "table", "dataSource": "=rows", "columns": [{"key": "name"}]},
                  {"type": "select", "key": "chosen", "valuesKey": "choices", "conditional": {"hide": "=kind = \\"a b\\""}}
                ]}"""));
        FormData data = new FormData(form);
        data.put("kind", "x")
                .rows("rows", List.of(new Named("y")))
                .choices("choices", List.of())
                .put("chosen", null);
        assertThatThrownBy(() -> data.put("kinds", "x")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> data.put("b", "x")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> data.put("count", "x")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> data.choices("other", List.of())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> data.rows("others", List.of())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> data.rows("rows", List.of(new Aged("y")))).isInstanceOf(IllegalStateException.class);

        Answers answers = new Answers(form, Map.of());
        assertThat(answers.text("chosen")).isNull();
        assertThat(answers.flag("chosen")).isFalse();
        assertThatThrownBy(() -> answers.text("kind")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> answers.flag("kind")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> answers.texts("kind")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @DisplayName("whatever a form shows or asks for, its work or a helper of it names")
    void everyKeyOfAForm_isKnownToItsWork() {
        assertThat(works()).hasSizeGreaterThan(25).allSatisfy((form, work) -> {
            String code = code(work);
            Set<String> named = matches(LITERAL, code, 1);
            if (code.contains(".entry")) {
                named.addAll(DOOR_BLOCK);
            }
            Set<String> keys = new TreeSet<>(forms.get(form).shown());
            keys.removeIf(key -> named.contains(key) || putTogether(key, named));
            assertThat(keys)
                    .as("%s: keys without a word in %s", form, work.getSimpleName())
                    .isEmpty();
        });
    }

    @Test
    @DisplayName("options that stand in forms are those of their enum: none is foreign, none is offered nowhere")
    void staticOptions_areTheirEnum() {
        Map<Class<?>, Set<String>> offered = new TreeMap<>((a, b) -> a.getName().compareTo(b.getName()));
        works().forEach((form, work) -> {
            Matcher choice = CHOICE.matcher(code(work));
            while (choice.find()) {
                if (forms.get(form).keys().contains(choice.group(1))) {
                    offered.computeIfAbsent(anEnum(work, choice.group(2)), type -> new TreeSet<>())
                            .addAll(forms.get(form).options(choice.group(1)));
                }
            }
        });
        assertThat(offered).hasSizeGreaterThan(10).allSatisfy((type, options) -> {
            if (!options.isEmpty()) {
                assertThat(options)
                        .as(type.getName())
                        .containsExactlyInAnyOrderElementsOf(Arrays.stream(type.getEnumConstants())
                                .map(constant -> ((Enum<?>) constant).name())
                                .toList());
            }
        });
    }

    /** A key that is made of words of the code and the number of a place: {@code "act" + place + "State"}. */
    private static boolean putTogether(String numbered, Set<String> named) {
        String key = numbered.replaceAll("\\d+", "");
        if (named.contains(key)) {
            return true;
        }
        for (int border = 1; border < key.length(); border++) {
            if (named.contains(key.substring(0, border)) && named.contains(key.substring(border))) {
                return true;
            }
        }
        return false;
    }

    private Class<?> anEnum(JavaClass work, String simpleName) {
        return withHelpers(work)
                .flatMap(helper -> helper.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass())
                .filter(type -> type.isEnum() && type.getSimpleName().equals(simpleName))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No enum " + simpleName + " near " + work.getName()))
                .reflect();
    }

    /** @return the work of each form; their names go together, as those of forms and tasks do */
    private Map<String, JavaClass> works() {
        return product.stream()
                .filter(type -> type.isAssignableTo(TaskWork.class) && !type.isInterface())
                .map(type -> Map.entry(type.getSimpleName().replaceFirst("Task$", "Form"), type))
                .filter(entry -> forms.containsKey(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
    }

    private String code(JavaClass work) {
        return withHelpers(work).map(FormKeysTest::source).distinct().collect(Collectors.joining());
    }

    /** What the work uses of the engine's side, but not what every work has at hand. */
    private static Stream<JavaClass> withHelpers(JavaClass work) {
        return Stream.concat(
                Stream.of(work),
                work.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass())
                        .filter(type -> type.getPackageName().startsWith("ru.nastavnik.process.")
                                && !type.getPackageName().equals("ru.nastavnik.process.task")));
    }

    private static String source(JavaClass type) {
        try {
            Path folder = Path.of("src/main/java", type.getPackageName().replace('.', '/'));
            String file =
                    type.getSource().flatMap(source -> source.getFileName()).orElseThrow();
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> matches(Pattern pattern, String text, int group) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(group))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Map<String, FormSchema> forms() {
        ObjectMapper json = new ObjectMapper();
        try (Stream<Path> files = Files.walk(Path.of("forms"))) {
            Map<String, FormSchema> forms = new TreeMap<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".form")).toList()) {
                forms.put(
                        file.getFileName().toString().replace(".form", ""),
                        new FormSchema(json.readTree(file.toFile())));
            }
            return forms;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
