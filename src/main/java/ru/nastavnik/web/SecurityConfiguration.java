package ru.nastavnik.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.RequestMatcher;
import ru.nastavnik.organisation.Visitors;

/** One login for our pages and for the engine's web applications. */
@Configuration
class SecurityConfiguration {

    private static final String OWN_POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";
    private static final Pattern CAMUNDA_LOGOUT = Pattern.compile("/camunda/api/admin/auth/user/[^/]+/logout");
    private static final Pattern OPEN =
            Pattern.compile("/login|/actuator/health|/(?:css|js|img)/.*|/favicon\\.(?:ico|svg)");
    private static final Pattern APP_START = Pattern.compile("/camunda/app/[a-z]+/[^/.]+/?");

    @Bean
    SecurityFilterChain oneLogin(HttpSecurity http, Visitors visitors) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers((RequestMatcher)
                                request -> OPEN.matcher(Requests.path(request)).matches())
                        .permitAll()
                        // The error page is what the container forwards to, not a page to open.
                        .requestMatchers((RequestMatcher)
                                request -> Requests.path(request).equals("/error"))
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .addFilterAfter(new SignedInFilter(visitors), AuthorizationFilter.class)
                .formLogin(form -> form.loginPage("/login")
                        .usernameParameter("login")
                        .passwordParameter("password")
                        .successHandler(loggedIn(wantedPages()))
                        .failureHandler(SecurityConfiguration::loginFailed))
                .logout(logout -> logout.logoutRequestMatcher(SecurityConfiguration::isLogout)
                        .logoutSuccessHandler(SecurityConfiguration::loggedOut))
                .sessionManagement(session -> session.sessionFixation(fixation -> fixation.newSession()))
                .requestCache(cache -> cache.requestCache(wantedPages()))
                // The engine's applications have a CSRF filter of their own, which answers to their own token.
                .csrf(csrf -> csrf.ignoringRequestMatchers((RequestMatcher) Requests::ofCamunda))
                .exceptionHandling(exceptions -> exceptions
                        // A script is told with a status that the session is over; a person is led to the login page.
                        .defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), Requests::fromScript)
                        .defaultAuthenticationEntryPointFor(toLogin(), request -> true)
                        .accessDeniedHandler(SecurityConfiguration::denied))
                .headers(SecurityConfiguration::headers)
                .build();
    }

    /** @return where somebody is led after the login */
    @SuppressWarnings("NullAway") // null means that no parameter is added to the address, says the method
    private static HttpSessionRequestCache wantedPages() {
        HttpSessionRequestCache wanted = new HttpSessionRequestCache();
        wanted.setRequestMatcher(SecurityConfiguration::isPage);
        wanted.setMatchingRequestParameterName(null);
        return wanted;
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        RequestMatcher own = request -> !Requests.ofCamunda(request);
        HeaderWriter staticFiles = (request, response) -> {
            if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
            }
        };
        headers.httpStrictTransportSecurity(hsts -> hsts.includeSubDomains(false))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .cacheControl(cache -> cache.disable())
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(Requests::ofStaticFile, staticFiles))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        request -> !Requests.ofStaticFile(request), new CacheControlHeadersWriter()))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        own, new ContentSecurityPolicyHeaderWriter(OWN_POLICY)));
    }

    /** After the login a person comes to the page that they wanted, where it was one. */
    private static boolean isPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return "GET".equals(request.getMethod())
                && accept != null
                && accept.contains("text/html")
                && !Requests.ofStaticFile(request)
                && (!Requests.ofCamunda(request)
                        || APP_START.matcher(Requests.path(request)).matches());
    }

    private static boolean isLogout(HttpServletRequest request) {
        String path = Requests.path(request);
        return "POST".equals(request.getMethod())
                && (path.equals("/logout") || CAMUNDA_LOGOUT.matcher(path).matches());
    }

    private static void loggedOut(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication user)
            throws IOException {
        if (Requests.ofCamunda(request)) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            redirect(request, response, "/login?bye");
        }
    }

    /** To the page that was wanted, on this server, by whatever name the request called it. */
    private static AuthenticationSuccessHandler loggedIn(HttpSessionRequestCache wanted) {
        SavedRequestAwareAuthenticationSuccessHandler handler = new SavedRequestAwareAuthenticationSuccessHandler();
        handler.setRequestCache(wanted);
        handler.setRedirectStrategy((request, response, url) -> {
            URI page = URI.create(url);
            String query = page.getRawQuery() == null ? "" : "?" + page.getRawQuery();
            response.sendRedirect(page.getRawPath().replaceFirst("^/+", "/") + query);
        });
        return handler;
    }

    private static void loginFailed(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        String code = e instanceof PasswordLogin.LoginRefused refused ? refused.code() : "wrong";
        redirect(request, response, "/login?" + code);
    }

    private static AuthenticationEntryPoint toLogin() {
        return (request, response, e) -> {
            boolean sessionOver = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
            redirect(request, response, sessionOver ? "/login?over" : "/login");
        };
    }

    /** A form that was open longer than its session carries a token that nobody knows any more. */
    private static void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        // The CSRF check comes before the request knows its user.
        if (e instanceof CsrfException && SecurityContextHolder.getContext().getAuthentication() == null) {
            redirect(request, response, "/login?over");
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static void redirect(HttpServletRequest request, HttpServletResponse response, String page)
            throws IOException {
        response.sendRedirect(request.getContextPath() + page);
    }
}
