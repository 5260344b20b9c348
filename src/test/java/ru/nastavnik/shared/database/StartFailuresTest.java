package ru.nastavnik.shared.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import ru.nastavnik.shared.database.DevelopmentDatabase.Options;

@ExtendWith(OutputCaptureExtension.class)
class StartFailuresTest {

    @TempDir
    Path folder;

    @Test
    void takenPort_isToldInOneSentence_beforeTheDatabaseIsTouched(CapturedOutput output) throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            start(
                    Trying.class,
                    "server.port=" + taken.getLocalPort(),
                    "nastavnik.database.embedded=true",
                    "nastavnik.database.folder=" + folder);

            assertThat(output)
                    .contains("Порт " + taken.getLocalPort() + " занят")
                    .doesNotContain("\tat ");
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void takenPort_isToldInRussianWithoutAnEmbeddedDatabaseToo(CapturedOutput output) throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            start(Trying.class, "server.port=" + taken.getLocalPort());

            assertThat(output)
                    .contains("Порт " + taken.getLocalPort() + " занят")
                    .doesNotContain("\tat ");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "08001, База данных не отвечает (connection refused)",
        "28P01, База данных не приняла имя или пароль (connection refused)",
        "3D000, На сервере нет такой базы данных (connection refused)"
    })
    void closedDatabase_isToldWithTheVariablesToCheck(String state, String sentence) {
        var wrapped = new IllegalStateException(
                "migration failed", new SQLException("connection refused\nat 10.0.0.1", state));

        assertThat(new StartFailures.DatabaseIsClosed().analyze(wrapped))
                .extracting(FailureAnalysis::getDescription, InstanceOfAssertFactories.STRING)
                .startsWith(sentence)
                .contains("NASTAVNIK_DB_URL", "NASTAVNIK_DB_USER", "NASTAVNIK_DB_PASSWORD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost:5432/nastavnik", "jdbc:postgresql:/localhost/nastavnik"})
    void missingOrMisspeltAddress_isToldWithAnExample(String address, CapturedOutput output) {
        start(OnAServer.class, "spring.main.web-application-type=none", "spring.datasource.url=" + address);

        assertThat(output)
                .contains("Наставник не запущен. Адрес сервера PostgreSQL не указан или неверен")
                .doesNotContain("\tat ");
    }

    @Test
    void dataOfAnotherVersion_isRefusedWithWhatToDo_andLeftAsItIs(CapturedOutput output) throws Exception {
        String[] trying = {
            "server.port=0", "nastavnik.database.embedded=true", "nastavnik.database.folder=" + folder.resolve("data")
        };
        try (DevelopmentDatabase database = earlierVersion()) {
            start(
                    OnAServersTables.class,
                    "spring.main.web-application-type=none",
                    "spring.datasource.url=" + database.jdbcUrl(),
                    "spring.datasource.username=" + database.user(),
                    "spring.datasource.password=" + database.password());

            assertThat(output)
                    .contains("Наставник не запущен. Таблицы в базе данных созданы другой версией Наставника")
                    .contains("новую пустую базу")
                    .doesNotContain("Данные в папке", "\tat ");
        }

        start(TryingTables.class, trying);

        assertThat(output)
                .contains("Наставник не запущен. Данные в папке " + folder.resolve("data") + " записаны другой версией")
                .contains("удалите папку")
                .doesNotContain("\tat ");
        try (DevelopmentDatabase database = DevelopmentDatabase.start(folder.resolve("data"), Options.forTryingOut());
                Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
            assertThat(connection
                            .createStatement()
                            .executeQuery("select * from earlier")
                            .next())
                    .isFalse();
        }
    }

    private DevelopmentDatabase earlierVersion() throws IOException {
        Files.createDirectory(folder.resolve("migrations"));
        Files.writeString(folder.resolve("migrations/V1__organisation.sql"), "create table earlier (id uuid)");
        DevelopmentDatabase database = DevelopmentDatabase.start(folder.resolve("data"), Options.forTryingOut());
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .locations("filesystem:" + folder.resolve("migrations"))
                .load()
                .migrate();
        return database;
    }

    @Test
    void otherFailuresOfSql_areNotExplainedAway() {
        assertThat(new StartFailures.DatabaseIsClosed().analyze(new SQLException("syntax error", "42601")))
                .isNull();
        assertThat(new StartFailures.DatabaseIsClosed().analyze(new SQLException("no state")))
                .isNull();
    }

    private static void start(Class<?> application, String... properties) {
        try {
            new SpringApplicationBuilder(application)
                    .properties(properties)
                    .properties("spring.config.location=optional:classpath:/none/")
                    .run()
                    .close();
        } catch (RuntimeException reportedBefore) {
            return;
        }
        throw new AssertionError("The application has started");
    }

    /** Nothing but a web server and the database. */
    @ImportAutoConfiguration(TomcatServletWebServerAutoConfiguration.class)
    @Import(DevelopmentDatabaseConfiguration.class)
    static class Trying {}

    /** The database of a folder and the tables in it. */
    @ImportAutoConfiguration({TomcatServletWebServerAutoConfiguration.class, FlywayAutoConfiguration.class})
    @Import(DevelopmentDatabaseConfiguration.class)
    static class TryingTables {}

    /** A database of its own and the tables in it. */
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
    static class OnAServersTables {}

    /** Asks the database of the properties something as soon as it starts. */
    @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
    static class OnAServer {

        @Bean
        Object firstQuestion(DataSource dataSource) throws SQLException {
            return dataSource.getConnection();
        }
    }
}
