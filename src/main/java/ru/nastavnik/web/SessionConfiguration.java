package ru.nastavnik.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.transaction.support.TransactionOperations;

/** Sessions live in the database: whichever node answers, a person is logged in. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    /** Two requests of one person may keep the same thing at the same moment. */
    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer sessionsOnPostgreSql() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    /**
     * Each statement by itself: every request reads its session, and a transaction around one statement is two more. Half a
     * session, after a crash between two statements, is one in which nobody has logged in. For the sessions only.
     */
    @Bean(defaultCandidate = false)
    TransactionOperations springSessionTransactionOperations() {
        return TransactionOperations.withoutTransaction();
    }
}
