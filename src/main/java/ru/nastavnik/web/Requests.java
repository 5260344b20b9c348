package ru.nastavnik.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import ru.nastavnik.organisation.SignedIn;

/** What every part of the web layer asks of a request. Paths are those that the container decoded and mapped. */
public final class Requests {

    /** Session attribute: the organisation in which a person of several works now. */
    static final String CHOSEN_ORGANISATION = "nastavnik.organisation";

    private static final Set<String> FORM_METHODS = Set.of("GET", "HEAD", "POST");
    private static final String SIGNED_IN = SignedIn.class.getName();
    private static final Pattern STATIC = Pattern.compile("/(?:css|js|img)/.*|/favicon\\.(?:ico|svg)"
            + "|/camunda/(?:app|lib|assets)/.*\\.[a-z0-9]{1,5}|/camunda/favicon\\.ico");

    private Requests() {}

    public static String path(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }

    public static boolean ofCamunda(HttpServletRequest request) {
        String path = path(request);
        return path.equals("/camunda") || path.startsWith("/camunda/");
    }

    public static boolean ofCamundaApi(HttpServletRequest request) {
        return path(request).startsWith("/camunda/api/");
    }

    /** @return whether a script asks and not a person who is led from page to page */
    static boolean fromScript(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return ofCamundaApi(request)
                || (mode != null && !mode.equals("navigate"))
                || !FORM_METHODS.contains(request.getMethod())
                || (accept != null && accept.contains("application/json") && !accept.contains("text/html"));
    }

    /** @return whether it asks for a file of the application that is the same for everybody */
    static boolean ofStaticFile(HttpServletRequest request) {
        return STATIC.matcher(path(request)).matches();
    }

    /** @return who has logged in; empty for pages that are open to everybody */
    public static Optional<SignedIn> signedIn(HttpServletRequest request) {
        return Optional.ofNullable((SignedIn) request.getAttribute(SIGNED_IN));
    }

    static void signedIn(HttpServletRequest request, SignedIn user) {
        request.setAttribute(SIGNED_IN, user);
    }

    static @Nullable UUID chosenOrganisation(HttpServletRequest request) {
        return request.getSession(false) == null
                ? null
                : (UUID) request.getSession(false).getAttribute(CHOSEN_ORGANISATION);
    }
}
