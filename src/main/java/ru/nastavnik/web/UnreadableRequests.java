package ru.nastavnik.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.filter.OncePerRequestFilter;

/** Requests that no page of ours could read are refused before anybody looks at them, with a sentence. */
@Configuration
class UnreadableRequests {

    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([^\"';\\s]*)");

    /** A NUL, which no keyboard types and no database keeps, makes a parameter unreadable. */
    @Bean
    static StrictHttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }

    /** Spring itself stumbles over a path like «//» or «/../» on its way to its firewall: this one stands before it. */
    @Bean
    static FilterRegistrationBean<OncePerRequestFilter> readablePaths(StrictHttpFirewall firewall) {
        FilterRegistrationBean<OncePerRequestFilter> registration =
                new FilterRegistrationBean<>(new OncePerRequestFilter() {
                    @Override
                    protected void doFilterInternal(
                            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                            throws ServletException, IOException {
                        try {
                            firewall.getFirewalledRequest(request);
                            demandPlainSpelling(request);
                            demandUtf8(request);
                            demandReadableFields(request);
                        } catch (RequestRejectedException | InvalidParameterException e) {
                            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
                            return;
                        }
                        chain.doFilter(request, response);
                    }
                });
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    /** «/%63amunda/api» leads to the same servlet as «/camunda/api»: nothing of ours writes it so. */
    private static void demandPlainSpelling(HttpServletRequest request) {
        boolean ofPrefix = request.getHttpServletMapping().getMappingMatch() == MappingMatch.PATH;
        if (ofPrefix && !request.getRequestURI().startsWith(request.getContextPath() + request.getServletPath())) {
            throw new RequestRejectedException("The path of the servlet is encoded");
        }
    }

    /** Every page and script of ours writes UTF-8; whatever else a body claims to be, somebody would stumble over it. */
    private static void demandUtf8(HttpServletRequest request) {
        String type = request.getContentType();
        Matcher charset = CHARSET.matcher(type == null ? "" : type);
        if (charset.find() && !charset.group(1).equalsIgnoreCase(StandardCharsets.UTF_8.name())) {
            throw new RequestRejectedException("The body is not in UTF-8");
        }
    }

    /** The container reads the fields when somebody asks for the first one, and stumbles there. */
    private static void demandReadableFields(HttpServletRequest request) {
        String type = request.getContentType();
        boolean form = type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
        if (type == null || (form && !Requests.ofCamunda(request))) {
            request.getParameterMap();
        }
    }

    /** What the container does not understand never reaches a filter. */
    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> sentenceOfTheContainer() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(Sentence.class.getName());
            }
        });
    }

    /** Writes what no error page of the application has written. */
    public static class Sentence extends ErrorReportValve {

        private static final String PAGE = """
        <!DOCTYPE html>
        <html lang="ru">
        <head><meta charset="utf-8"><title>%1$s — Наставник</title></head>
        <body><main>
          <h1>%1$s</h1>
          <p>%2$s</p>
        </main></body>
        </html>
        """;

        @Override
        protected void report(Request request, Response response, Throwable failure) {
            int status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            String page = status < 500
                    ? PAGE.formatted("Запрос не понят", "Проверьте адрес и повторите.")
                    : PAGE.formatted("Сбой в программе", "Повторите позже; если повторится, сообщите администратору.");
            try {
                byte[] body = page.getBytes(StandardCharsets.UTF_8);
                response.setContentType("text/html;charset=UTF-8");
                response.setContentLength(body.length);
                response.getOutputStream().write(body);
                response.finishResponse();
            } catch (IOException | IllegalStateException e) {
                container.getLogger().debug("Nobody waits for the answer any more", e);
            }
        }
    }
}
