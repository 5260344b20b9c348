package ru.nastavnik.shared.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

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

        assertThat(new StartFailures.DatabaseIsClosed().analyze(wrapped).getDescription())
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

    /** Asks the database of the properties something as soon as it starts. */
    @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
    static class OnAServer {

        @Bean
        Object firstQuestion(DataSource dataSource) throws SQLException {
            return dataSource.getConnection();
        }
    }
}
