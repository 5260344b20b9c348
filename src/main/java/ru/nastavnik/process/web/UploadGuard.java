package ru.nastavnik.process.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.files.FilesInFlight;
import ru.nastavnik.shared.files.FilesInFlight.Place;
import ru.nastavnik.shared.files.StoredFiles;
import ru.nastavnik.web.Requests;

/**
 * Files come in through one door, for people who have logged in, and only as many at a time as there is room for. It
 * stands before whatever would read the file from the network.
 */
@Configuration
class UploadGuard {

    private static final String CSRF = "X-CSRF-TOKEN";
    private static final String DOOR = "/tasks/[^/]+/files";

    /** Looking for its token in the body would read the file of somebody whom nobody knows yet. */
    @Bean
    FilterRegistrationBean<OncePerRequestFilter> uploadsAtTheirDoor() {
        FilterRegistrationBean<OncePerRequestFilter> registration =
                new FilterRegistrationBean<>(new OncePerRequestFilter() {
                    @Override
                    protected void doFilterInternal(
                            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                            throws ServletException, IOException {
                        boolean known = request.getHeader(CSRF) != null && request.getRequestedSessionId() != null;
                        if (isUpload(request)
                                && !Requests.ofCamunda(request)
                                && !(Requests.path(request).matches(DOOR) && known)) {
                            response.sendError(HttpServletResponse.SC_FORBIDDEN);
                        } else {
                            chain.doFilter(request, response);
                        }
                    }
                });
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return registration;
    }

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> roomForUploads(FilesInFlight inFlight, ObjectMapper json) {
        FilterRegistrationBean<OncePerRequestFilter> registration =
                new FilterRegistrationBean<>(new OncePerRequestFilter() {
                    @Override
                    protected boolean shouldNotFilter(HttpServletRequest request) {
                        return !isUpload(request) || Requests.ofCamunda(request);
                    }

                    @Override
                    protected void doFilterInternal(
                            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                            throws ServletException, IOException {
                        long size = request.getContentLengthLong();
                        Place place;
                        try {
                            place = inFlight.take(size < 0 ? StoredFiles.MAX_BYTES : size);
                        } catch (Refusal refusal) {
                            response.setStatus(refusal.kind().httpStatus());
                            response.setHeader(HttpHeaders.RETRY_AFTER, "60");
                            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
                            response.setCharacterEncoding("UTF-8");
                            json.writeValue(response.getOutputStream(), Map.of("message", refusal.getMessage()));
                            return;
                        }
                        try {
                            chain.doFilter(request, response);
                        } finally {
                            place.giveBack();
                        }
                    }
                });
        registration.setOrder(EngineRights.RIGHTS_ORDER - 1);
        registration.addUrlPatterns("/tasks/*");
        return registration;
    }

    private static boolean isUpload(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }
}
