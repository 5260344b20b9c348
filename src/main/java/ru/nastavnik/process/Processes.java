package ru.nastavnik.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.BpmnExecutionContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What the application itself asks of the engine. It acts in the transaction of its caller and without the engine's
 * checks of the user: whoever calls has decided that the user may.
 */
@Component
public class Processes {

    /** So many instances go on before the transaction ends; of more each goes on in a job of its own. */
    private static final int TOLD_AT_ONCE = 5;

    private final RuntimeService runtime;
    private final ProcessEngineConfigurationImpl engine;
    private final JdbcTemplate database;
    private final EndOfTransaction atTheEnd;

    Processes(
            RuntimeService runtime,
            ProcessEngineConfigurationImpl engine,
            JdbcTemplate database,
            EndOfTransaction atTheEnd) {
        this.runtime = runtime;
        this.engine = engine;
        this.database = database;
        this.atTheEnd = atTheEnd;
    }

    /**
     * Starts an instance, unless one with this business key already runs: once, however many want it at the same moment.
     *
     * @param processKey     id of the process in its model
     * @param businessKey    id of what the process is about
     * @param organisationId whose it is
     * @param variables      ids, enum names, yes or no, dates
     */
    public void start(String processKey, UUID businessKey, UUID organisationId, Map<String, Object> variables) {
        unchecked(() -> {
            // Of two who start the same at the same moment the second waits, and finds it running.
            database.query(
                    "select pg_advisory_xact_lock(hashtextextended(?, 0))", row -> {}, processKey + " " + businessKey);
            if (!runs(processKey, businessKey)) {
                OrganisationTenants.onBehalfOf(
                        organisationId,
                        () -> runtime.createProcessInstanceByKey(processKey)
                                .processDefinitionWithoutTenantId()
                                .businessKey(businessKey.toString())
                                .setVariables(variables)
                                .execute());
            }
            return null;
        });
    }

    /** @return whether an instance of this process with this business key runs */
    public boolean runs(String processKey, UUID businessKey) {
        return unchecked(() -> runtime.createProcessInstanceQuery()
                        .processDefinitionKey(processKey)
                        .processInstanceBusinessKey(businessKey.toString())
                        .count()
                > 0);
    }

    /**
     * Tells every instance with this business key that waits for the message at the end of the transaction, or soon
     * after it when there are many; nobody waiting is normal.
     */
    public void tell(String message, UUID businessKey) {
        tell(message, businessKey, Map.of());
    }

    /** @param variables set on the instances that are told */
    public void tell(String message, UUID businessKey, Map<String, Object> variables) {
        atTheEnd.together(Processes.class, new Message(message, businessKey), variables, this::tellAll);
    }

    private record Message(String name, UUID businessKey) {}

    private void tellAll(Map<Message, Map<String, Object>> messages) {
        if (messages.size() > TOLD_AT_ONCE) {
            tellLater(messages);
        } else {
            messages.forEach((message, variables) -> unchecked(() -> {
                TellInstance.tell(runtime, message.name(), message.businessKey().toString(), variables);
                return null;
            }));
        }
    }

    /** Whoever has decided on many does not wait until each of them has gone on. */
    private void tellLater(Map<Message, Map<String, Object>> messages) {
        Map<String, String> tenants = new HashMap<>();
        database.query(
                "select distinct business_key_, tenant_id_ from act_ru_execution where business_key_ = any (?)",
                row -> {
                    tenants.put(row.getString(1), row.getString(2));
                },
                (Object) messages.keySet().stream()
                        .map(message -> message.businessKey().toString())
                        .toArray(String[]::new));
        engine.getCommandExecutorTxRequired().execute(context -> {
            messages.forEach((message, variables) -> {
                String key = message.businessKey().toString();
                if (tenants.containsKey(key)) {
                    TellInstance.later(context, message.name(), key, variables, tenants.get(key));
                }
            });
            return null;
        });
    }

    /**
     * Ends every instance that belongs to the programme, except of the processes named and of the instance that is just
     * being carried out.
     */
    public void endAll(UUID programmeId, Set<String> exceptProcessKeys) {
        BpmnExecutionContext current = Context.getBpmnExecutionContext();
        String root = current == null ? null : current.getExecution().getRootProcessInstanceId();
        unchecked(() -> {
            List<String> instances = runtime
                    .createProcessInstanceQuery()
                    .rootProcessInstances()
                    .variableValueEquals(ProcessVariable.PROGRAMME_ID.name(), programmeId.toString())
                    .unlimitedList()
                    .stream()
                    .filter(instance -> !exceptProcessKeys.contains(instance.getProcessDefinitionKey()))
                    .map(ProcessInstance::getId)
                    .filter(id -> !id.equals(root))
                    .toList();
            if (!instances.isEmpty()) {
                runtime.deleteProcessInstancesIfExists(instances, "programme ended", true, true, false);
            }
            return null;
        });
    }

    private <T> T unchecked(Supplier<T> work) {
        return engine.getCommandExecutorTxRequired().execute(context -> context.runWithoutAuthorization(work::get));
    }
}
