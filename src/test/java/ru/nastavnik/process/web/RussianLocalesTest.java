package ru.nastavnik.process.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The Russian words of the engine's applications beside the English ones of the dependency: an application shows a raw key
 * for each word that its locale lacks, so an upgrade that brings a new one must be seen here. The words: docs/words.md.
 */
@DisplayName("the Russian words of the engine's applications")
class RussianLocalesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{.*?}}|\\{}");
    /** What stands between brackets but is a text: shown as it is. */
    private static final String NO_TAG = "null|undefined|Operation|definition|version";

    private static final Pattern TAG = Pattern.compile("</?(?!(?:" + NO_TAG + ")>)[a-zA-Z][^>]*>|&\\w+;");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d");
    private static final Pattern LATIN = Pattern.compile("[A-Za-z][A-Za-z0-9]*");
    private static final Set<String> NAMES = Set.of(
            "BPMN", "DMN", "CMMN", "FEEL", "ID", "JSON", "XML", "CSV", "HTML", "URL", "URI", "REST", "API", "SQL",
            "LDAP", "Java", "Camunda", "Ctrl", "Alt", "Shift", "Enter", "F5");
    /** Here the reader has to type the names of two applications. */
    private static final Map<String, Set<String>> TYPED =
            Map.of("AUTHORIZATION_COCKPIT_OR_TASKLIST", Set.of("cockpit", "tasklist"));
    /** Signs, names, and a text that is empty on purpose. */
    private static final Set<String> SAME = Set.of("", "<", "<=", ">", ">=", "ID", "ID*", "CSV", "JSON");

    private static final Pattern NOT_OURS = Pattern.compile(
            "инцидент|экземпляр|тенант|фильтр|клейм|деплой|токен(?!ов)|бизнес-ключ|пожалуйста",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    @DisplayName("are there for every English one, with its placeholders and tags, and are Russian")
    void everyWordIsThereAndRussian(String application) throws Exception {
        Map<String, String> english = words(application, "en", "labels");
        Map<String, String> russian = words(application, "ru", "labels");

        assertThat(russian.keySet()).isEqualTo(english.keySet());
        assertThat(words(application, "ru", "dateLocales").keySet())
                .as("names of months and the like")
                .isEqualTo(words(application, "en", "dateLocales").keySet());
        assertThat(those(english, russian, (key, ru) -> ru.equals(key)))
                .as("raw keys")
                .isEmpty();
        assertThat(those(english, russian, (key, ru) -> ru.equals(english.get(key)) && !SAME.contains(ru)))
                .as("left in English")
                .isEmpty();
        assertThat(those(
                        english,
                        russian,
                        (key, ru) -> ru.isEmpty() && !english.get(key).isEmpty()))
                .as("empty")
                .isEmpty();
        assertThat(those(
                        english,
                        russian,
                        (key, ru) -> !found(PLACEHOLDER, ru).equals(found(PLACEHOLDER, english.get(key)))))
                .as("other placeholders than the English text")
                .isEmpty();
        assertThat(those(english, russian, (key, ru) -> !found(TAG, ru).equals(found(TAG, english.get(key)))))
                .as("other tags than the English text")
                .isEmpty();
        assertThat(those(
                        english,
                        russian,
                        (key, ru) -> latin(ru)
                                .anyMatch(word -> !NAMES.contains(word)
                                        && !TYPED.getOrDefault(key, Set.of()).contains(word))))
                .as("foreign words")
                .isEmpty();
        assertThat(those(english, russian, (key, ru) -> NOT_OURS.matcher(ru).find()))
                .as("words that a school does not use")
                .isEmpty();
    }

    /** @return keys with their texts, of those that are as named */
    private static List<String> those(
            Map<String, String> english, Map<String, String> russian, BiPredicate<String, String> bad) {
        return russian.entrySet().stream()
                .filter(word -> bad.test(word.getKey(), word.getValue()))
                .map(word -> word.getKey() + ": " + english.get(word.getKey()) + " | " + word.getValue())
                .toList();
    }

    private static Stream<String> latin(String text) {
        String plain = Stream.of(PLACEHOLDER, TAG, MOMENT)
                .reduce(text, (left, noise) -> noise.matcher(left).replaceAll(" "), (left, right) -> right);
        return LATIN.matcher(plain).results().map(MatchResult::group);
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group().replaceAll("\\s", ""))
                .sorted()
                .toList();
    }

    /** @return the texts of that part by their keys; a list counts as one text */
    private static Map<String, String> words(String application, String language, String part) throws Exception {
        String path = "/META-INF/resources/webjars/camunda/app/" + application + "/locales/" + language + ".json";
        try (InputStream file = RussianLocalesTest.class.getResourceAsStream(path)) {
            // The English files begin with a byte order mark.
            String json = new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\uFEFF", "");
            Map<String, String> words = new TreeMap<>();
            collect("", new ObjectMapper().readTree(json).path(part), words);
            return words;
        }
    }

    private static void collect(String key, JsonNode node, Map<String, String> words) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> collect(
                            key.isEmpty() ? field.getKey() : key + "." + field.getKey(), field.getValue(), words));
        } else if (!key.isEmpty()) {
            words.put(key, node.isTextual() ? node.asText() : node.toString());
        }
    }
}
