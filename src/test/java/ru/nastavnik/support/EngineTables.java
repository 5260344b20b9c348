package ru.nastavnik.support;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** All that the engine, or the whole database, keeps, byte by byte. */
public class EngineTables {

    /** Where a text has been found. */
    public record Hit(String table, String column, Map<String, Object> row) {

        @Override
        public String toString() {
            return table + "." + column + " " + row;
        }
    }

    /** The engine's own: repository, running work, history, identity, general. Our acts have tables of their own. */
    public static final String ENGINE = "^act_(ge|hi|id|re|ru)_";

    private final JdbcTemplate database;
    private final String tables;

    public EngineTables(JdbcTemplate database) {
        this(database, ENGINE);
    }

    private EngineTables(JdbcTemplate database, String tables) {
        this.database = database;
        this.tables = tables;
    }

    /** Ours and the engine's: what a dump of the database would hold. */
    public static EngineTables andOurs(JdbcTemplate database) {
        return new EngineTables(database, ".*");
    }

    public List<String> names() {
        return database.queryForList(
                "select table_name from information_schema.tables where table_schema = current_schema() "
                        + "and table_type = 'BASE TABLE' and lower(table_name) ~ ? order by 1",
                String.class,
                tables);
    }

    /** @return every value of every row that contains one of the texts */
    public List<Hit> search(Collection<String> texts) {
        List<String> wanted =
                texts.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
        List<Hit> hits = new ArrayList<>();
        for (String table : names()) {
            for (Map<String, Object> row : database.queryForList("select * from " + table)) {
                row.forEach((column, value) -> {
                    String content = text(value);
                    if (wanted.stream().anyMatch(content::contains)) {
                        hits.add(new Hit(table, column, row));
                    }
                });
            }
        }
        return hits;
    }

    /** Texts in bytes are found whether they take one byte for a letter or two. */
    private static String text(Object value) {
        String text = value instanceof byte[] bytes
                ? new String(bytes, StandardCharsets.UTF_8)
                        + new String(bytes, StandardCharsets.UTF_8).replace("\0", "")
                : String.valueOf(value);
        return text.toLowerCase(Locale.ROOT);
    }
}
