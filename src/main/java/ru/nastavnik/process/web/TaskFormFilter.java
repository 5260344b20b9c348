package ru.nastavnik.process.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import ru.nastavnik.process.task.TaskDesk;
import ru.nastavnik.shared.Refusal;

/**
 * Answers Tasklist's requests about forms, and about giving tasks back, instead of the engine's REST API: they go
 * through {@link TaskDesk}. It stands behind the engine's own filters for login and CSRF.
 */
@Configuration
class TaskFormFilter {

    private static final String API = "/camunda/api/engine/engine/default/";
    private static final Pattern SHOWN = Pattern.compile(API + "task/([\\w-]+)/form-variables");
    private static final Pattern SUBMIT = Pattern.compile(API + "task/([\\w-]+)/submit-form");
    private static final Pattern START = Pattern.compile(API + "process-definition/([\\w:.-]+)/submit-form");
    private static final Pattern UNCLAIM = Pattern.compile(API + "task/([\\w-]+)/unclaim");
    private static final Pattern ASSIGN = Pattern.compile(API + "task/([\\w-]+)/assignee");
    private static final Set<String> PLAIN_TYPES =
            Set.of("string", "integer", "long", "short", "double", "boolean", "null", "json", "date");
    private static final int MAX_BODY = 200_000;

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> taskForms(TaskDesk desk, ObjectMapper json) {
        FilterRegistrationBean<OncePerRequestFilter> registration = new FilterRegistrationBean<>(new Forms(desk, json));
        registration.setOrder(300);
        registration.setMatchAfter(true);
        registration.addUrlPatterns(API + "task/*", API + "process-definition/*");
        return registration;
    }

    private static class Forms extends OncePerRequestFilter {

        private final TaskDesk desk;
        private final ObjectMapper json;

        Forms(TaskDesk desk, ObjectMapper json) {
            this.desk = desk;
            this.json = json;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            String path = request.getRequestURI();
            Matcher shown = SHOWN.matcher(path);
            Matcher submit = SUBMIT.matcher(path);
            Matcher start = START.matcher(path);
            Matcher unclaim = UNCLAIM.matcher(path);
            Matcher assign = ASSIGN.matcher(path);
            try {
                if ("GET".equals(request.getMethod()) && shown.matches()) {
                    write(response, 200, typed(desk.shown(shown.group(1))));
                } else if ("POST".equals(request.getMethod()) && submit.matches()) {
                    desk.submit(submit.group(1), entered(request));
                    response.setStatus(204);
                } else if ("POST".equals(request.getMethod()) && start.matches()) {
                    write(response, 200, started(desk.start(start.group(1), entered(request))));
                } else if ("POST".equals(request.getMethod()) && unclaim.matches()) {
                    desk.giveBack(unclaim.group(1));
                    response.setStatus(204);
                } else if ("POST".equals(request.getMethod()) && assign.matches()) {
                    assign(assign.group(1), request);
                    response.setStatus(204);
                } else {
                    chain.doFilter(request, response);
                }
            } catch (Refusal refusal) {
                refuse(response, refusal);
            } catch (OptimisticLockingException | ConcurrencyFailureException e) {
                refuse(response, Refusal.wrongState("Кто-то изменил это одновременно с вами. Откройте задачу заново."));
            } catch (AuthorizationException e) {
                refuse(response, Refusal.forbidden("Это действие вам не разрешено."));
            }
        }

        /** Nobody gives a task to anybody but themselves: to nobody means back. */
        private void assign(String taskId, HttpServletRequest request) throws IOException {
            JsonNode user = body(request).path("userId");
            if (user.isNull() || user.isMissingNode()) {
                desk.giveBack(taskId);
            } else if (user.asText().equals(request.getUserPrincipal().getName())) {
                desk.take(taskId);
            } else {
                throw Refusal.forbidden("Задачу берут только себе: поручить её другому нельзя.");
            }
        }

