package ru.nastavnik.shared.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.nastavnik.shared.database.DevelopmentDatabase.Options;

/**
 * The application on a database of its own ({@code nastavnik.database.embedded=true}), kept in {@code nastavnik.database.folder}.
 * The data source is made from the database, so Spring closes all that uses it first and stops the database last.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("nastavnik.database.embedded")
class DevelopmentDatabaseConfiguration {

    private static final int DEFAULT_HTTP_PORT = 8080;

    @Bean(destroyMethod = "close")
    DevelopmentDatabase developmentDatabase(
            @Value("${nastavnik.database.folder:./data}") String folder, ApplicationContext context) {
        if (context instanceof WebServerApplicationContext) {
            refuseTakenPort(context.getBean(ServerProperties.class));
        }
        return DevelopmentDatabase.start(Path.of(folder), Options.forTryingOut());
    }

    @Bean
    @ConfigurationProperties("spring.datasource.hikari")
    HikariDataSource dataSource(DevelopmentDatabase database) {
        HikariDataSource dataSource = new HikariDataSource();
        dataSource.setJdbcUrl(database.jdbcUrl());
        dataSource.setUsername(database.user());
        dataSource.setPassword(database.password());
        dataSource.setMaximumPoolSize(20);
        return dataSource;
    }

    /** The web server opens its port last of all; asked first, a taken port costs no start of the database. */
    private static void refuseTakenPort(ServerProperties server) {
        int port = server.getPort() == null ? DEFAULT_HTTP_PORT : server.getPort();
        try {
            new ServerSocket(port, 1, server.getAddress()).close();
        } catch (IOException e) {
            throw StartFailures.portTaken(port, e);
        }
    }
}
