package ru.nastavnik.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import ru.nastavnik.organisation.SignedIn;
import ru.nastavnik.organisation.Visitors;

/**
 * Looks at the account behind a session anew at each request: a closed access or the last power gone ends the session,
 * a one-time password lets nothing be done but change it.
 */
class SignedInFilter extends OncePerRequestFilter {

    private final Visitors visitors;

    SignedInFilter(Visitors visitors) {
        this.visitors = visitors;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return Requests.ofStaticFile(request)
                && !Requests.path(request).startsWith("/camunda/app/cockpit/")
                && !Requests.path(request).startsWith("/camunda/app/admin/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        if (user == null || user instanceof AnonymousAuthenticationToken || !user.isAuthenticated()) {
            chain.doFilter(request, response);
            return;
        }
        Optional<SignedIn> account = visitors.signedIn(UUID.fromString(user.getName()));
        if (account.isEmpty() || account.get().places().isEmpty()) {
            endSession(request);
            answer(
                    request,
                    response,
                    401,
                    "Ваш доступ закрыт.",
                    account.isEmpty() ? "/login?closed" : "/login?powerless");
        } else if (account.get().mustChangePassword() && !mayGoOn(request)) {
            answer(request, response, 403, "Сначала смените одноразовый пароль.", "/password");
        } else {
            Requests.signedIn(request, account.get());
            chain.doFilter(request, response);
        }
    }

    private static boolean mayGoOn(HttpServletRequest request) {
        String path = Requests.path(request);
        return path.equals("/password") || Requests.ofStaticFile(request);
    }

    private static void endSession(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    private static void answer(
            HttpServletRequest request, HttpServletResponse response, int status, String sentence, String page)
            throws IOException {
        if (Requests.ofCamundaApi(request)) {
            response.setStatus(status);
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.getOutputStream()
                    .write("{\"type\":\"Forbidden\",\"message\":\"%s\"}"
                            .formatted(sentence)
                            .getBytes(StandardCharsets.UTF_8));
        } else {
            response.sendRedirect(request.getContextPath() + page);
        }
    }
}
