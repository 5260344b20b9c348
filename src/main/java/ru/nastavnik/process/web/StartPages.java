package ru.nastavnik.process.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Mends the start pages of the engine's applications. Camunda 7.24 keeps the nonce of the content security policy in
 * the servlet context, shared by all requests: with two at once header and page differ and the browser shows nothing.
 * Here the header takes the nonce that the page really has. Besides, the page is told that it is Russian and ours, and
 * which parts of Tasklist to leave out: comments, the history of a task and tasks without a process are not offered, as
 * the server refuses them.
 */
@Configuration
class StartPages {

    private static final String POLICY = "Content-Security-Policy";
    private static final Pattern START_PAGE =
            Pattern.compile("/camunda/app/(?:tasklist|cockpit|admin|welcome)/[^/.]+/?");
    private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]+)\"");
    private static final String LEFT_OUT = "<base cam-exclude-plugins=\"tasklist.task.action:task-action-comment,"
            + "tasklist.task.detail:task-detail-history,tasklist.navbar.action:create-task-action\"";

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> startPagesOfEngineApplications() {
        FilterRegistrationBean<OncePerRequestFilter> registration = new FilterRegistrationBean<>(new Mending());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        registration.addUrlPatterns("/camunda/app/*");
        return registration;
    }

    private static class Mending extends OncePerRequestFilter {

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            return !"GET".equals(request.getMethod())
                    || !START_PAGE.matcher(request.getRequestURI()).matches();
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
            chain.doFilter(request, held);
            String page = new String(held.getContentAsByteArray(), StandardCharsets.UTF_8);
            String policy = response.getHeader(POLICY);
            Matcher nonce = NONCE.matcher(page);
            if (policy == null || !nonce.find()) {
                held.copyBodyToResponse();
                return;
            }
            response.setHeader(
                    POLICY,
                    policy.replaceAll("'nonce-[^']+'", Matcher.quoteReplacement("'nonce-" + nonce.group(1) + "'")));
            byte[] mended = ours(page).getBytes(StandardCharsets.UTF_8);
            response.setContentType("text/html;charset=UTF-8");
            response.setContentLength(mended.length);
            response.getOutputStream().write(mended);
        }

        private static String ours(String page) {
            return page.replaceFirst("<html lang=\"en\"", "<html lang=\"ru\"")
                    .replaceFirst("<title>[^<]*</title>", "<title>Наставник</title>")
                    .replaceFirst("<link rel=\"icon\" href=\"[^\"]*\"", "<link rel=\"icon\" href=\"/favicon.svg\"")
                    .replaceFirst("<base\\b", LEFT_OUT);
        }
    }
}
