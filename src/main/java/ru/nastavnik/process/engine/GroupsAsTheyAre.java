package ru.nastavnik.process.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.jspecify.annotations.Nullable;

/**
 * Rights are looked up for all groups of the user. The stock manager first reads every grant that there is, in each
 * command, to leave out groups without one: with a grant for each open task that takes longer than the question itself.
 */
public class GroupsAsTheyAre extends AuthorizationManager {

    @Override
    public List<String> filterAuthenticatedGroupIds(@Nullable List<String> groupIds) {
        return groupIds == null ? List.of() : groupIds;
    }

    /** Puts it in the place of the stock one. */
    static class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return AuthorizationManager.class;
        }

        @Override
        public Session openSession() {
            return new GroupsAsTheyAre();
        }
    }
}
