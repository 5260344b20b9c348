package ru.nastavnik.support;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** What stands in every table but those of the sessions and of where they began, to see afterwards whether anything has changed. */
public record DatabaseState(Map<String, String> tables) {

    public static DatabaseState of(JdbcTemplate database) {
        List<String> names = database.queryForList(
                "select tablename from pg_tables where schemaname = 'public' and tablename not like 'spring\\_session%' "
                        + "and tablename <> 'login_place' order by 1",
                String.class);
        StringBuilder sql = new StringBuilder();
        for (String name : names) {
            sql.append(sql.isEmpty() ? "" : " union all ")
                    .append("select '")
                    .append(name)
                    .append("' as name, count(*) || ' rows ' || coalesce(sum(hashtextextended(")
                    .append(contentOf(name))
                    .append(", 0)), 0) as state from ")
                    .append(name)
                    .append(" t");
        }
        Map<String, String> tables = new TreeMap<>();
        database.query(sql.toString(), row -> {
            tables.put(row.getString("name"), row.getString("state"));
        });
        return new DatabaseState(tables);
    }

    /** The files themselves are never changed, and reading 20 MB as text takes seconds. */
    private static String contentOf(String table) {
        return table.equals("stored_file") ? "t.id::text" : "t::text";
    }

    /** @return tables that hold something else than before */
    public List<String> differences(DatabaseState before) {
        return tables.keySet().stream()
                .filter(name -> !tables.get(name).equals(before.tables.get(name)))
                .toList();
    }
}
