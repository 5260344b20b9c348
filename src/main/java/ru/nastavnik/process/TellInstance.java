package ru.nastavnik.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the instances of one business key in a job: tried again, and given up to people, as the steps of the models are. */
@Component
public class TellInstance implements JobHandler<TellInstance.Told> {

    private static final String TYPE = "nastavnik-tell";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param variables ids, enum names, yes or no, dates */
    public record Told(String message, String businessKey, Map<String, Object> variables)
            implements JobHandlerConfiguration {

        @Override
        public String toCanonicalString() {
            try {
                return JSON.writeValueAsString(this);
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static void later(
            CommandContext context,
            String message,
            String businessKey,
            Map<String, Object> variables,
            @Nullable String tenantId) {
        MessageEntity job = new MessageEntity();
        job.setJobHandlerType(TYPE);
        job.setJobHandlerConfiguration(new Told(message, businessKey, variables));
        job.setTenantId(tenantId);
        context.getJobManager().send(job);
    }

    static void tell(RuntimeService runtime, String message, String businessKey, Map<String, Object> variables) {
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(businessKey)
                .setVariables(variables)
                .correlateAll();
    }

    @Override
    public String getType() {
        return TYPE;
    }

    @Override
    public void execute(
            Told told, @Nullable ExecutionEntity execution, CommandContext context, @Nullable String tenantId) {
        tell(
                context.getProcessEngineConfiguration().getRuntimeService(),
                told.message(),
                told.businessKey(),
                told.variables());
    }

    @Override
    public Told newConfiguration(String canonicalString) {
        try {
            return JSON.readValue(canonicalString, Told.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void onDelete(Told told, JobEntity job) {}
}
