package ru.nastavnik.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import ru.nastavnik.organisation.Visitor;
import ru.nastavnik.organisation.Visitors;
import ru.nastavnik.shared.Refusal;

/** Gives controllers the visitor as a parameter. */
@Configuration
class WebConfiguration implements WebMvcConfigurer {

    private final Visitors visitors;

    WebConfiguration(Visitors visitors) {
        this.visitors = visitors;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new HandlerMethodArgumentResolver() {
            @Override
            public boolean supportsParameter(MethodParameter parameter) {
                return parameter.getParameterType() == Visitor.class;
            }

            @Override
            public Visitor resolveArgument(
                    MethodParameter parameter,
                    @Nullable ModelAndViewContainer container,
                    NativeWebRequest request,
                    @Nullable WebDataBinderFactory binders) {
                HttpServletRequest http = Objects.requireNonNull(
                        request.getNativeRequest(HttpServletRequest.class), "Pages are asked for through servlets");
                return Requests.signedIn(http)
                        .map(user -> visitors.visitor(user, Requests.chosenOrganisation(http)))
                        .orElseThrow(() -> Refusal.forbidden("Войдите, чтобы открыть эту страницу."));
            }
        });
    }
}
