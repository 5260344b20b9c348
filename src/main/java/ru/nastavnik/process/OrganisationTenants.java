package ru.nastavnik.process;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;
import ru.nastavnik.shared.Refusal;

/**
 * Whose a new instance is: the caller's of a call activity, of the execution that starts it, of the scope that was
 * opened for it, else of the user's only organisation. Never taken from a variable, never nobody's.
 */
public class OrganisationTenants implements TenantIdProvider {

    private static final ThreadLocal<UUID> SCOPE = new ThreadLocal<>();

    /** Runs something on behalf of one organisation: what it starts belongs to it. */
    public static <T> T onBehalfOf(UUID organisationId, Supplier<T> work) {
        UUID before = SCOPE.get();
        SCOPE.set(organisationId);
        try {
            return work.get();
        } finally {
            if (before == null) {
                SCOPE.remove();
            } else {
                SCOPE.set(before);
            }
        }
    }

    @Override
    public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
        if (context.getSuperExecution() != null) {
            return context.getSuperExecution().getTenantId();
        }
        var current = Context.getBpmnExecutionContext();
        String running = current == null ? null : current.getExecution().getTenantId();
        UUID scope = SCOPE.get();
        if (scope != null) {
            if (running != null && !running.equals(scope.toString())) {
                throw new IllegalStateException("An instance of one organisation may not start one of another");
            }
            return scope.toString();
        }
        if (running != null) {
            return running;
        }
        Authentication user = Context.getCommandContext().getAuthentication();
        List<String> tenants = user == null ? null : user.getTenantIds();
        if (tenants == null || tenants.size() != 1) {
            throw Refusal.invalid(
                    "Вы работаете в нескольких учреждениях. Начните на странице «Дорожная карта» нужного учреждения.");
        }
        return tenants.get(0);
    }

    @Override
    public @Nullable String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
        return null;
    }

    @Override
    public @Nullable String provideTenantIdForHistoricDecisionInstance(
            TenantIdProviderHistoricDecisionInstanceContext context) {
        if (context.getExecution() != null) {
            return context.getExecution().getTenantId();
        }
        return SCOPE.get() == null ? null : SCOPE.get().toString();
    }
}
