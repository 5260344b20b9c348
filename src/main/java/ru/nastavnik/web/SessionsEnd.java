package ru.nastavnik.web;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import ru.nastavnik.organisation.PasswordChanged;

/** A new password ends what was begun with the old one, on every device but the one on which it was changed. */
@Component
class SessionsEnd {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    SessionsEnd(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    /** Within the transaction that changes the password: both happen, or neither. */
    @EventListener
    void on(PasswordChanged event) {
        Optional<String> here = currentSession();
        sessions.findByPrincipalName(event.accountId().toString()).keySet().stream()
                .filter(id -> here.filter(id::equals).isEmpty())
                .forEach(sessions::deleteById);
    }

    private static Optional<String> currentSession() {
        return Optional.ofNullable(RequestContextHolder.getRequestAttributes())
                .filter(ServletRequestAttributes.class::isInstance)
                .map(attributes ->
                        ((ServletRequestAttributes) attributes).getRequest().getSession(false))
                .map(HttpSession::getId);
    }
}
