package ru.nastavnik.process.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.organisation.SignedIn.Place;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.web.Requests;

/**
 * Stands before the engine's web applications: only requests of the allow-list pass, and what the engine answers to
 * those that it refuses itself is turned into a Russian sentence with a status that says whose mistake it was.
 */
@Configuration
class ApiGuard {

    static final int ORDER = 150;
    private static final Pattern LIST = Pattern.compile("/camunda/api/engine/engine/default/(?:history/)?[a-z-]+");
    private static final String REST = "/camunda/api/engine/";
    private static final int LONGEST_LIST = 1000;
    private static final String PLACES = ApiGuard.class.getName() + ".places";
    private static final EngineAnswer FORBIDDEN = new EngineAnswer(403, "Forbidden", "Это действие здесь недоступно.");

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> engineApplicationsGuard(ApiAllowList list, ObjectMapper json) {
        FilterRegistrationBean<OncePerRequestFilter> registration = new FilterRegistrationBean<>(new Guard(list, json));
        registration.setOrder(ORDER);
        registration.addUrlPatterns("/camunda/*");
        return registration;
    }

    /**
     * Where this request may look: a request that is allowed for a role reaches only the organisations in which the
     * person has it; null when it reaches all of theirs.
     */
    @SuppressWarnings("unchecked")
    static List<Place> placesAllowed(HttpServletRequest request) {
        return (List<Place>) request.getAttribute(PLACES);
    }

    private static class Guard extends OncePerRequestFilter {

        private final ApiAllowList list;
        private final ObjectMapper json;

        Guard(ApiAllowList list, ObjectMapper json) {
            this.list = list;
            this.json = json;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            boolean api = Requests.ofCamundaApi(request);
            if (!allowed(request)) {
                if (api) {
                    write(FORBIDDEN, response);
                } else {
                    response.sendError(FORBIDDEN.status());
                }
            } else if (api) {
                passOn(request, response, chain);
            } else {
                chain.doFilter(request, response);
            }
        }

        private boolean allowed(HttpServletRequest request) {
            String method = request.getMethod();
            String uri =
                    request.getRequestURI().substring(request.getContextPath().length());
            if (request.getUserPrincipal() == null) {
                return false;
            }
            if (list.allowsEverybody(method, uri)) {
                return true;
            }
            List<Place> places = Requests.signedIn(request)
                    .map(user -> user.places().stream()
                            .filter(place -> list.allows(place.roles(), method, uri))
                            .toList())
                    .orElse(List.of());
            boolean everywhere = places.stream().anyMatch(place -> place.roles().contains(Role.ADMINISTRATOR));
            if (!everywhere) {
                request.setAttribute(PLACES, places);
            }
            return !places.isEmpty();
        }

        private void passOn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            HttpServletRequest modest;
            try {
                modest = QueryBounds.held(request, json);
            } catch (Refusal refusal) {
                write(new EngineAnswer(refusal.kind().httpStatus(), "BadRequest", refusal.getMessage()), response);
                return;
            }
            Held held = new Held(response);
            try {
                chain.doFilter(bounded(modest), held);
            } catch (RuntimeException | ServletException e) {
                logger.error("The engine failed at " + request.getMethod() + " " + request.getRequestURI(), e);
                write(EngineAnswer.FAILURE, response);
                return;
            }
            if (held.getStatus() < 400) {
                if (Requests.path(request).startsWith(REST)) {
                    // The engine would let a browser keep people's data on its disk.
                    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                }
                held.copyBodyToResponse();
            } else {
                EngineAnswer answer =
                        EngineAnswer.to(held.getStatus(), held.getContentAsByteArray(), held.errorMessage, json);
                if (answer.status() < 500) {
                    logger.info("Refused " + request.getMethod() + " " + request.getRequestURI() + ": "
                            + answer.status() + " " + answer.type());
                }
                write(answer, response);
            }
        }

        /** The engine refuses to list without end, which Cockpit asks for here and there: it gets the longest list. */
        private static HttpServletRequest bounded(HttpServletRequest request) {
            String query = request.getQueryString() == null ? "" : request.getQueryString();
            if (!LIST.matcher(request.getRequestURI()).matches() || query.contains("maxResults=")) {
                return request;
            }
            return new HttpServletRequestWrapper(request) {
                @Override
                public String getQueryString() {
                    return (query.isEmpty() ? "" : query + "&") + "firstResult=0&maxResults=" + LONGEST_LIST;
                }
            };
        }

        private void write(EngineAnswer answer, HttpServletResponse response) throws IOException {
            response.setStatus(answer.status());
            response.setContentType("application/json;charset=UTF-8");
            json.writeValue(response.getOutputStream(), new Body(answer.type(), answer.sentence()));
        }
    }

    private record Body(String type, String message) {}

    /** Keeps an answer back, errors included, until it is known what it is. */
    private static class Held extends ContentCachingResponseWrapper {

        private @Nullable String errorMessage;

        Held(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendError(int status) {
            sendError(status, null);
        }

        @Override
        public void sendError(int status, @Nullable String message) {
            resetBuffer();
            setStatus(status);
            errorMessage = message;
        }
    }
}