        private JsonNode body(HttpServletRequest request) throws IOException {
            byte[] body = request.getInputStream().readNBytes(MAX_BODY + 1);
            if (body.length > MAX_BODY) {
                throw Refusal.invalid("В форме слишком много текста. Сократите его или приложите файлом.");
            }
            try {
                return json.readTree(body);
            } catch (IOException e) {
                // The bytes are all here: it is their meaning that is broken.
                throw unreadable();
            }
        }

        /** @return texts, numbers, yes or no and lists of texts by key; everything else is refused */
        private Map<String, Object> entered(HttpServletRequest request) throws IOException {
            Map<String, Object> values = new HashMap<>();
            for (Map.Entry<String, JsonNode> variable :
                    body(request).path("variables").properties()) {
                values.put(variable.getKey(), plain(variable.getValue()));
            }
            return values;
        }

        private @Nullable Object plain(JsonNode variable) {
            if (!PLAIN_TYPES.contains(variable.path("type").asText("null").toLowerCase(Locale.ROOT))) {
                throw unreadable();
            }
            JsonNode value = variable.path("value");
            if (value.isTextual()
                    && value.textValue().startsWith("[")
                    && !"string".equalsIgnoreCase(variable.path("type").asText())) {
                try {
                    value = json.readTree(value.textValue());
                } catch (JsonProcessingException e) {
                    throw unreadable();
                }
            }
            if (value.isArray()) {
                List<String> texts = new ArrayList<>();
                for (JsonNode item : value) {
                    if (!item.isTextual()) {
                        throw unreadable();
                    }
                    texts.add(item.textValue());
                }
                return texts;
            }
            if (value.isTextual()) {
                return value.textValue();
            }
            if (value.isBoolean()) {
                return value.booleanValue();
            }
            if (value.isNumber()) {
                return value.numberValue();
            }
            if (value.isNull() || value.isMissingNode()) {
                return null;
            }
            throw unreadable();
        }

        private static Refusal unreadable() {
            return Refusal.invalid("Форма пришла испорченной. Откройте задачу заново и повторите.");
        }

        /** As the REST API gives variables: each with its type, lists as JSON in a text. */
        private Map<String, Object> typed(Map<String, Object> shown) throws JsonProcessingException {
            Map<String, Object> variables = new LinkedHashMap<>();
            for (Map.Entry<String, Object> entry : shown.entrySet()) {
                Object value = entry.getValue();
                String type = value == null
                        ? "Null"
                        : value instanceof Boolean
                                ? "Boolean"
                                : value instanceof Number ? "Integer" : value instanceof List ? "Json" : "String";
                Map<String, Object> variable = new LinkedHashMap<>();
                variable.put("type", type);
                variable.put(
                        "value",
                        value == null || value instanceof Boolean || value instanceof Number
                                ? value
                                : value instanceof List ? json.writeValueAsString(value) : value.toString());
                variable.put("valueInfo", Map.of());
                variables.put(entry.getKey(), variable);
            }
            return variables;
        }

        private static Map<String, Object> started(ProcessInstance instance) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("links", List.of());
            answer.put("id", instance.getProcessInstanceId());
            answer.put("definitionId", instance.getProcessDefinitionId());
            answer.put("businessKey", instance.getBusinessKey());
            answer.put("ended", instance.isEnded());
            answer.put("suspended", instance.isSuspended());
            answer.put("tenantId", instance.getTenantId());
            return answer;
        }

        private void refuse(HttpServletResponse response, Refusal refusal) throws IOException {
            write(
                    response,
                    refusal.kind().httpStatus(),
                    Map.of("type", refusal.kind().name(), "message", refusal.getMessage()));
        }

        private void write(HttpServletResponse response, int status, Object body) throws IOException {
            response.setStatus(status);
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.setCharacterEncoding("UTF-8");
            json.writeValue(response.getOutputStream(), body);
        }
    }
}
