package ru.nastavnik.process.identity;

import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import ru.nastavnik.organisation.People;
import ru.nastavnik.shared.SchoolClock;

/** Shows our accounts, roles and organisations to the engine, which cannot change them (ADR 0003). */
@Component
public class OwnIdentityFactory implements SessionFactory {

    /** Group of the technical administrators: it has all grants and sees every organisation. */
    public static final String ADMINISTRATORS = "administrators";

    private final IdentityQueries queries;

    OwnIdentityFactory(JdbcTemplate database, People people, SchoolClock clock) {
        this.queries = new IdentityQueries(database, people, clock);
    }

    @Override
    public Class<?> getSessionType() {
        return ReadOnlyIdentityProvider.class;
    }

    @Override
    public Session openSession() {
        return new OwnIdentity(queries);
    }
}
