package ru.nastavnik.process.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Behind TLS the engine's own cookie goes over TLS only; its setting knows just always or never. */
@Configuration
class SecureEngineCookies {

    private static final String COOKIE = "XSRF-TOKEN=";

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> secureEngineCookieFilter() {
        FilterRegistrationBean<OncePerRequestFilter> registration = new FilterRegistrationBean<>(new Secure());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 5);
        registration.addUrlPatterns("/camunda/*");
        return registration;
    }

    private static class Secure extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            chain.doFilter(
                    request,
                    !request.isSecure()
                            ? response
                            : new HttpServletResponseWrapper(response) {
                                @Override
                                public void addHeader(String name, String value) {
                                    super.addHeader(name, secured(name, value));
                                }

                                @Override
                                public void setHeader(String name, String value) {
                                    super.setHeader(name, secured(name, value));
                                }
                            });
        }

        private static String secured(String name, String value) {
            return HttpHeaders.SET_COOKIE.equalsIgnoreCase(name)
                            && value.startsWith(COOKIE)
                            && !value.contains("; Secure")
                    ? value + "; Secure"
                    : value;
        }
    }
}
