package ru.nastavnik.released;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * The whole content of a database as a released version has left it: a line for each row, the table, a tab, the row as JSON.
 * The tables themselves come from the migrations up to that version and from the engine's own script, so the file holds
 * data only and can be loaded wherever PostgreSQL runs.
 */
public final class ReleasedDatabase {

    /** The demo school of version 0.1 on that day. */
    public static final String FILE = "released/0.1/demo-school.jsonl.gz";

    public static final String DAY = "2027-01-20";
    /** The newest migration that version 0.1 has. */
    static final String SCHEMA = "9";

    private static final List<String> ENGINE_TABLES = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");
    private static final String HISTORY = "flyway_schema_history";

    private ReleasedDatabase() {}

    /** Writes every row of every table down. */
    public static void write(JdbcTemplate database, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (BufferedWriter out = new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
            for (String table : tables(database)) {
                for (String row : database.queryForList(
                        "select row_to_json(t)::text from %s t order by 1".formatted(table), String.class)) {
                    out.write(table + "\t" + row + "\n");
                }
            }
        }
    }

    /** Makes the tables of that release in an empty database and fills them. */
    static void restore(DataSource target) throws IOException {
        Flyway.configure().dataSource(target).target(SCHEMA).load().migrate();
        ResourceDatabasePopulator engine = new ResourceDatabasePopulator();
        ENGINE_TABLES.forEach(part -> engine.addScript(new ClassPathResource(
                "org/camunda/bpm/engine/db/create/activiti.postgres.create.%s.sql".formatted(part))));
        engine.execute(target);
        try (Connection connection = target.getConnection();
                BufferedReader in = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(new ClassPathResource(FILE).getInputStream()), StandardCharsets.UTF_8))) {
            JdbcTemplate database = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            // Rows come table by table and not in the order of their references; all of them fitted where they come
            // from.
            database.execute("set session_replication_role = replica");
            tables(database).forEach(table -> database.execute("truncate " + table + " cascade"));
            Map<String, String> inserts = new HashMap<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                int tab = line.indexOf('\t');
                String table = line.substring(0, tab);
                database.update(
                        inserts.computeIfAbsent(table, name -> insert(database, name)), line.substring(tab + 1));
            }
            database.execute("set session_replication_role = origin");
        } catch (SQLException e) {
            throw new IllegalStateException("The released data cannot be loaded", e);
        }
    }

    private static String insert(JdbcTemplate database, String table) {
        String columns = String.join(
                ", ",
                database.queryForList(
                        "select quote_ident(column_name) from information_schema.columns where table_schema = 'public' "
                                + "and table_name = ? and is_generated = 'NEVER' order by ordinal_position",
                        String.class,
                        table));
        return "insert into %1$s (%2$s) overriding system value select %2$s from json_populate_record(null::%1$s, ?::json)"
                .formatted(table, columns);
    }

    private static List<String> tables(JdbcTemplate database) {
        return database.queryForList(
                "select tablename from pg_tables where schemaname = 'public' order by tablename = '" + HISTORY
                        + "' desc, tablename",
                String.class);
    }
}
