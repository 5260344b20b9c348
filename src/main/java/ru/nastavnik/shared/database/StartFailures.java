package ru.nastavnik.shared.database;

import com.zaxxer.hikari.util.DriverDataSource;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Tells why the application has not started: one Russian sentence instead of a stack trace. Listed in spring.factories. */
final class StartFailures {

    private StartFailures() {}

    static CannotStart portTaken(int port, Throwable cause) {
        return new CannotStart(
                ("Порт %d занят другой программой или запрещён: освободите его или укажите другой"
                                + " в NASTAVNIK_PORT.")
                        .formatted(port),
                cause);
    }

    private static FailureAnalysis sentence(@Nullable String sentence, Throwable cause) {
        return new FailureAnalysis(sentence, null, cause);
    }

    /** Says it in a line of the log. Spring Boot's own reporter, which frames it in English, is switched off by its log level. */
    static final class OneLine implements FailureAnalysisReporter {

        private static final Logger log = LoggerFactory.getLogger(OneLine.class);

        @Override
        public void report(FailureAnalysis analysis) {
            String advice = analysis.getAction() == null ? "" : " " + analysis.getAction();
            log.error("Наставник не запущен. {}{}", analysis.getDescription(), advice);
        }
    }

    @Order(Ordered.HIGHEST_PRECEDENCE)
    static final class ReasonIsKnown extends AbstractFailureAnalyzer<CannotStart> {

        @Override
        protected FailureAnalysis analyze(Throwable root, CannotStart cause) {
            return sentence(cause.getMessage(), cause);
        }
    }

    @Order(Ordered.HIGHEST_PRECEDENCE)
    static final class PortIsTaken extends AbstractFailureAnalyzer<PortInUseException> {

        @Override
        protected FailureAnalysis analyze(Throwable root, PortInUseException cause) {
            return sentence(portTaken(cause.getPort(), cause).getMessage(), cause);
        }
    }

    /** No way into the owner's PostgreSQL server; told by the class of the SQL state, whoever has wrapped the exception. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static final class DatabaseIsClosed extends AbstractFailureAnalyzer<SQLException> {

        private static final Map<String, String> REASONS = Map.of(
                "08", "База данных не отвечает",
                "28", "База данных не приняла имя или пароль",
                "3D", "На сервере нет такой базы данных");

        @Override
        protected @Nullable FailureAnalysis analyze(Throwable root, SQLException cause) {
            String state = cause.getSQLState();
            String reason = state == null || state.length() < 2 ? null : REASONS.get(state.substring(0, 2));
            return reason == null
                    ? null
                    : sentence(
                            ("%s (%s): проверьте переменные окружения NASTAVNIK_DB_URL, NASTAVNIK_DB_USER"
                                            + " и NASTAVNIK_DB_PASSWORD.")
                                    .formatted(
                                            reason,
                                            String.valueOf(cause.getMessage())
                                                    .lines()
                                                    .findFirst()
                                                    .orElse("")),
                            cause);
        }
    }

    /** Flyway's journal in the database tells of other tables than ours. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static final class DatabaseIsOfAnotherVersion extends AbstractFailureAnalyzer<FlywayValidateException> {

        private final Environment environment;

        DatabaseIsOfAnotherVersion(Environment environment) {
            this.environment = environment;
        }

        @Override
        protected FailureAnalysis analyze(Throwable root, FlywayValidateException cause) {
            return sentence(
                    environment.getProperty("nastavnik.database.embedded", Boolean.class, false)
                            ? ("Данные в папке %s записаны другой версией Наставника, эта их не читает: запустите ту версию или"
                                            + " удалите папку, тогда пробная школа появится заново.")
                                    .formatted(environment.getProperty("nastavnik.database.folder", "./data"))
                            : "Таблицы в базе данных созданы другой версией Наставника, эта с ними не работает: запустите ту"
                                    + " версию или укажите в NASTAVNIK_DB_URL новую пустую базу.",
                    cause);
        }
    }

    /** The address is missing or is none: Spring Boot or the pool has stumbled over it before any connection. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static final class DatabaseIsNotNamed implements FailureAnalyzer {

        @Override
        public @Nullable FailureAnalysis analyze(Throwable failure) {
            StackTraceElement[] stumbled =
                    NestedExceptionUtils.getMostSpecificCause(failure).getStackTrace();
            return Arrays.stream(stumbled).noneMatch(DatabaseIsNotNamed::readsTheAddress)
                    ? null
                    : sentence(
                            "Адрес сервера PostgreSQL не указан или неверен: задайте NASTAVNIK_DB_URL вида"
                                    + " jdbc:postgresql://сервер:5432/база, а также NASTAVNIK_DB_USER и NASTAVNIK_DB_PASSWORD.",
                            failure);
        }

        private static boolean readsTheAddress(StackTraceElement at) {
            return at.getClassName().equals(DataSourceProperties.class.getName())
                    || (at.getClassName().equals(DriverDataSource.class.getName())
                            && at.getMethodName().equals("<init>"));
        }
    }
}
