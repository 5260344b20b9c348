package ru.nastavnik.process.identity;

import jakarta.annotation.PostConstruct;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import ru.nastavnik.organisation.Organisation;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.organisation.Organisations.OrganisationRegistered;
import ru.nastavnik.organisation.Role;

/**
 * What groups may do in the engine apart from their tasks: everybody opens Tasklist, curator and director watch the
 * processes and start a programme. They may not read tasks that are not theirs. Repeating it changes nothing.
 */
@Component
class StandingGrants {

    private static final String PROGRAMME = "MentoringProgrammeProcess";
    private static final long ADVISORY_LOCK = 7_024_002L;

    private final AuthorizationService authorizations;
    private final SharedFilters filters;
    private final Organisations organisations;
    private final ProcessEngineConfigurationImpl engine;
    private final JdbcTemplate database;
    private final TransactionTemplate transaction;

    StandingGrants(
            AuthorizationService authorizations,
            SharedFilters filters,
            Organisations organisations,
            ProcessEngineConfigurationImpl engine,
            JdbcTemplate database,
            TransactionTemplate transaction) {
        this.authorizations = authorizations;
        this.filters = filters;
        this.organisations = organisations;
        this.engine = engine;
        this.database = database;
        this.transaction = transaction;
    }

    @PostConstruct
    void atStart() {
        alone(() -> {
            for (String application : List.of("tasklist", "welcome")) {
                grant(null, Resources.APPLICATION, application, Permissions.ACCESS);
            }
            // Tasklist shows the name and the picture of the process to whoever has a task in it.
            grant(null, Resources.PROCESS_DEFINITION, Authorization.ANY, ProcessDefinitionPermissions.READ);
            filters.createOrUpdate();
            grantToWatchers();
            organisations.all().forEach(this::grantTo);
        });
    }

    @EventListener
    void on(OrganisationRegistered event) {
        alone(() -> grantTo(organisations.get(event.organisationId())));
    }

    private void grantTo(Organisation organisation) {
        if (organisation.kind() != Organisation.Kind.SCHOOL) {
            return;
        }
        for (Role role : List.of(Role.CURATOR, Role.DIRECTOR)) {
            grant(Groups.id(organisation.id(), role), Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        }
    }

    private void grantToWatchers() {
        grant(
                Groups.WATCHERS,
                Resources.PROCESS_DEFINITION,
                Authorization.ANY,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_HISTORY);
        grant(Groups.WATCHERS, Resources.DECISION_DEFINITION, Authorization.ANY, Permissions.READ);
        grant(Groups.WATCHERS, Resources.DECISION_REQUIREMENTS_DEFINITION, Authorization.ANY, Permissions.READ);
        grant(Groups.WATCHERS, Resources.DEPLOYMENT, Authorization.ANY, Permissions.READ);
        grant(Groups.WATCHERS, Resources.PROCESS_DEFINITION, PROGRAMME, ProcessDefinitionPermissions.CREATE_INSTANCE);
        grant(Groups.WATCHERS, Resources.PROCESS_INSTANCE, Authorization.ANY, Permissions.CREATE);
    }

    /** @param group null for everybody */
    private void grant(@Nullable String group, Resource resource, String resourceId, Permission... permissions) {
        var existing =
                authorizations.createAuthorizationQuery().resourceType(resource).resourceId(resourceId);
        existing = group == null
                ? existing.authorizationType(Authorization.AUTH_TYPE_GLOBAL)
                : existing.authorizationType(Authorization.AUTH_TYPE_GRANT).groupIdIn(group);
        Authorization authorization = existing.singleResult();
        if (authorization == null) {
            authorization = authorizations.createNewAuthorization(
                    group == null ? Authorization.AUTH_TYPE_GLOBAL : Authorization.AUTH_TYPE_GRANT);
            if (group != null) {
                authorization.setGroupId(group);
            }
            authorization.setResource(resource);
            authorization.setResourceId(resourceId);
        }
        boolean complete = true;
        for (Permission permission : permissions) {
            complete &= authorization.isPermissionGranted(permission);
        }
        if (!complete || authorization.getId() == null) {
            for (Permission permission : permissions) {
                authorization.addPermission(permission);
            }
            authorizations.saveAuthorization(authorization);
        }
    }

    /** Nodes that start together take turns; whoever is logged in has no part in it. */
    private void alone(Runnable work) {
        transaction.executeWithoutResult(status -> {
            database.query("select pg_advisory_xact_lock(?)", row -> {}, ADVISORY_LOCK);
            engine.getCommandExecutorTxRequired()
                    .execute(context -> context.runWithoutAuthorization(() -> {
                        work.run();
                        return null;
                    }));
        });
    }
}
