package ru.nastavnik.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.transaction.support.TransactionOperations;

/** Sessions live in the database: whichever node answers, a person is logged in. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    /**
     * A row is written when the session has changed, and for the time of access alone at most once a minute: the session
     * ends after hours, and every write is a commit that waits for the disk.
     */
    private static final String UPDATE_WHAT_CHANGED = """
            update %TABLE_NAME% as kept
            set session_id = now.session_id, last_access_time = now.last_access_time,
                max_inactive_interval = now.max_inactive_interval, expiry_time = now.expiry_time,
                principal_name = now.principal_name
            from (select ?::char(36) as session_id, ?::bigint as last_access_time, ?::integer as max_inactive_interval,
                         ?::bigint as expiry_time, ?::text as principal_name, ?::char(36) as primary_id) as now
            where kept.primary_id = now.primary_id
              and (kept.last_access_time + 60000 <= now.last_access_time
                or kept.session_id <> now.session_id
                or kept.max_inactive_interval <> now.max_inactive_interval
                or kept.principal_name is distinct from now.principal_name)
            """;

    /** The engine's web applications put into the session at each request what is there already. */
    private static final String UPDATE_OTHER_VALUE = """
            update %TABLE_NAME%_attributes as kept
            set attribute_bytes = now.attribute_bytes
            from (select ?::bytea as attribute_bytes, ?::char(36) as session_primary_id,
                         ?::varchar as attribute_name) as now
            where kept.session_primary_id = now.session_primary_id
              and kept.attribute_name = now.attribute_name
              and kept.attribute_bytes <> now.attribute_bytes
            """;

    /** Two requests of one person may keep the same thing at the same moment. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionsOnPostgreSql() {
        return sessions -> {
            new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(sessions);
            sessions.setUpdateSessionQuery(UPDATE_WHAT_CHANGED);
            sessions.setUpdateSessionAttributeQuery(UPDATE_OTHER_VALUE);
        };
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
