package ru.nastavnik.support;

import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import ru.nastavnik.shared.database.DevelopmentDatabase;
import ru.nastavnik.shared.database.DevelopmentDatabase.Options;

/** The PostgreSQL of all tests of a JVM, stopped after the applications that use it; careful only where it is measured. */
public final class TestDatabase {

    private static final DevelopmentDatabase SERVER = DevelopmentDatabase.start(
            Path.of("target/test-database-" + System.getProperty("nastavnik.test.fork", "fork-1")),
            new Options(Boolean.getBoolean("nastavnik.test.durable"), true));

    static {
        SpringApplication.getShutdownHandlers().add(SERVER::close);
    }

    private TestDatabase() {}

    /** Lets an application use the database that most tests share. */
    static void shared(BiConsumer<String, Supplier<Object>> properties) {
        use(dataSource(SERVER.jdbcUrl()), properties);
    }

    /** Lets an application use that database. */
    public static void use(DriverManagerDataSource database, BiConsumer<String, Supplier<Object>> properties) {
        properties.accept("spring.datasource.url", database::getUrl);
        properties.accept("spring.datasource.username", database::getUsername);
        properties.accept("spring.datasource.password", database::getPassword);
    }

    /** @return a new, empty database on the same server */
    public static DriverManagerDataSource create(String name) {
        new JdbcTemplate(dataSource(SERVER.jdbcUrl())).execute("create database " + name);
        return dataSource(SERVER.jdbcUrl().replaceFirst("/[^/]*$", "/" + name));
    }

    private static DriverManagerDataSource dataSource(String url) {
        return new DriverManagerDataSource(url, SERVER.user(), SERVER.password());
    }
}
