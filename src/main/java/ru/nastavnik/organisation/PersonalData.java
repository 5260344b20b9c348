package ru.nastavnik.organisation;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The register of personal data: every column in which a name or a typed text can stand, how long it is kept and what
 * becomes of it when the person is erased. Each feature has a file of its own, {@code personal-data/<feature>.json}; a
 * column that stands in none of them fails the build.
 */
@Component
public class PersonalData {

    /** What becomes of a text when the person whom it is about is erased. */
    public enum Fate {
        /** The row goes. */
        DELETE("удаляется"),
        /** The text goes, the row stays. */
        BLANK("удаляется"),
        /** It stays: a document or a proof that the school keeps whoever is named in it. */
        KEEP("остаётся"),
        /** No id leads from a person to it. Whoever erases somebody looks it through. */
        BY_HAND("просматривают вручную");

        private final String title;

        Fate(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /**
     * A column that may bear a name or a typed text.
     *
     * @param holds   what stands there, in words for people
     * @param kept    code of the term for which it is kept
     * @param erasure what becomes of it
     */
    record Column(String holds, String kept, Fate erasure) {}

    /**
     * A table.
     *
     * @param ofPerson   SQL condition: rows about the person {@code :person}; about that person's things, by their ids,
     *                   {@code :things}. Null where no id leads from a person to a row
     * @param decidedOn  whether decisions and files may be about such a row: it is one of the person's things then
     * @param impersonal columns with text that can bear no name: codes, dictionaries, numbers
     * @param columns    all other columns with text or bytes
     */
    record Table(String ofPerson, boolean decidedOn, List<String> impersonal, Map<String, Column> columns) {

        Table {
            impersonal = impersonal == null ? List.of() : List.copyOf(impersonal);
            columns = columns == null ? Map.of() : Map.copyOf(columns);
        }

        List<String> columns(Fate fate) {
            return columns.entrySet().stream()
                    .filter(column -> column.getValue().erasure() == fate)
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
        }
    }

    /**
     * For how long something is kept.
     *
     * @param code   by which columns refer to it
     * @param kept   what is kept
     * @param term   «не установлен» where no source sets one
     * @param source which sets it
     */
    public record Term(String code, String kept, String term, String source) {}

    private static final String TERMS = "terms.json";

    private final Map<String, Table> tables = new TreeMap<>();
    private final List<Term> terms;

    PersonalData(ObjectMapper mapper) {
        try {
            var resolver = new PathMatchingResourcePatternResolver(PersonalData.class.getClassLoader());
            for (var resource : resolver.getResources("classpath*:personal-data/*.json")) {
                if (!TERMS.equals(resource.getFilename())) {
                    try (InputStream json = resource.getInputStream()) {
                        mapper.readValue(json, new TypeReference<Map<String, Table>>() {}).forEach(this::add);
                    }
                }
            }
            try (InputStream json = PersonalData.class.getResourceAsStream("/personal-data/" + TERMS)) {
                terms = mapper.readValue(json, new TypeReference<>() {});
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String name, Table table) {
        if (tables.put(name, table) != null) {
            throw new IllegalStateException("Two features register the table " + name);
        }
    }

    /** @return the tables by name */
    Map<String, Table> tables() {
        return tables;
    }

    /** @return for how long each kind of thing is kept, in the order in which it is shown */
    public List<Term> terms() {
        return terms;
    }

    /** @return what is kept for this term, each with its fate, in alphabetical order */
    public List<String> keptFor(Term term) {
        return tables.values().stream()
                .flatMap(table -> table.columns().values().stream())
                .filter(column -> column.kept().equals(term.code()))
                .map(column -> column.holds() + " – " + column.erasure().title())
                .distinct()
                .sorted()
                .toList();
    }
}
