package ru.nastavnik.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.authentication.AccountStatusException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import ru.nastavnik.organisation.Accounts;
import ru.nastavnik.organisation.Visitors;
import ru.nastavnik.shared.Refusal;

/** Login and password against our accounts; the name of the principal is the opaque account id. */
@Component
class PasswordLogin implements AuthenticationProvider {

    /** Why a login was refused; the code goes to the login page. */
    static class LoginRefused extends AccountStatusException {

        private final String code;

        LoginRefused(String code) {
            super(code);
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    private static final int MAX_LOGIN = 100;

    private final Accounts accounts;
    private final Visitors visitors;
    private final LoginThrottle throttle;

    PasswordLogin(Accounts accounts, Visitors visitors, LoginThrottle throttle) {
        this.accounts = accounts;
        this.visitors = visitors;
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String login = Accounts.normalised(attempt.getName());
        String address =
                attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        if (login.length() > MAX_LOGIN) {
            throw new BadCredentialsException("wrong");
        }
        if (!throttle.admits(login, address)) {
            throw new LoginRefused("throttled");
        }
        Optional<UUID> account = checked(login, String.valueOf(attempt.getCredentials()));
        if (account.isEmpty()) {
            throttle.failed(login, address);
            throw new BadCredentialsException("wrong");
        }
        throttle.succeeded(login, address);
        if (visitors.signedIn(account.get())
                .filter(user -> !user.places().isEmpty())
                .isEmpty()) {
            throw new LoginRefused("powerless");
        }
        UsernamePasswordAuthenticationToken signedIn =
                UsernamePasswordAuthenticationToken.authenticated(account.get().toString(), null, List.of());
        signedIn.setDetails(attempt.getDetails());
        return signedIn;
    }

    private Optional<UUID> checked(String login, String password) {
        try {
            return accounts.checkPassword(login, password);
        } catch (Refusal busy) {
            throw new LoginRefused("busy");
        }
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
