package ru.nastavnik.process.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;
import ru.nastavnik.organisation.SignedIn;
import ru.nastavnik.organisation.SignedIn.Place;
import ru.nastavnik.process.identity.Groups;
import ru.nastavnik.web.Requests;

/**
 * Tells the engine who asks. The engine's applications keep groups in the session for a while; here every request gets
 * those that hold now, on our pages and behind the engine's own filters alike.
 */
@Configuration
class EngineRights {

    static final int LOGIN_ORDER = 201;
    static final int RIGHTS_ORDER = 250;

    /** The engine's applications take over our login. */
    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> engineLogin() {
        FilterRegistrationBean<ContainerBasedAuthenticationFilter> registration =
                new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        registration.setInitParameters(Map.of(
                ProcessEngineAuthenticationFilter.AUTHENTICATION_PROVIDER_PARAM,
                ContainerBasedAuthenticationProvider.class.getName()));
        registration.setOrder(LOGIN_ORDER);
        registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*", "/camunda/assets/*");
        return registration;
    }

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> rightsOnOwnPages(IdentityService identity) {
        FilterRegistrationBean<OncePerRequestFilter> registration =
                new FilterRegistrationBean<>(new Rights(identity, false));
        registration.setOrder(RIGHTS_ORDER);
        registration.addUrlPatterns("/*");
        return registration;
    }

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> rightsInEngineApplications(IdentityService identity) {
        FilterRegistrationBean<OncePerRequestFilter> registration =
                new FilterRegistrationBean<>(new Rights(identity, true));
        registration.setOrder(RIGHTS_ORDER);
        registration.setMatchAfter(true);
        registration.addUrlPatterns("/camunda/api/*");
        return registration;
    }

    private static class Rights extends OncePerRequestFilter {

        private final IdentityService identity;
        private final boolean inEngineApplications;

        Rights(IdentityService identity, boolean inEngineApplications) {
            this.identity = identity;
            this.inEngineApplications = inEngineApplications;
        }

        @Override
        protected String getAlreadyFilteredAttributeName() {
            return Rights.class.getName() + inEngineApplications;
        }

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            return Requests.ofCamunda(request) != inEngineApplications
                    || Requests.signedIn(request).isEmpty();
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            SignedIn user = Requests.signedIn(request).orElseThrow();
            List<Place> places =
                    Optional.ofNullable(ApiGuard.placesAllowed(request)).orElse(user.places());
            Authentication before = identity.getCurrentAuthentication();
            identity.setAuthentication(
                    user.accountId().toString(),
                    Groups.of(places),
                    places.stream()
                            .map(place -> place.organisationId().toString())
                            .toList());
            try {
                chain.doFilter(request, response);
            } finally {
                identity.clearAuthentication();
                if (before != null) {
                    identity.setAuthentication(before);
                }
            }
        }
    }
}
