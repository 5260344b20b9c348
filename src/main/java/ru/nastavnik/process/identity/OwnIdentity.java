package ru.nastavnik.process.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.TenantQueryImpl;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.jspecify.annotations.Nullable;

/** Users, groups and tenants of the engine, out of our accounts, powers and organisations. */
class OwnIdentity implements ReadOnlyIdentityProvider {

    private final IdentityQueries queries;

    OwnIdentity(IdentityQueries queries) {
        this.queries = queries;
    }

    @Override
    public @Nullable User findUserById(String userId) {
        return queries
                .users(new IdentityQueries.UserQuestion(userId, null, null, null, null, null, null, null))
                .stream()
                .findFirst()
                .orElse(null);
    }

    @Override
    public UserQuery createUserQuery() {
        return new UserQuestion(executor(), queries);
    }

    @Override
    public UserQuery createUserQuery(CommandContext context) {
        return new UserQuestion(null, queries);
    }

    @Override
    public NativeUserQuery createNativeUserQuery() {
        throw new BadUserRequestException("There is no table of users to query");
    }

    /** People log in on our own page only. */
    @Override
    public boolean checkPassword(String userId, String password) {
        return false;
    }

    @Override
    public @Nullable Group findGroupById(String groupId) {
        return ((GroupQuestion) new GroupQuestion(null, queries).groupId(groupId))
                .all()
                .findFirst()
                .orElse(null);
    }

    @Override
    public GroupQuery createGroupQuery() {
        return new GroupQuestion(executor(), queries);
    }

    @Override
    public GroupQuery createGroupQuery(CommandContext context) {
        return new GroupQuestion(null, queries);
    }

    @Override
    public @Nullable Tenant findTenantById(String tenantId) {
        return ((TenantQuestion) new TenantQuestion(null, queries).tenantId(tenantId))
                .all()
                .findFirst()
                .orElse(null);
    }

    @Override
    public TenantQuery createTenantQuery() {
        return new TenantQuestion(executor(), queries);
    }

    @Override
    public TenantQuery createTenantQuery(CommandContext context) {
        return new TenantQuestion(null, queries);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    private static CommandExecutor executor() {
        return Context.getProcessEngineConfiguration().getCommandExecutorTxRequired();
    }

    private static <T> List<T> cut(Stream<T> found, @Nullable Page page) {
        return page == null
                ? found.toList()
                : found.skip(page.getFirstResult()).limit(page.getMaxResults()).toList();
    }

    private static boolean among(String value, @Nullable String wanted, String @Nullable [] wantedIds) {
        return (wanted == null || wanted.equals(value))
                && (wantedIds == null || Arrays.asList(wantedIds).contains(value));
    }

    private static class UserQuestion extends UserQueryImpl {

        private final transient IdentityQueries queries;

        UserQuestion(@Nullable CommandExecutor executor, IdentityQueries queries) {
            super(executor);
            this.queries = queries;
        }

        /** Addresses are nobody's business here: who asks for one finds nobody. */
        private Stream<User> all() {
            if (email != null || emailLike != null) {
                return Stream.empty();
            }
            return queries
                    .users(new IdentityQueries.UserQuestion(
                            id,
                            ids == null ? null : List.of(ids),
                            firstName,
                            firstNameLike,
                            lastName,
                            lastNameLike,
                            groupId,
                            tenantId))
                    .stream();
        }

        @Override
        public long executeCount(CommandContext context) {
            return all().count();
        }

        @Override
        public List<User> executeList(CommandContext context, Page page) {
            return cut(all(), page);
        }
    }

    private static class GroupQuestion extends GroupQueryImpl {

        private final transient IdentityQueries queries;

        GroupQuestion(@Nullable CommandExecutor executor, IdentityQueries queries) {
            super(executor);
            this.queries = queries;
        }

        Stream<Group> all() {
            return queries.groups(userId, tenantId).stream()
                    .filter(group -> among(group.getId(), id, ids)
                            && IdentityQueries.named(group.getName(), name, nameLike)
                            && (type == null || type.equals(group.getType())));
        }

        @Override
        public long executeCount(CommandContext context) {
            return all().count();
        }

        @Override
        public List<Group> executeList(CommandContext context, Page page) {
            return cut(all(), page);
        }
    }

    private static class TenantQuestion extends TenantQueryImpl {

        private final transient IdentityQueries queries;

        TenantQuestion(@Nullable CommandExecutor executor, IdentityQueries queries) {
            super(executor);
            this.queries = queries;
        }

        Stream<Tenant> all() {
            Optional<Groups.Parts> group = groupId == null ? Optional.empty() : Groups.parts(groupId);
            return queries.tenants(userId).stream()
                    .filter(tenant -> among(tenant.getId(), id, ids)
                            && IdentityQueries.named(tenant.getName(), name, nameLike)
                            && (groupId == null
                                    || group.filter(parts -> parts.organisationId() != null
                                                    && parts.organisationId()
                                                            .toString()
                                                            .equals(tenant.getId()))
                                            .isPresent()));
        }

        @Override
        public long executeCount(CommandContext context) {
            return all().count();
        }

        @Override
        public List<Tenant> executeList(CommandContext context, Page page) {
            return cut(all(), page);
        }
    }
}
