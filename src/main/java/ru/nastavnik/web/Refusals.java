package ru.nastavnik.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.ModelMap;
import org.springframework.validation.BindException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;
import ru.nastavnik.organisation.Visitors;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.database.SqlMistakes;
import ru.nastavnik.shared.files.StoredFiles;

/** Shows a refusal: after a form on the page where the form was, otherwise as a page of its own with the status. */
@ControllerAdvice
class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final Visitors visitors;

    Refusals(Visitors visitors) {
        this.visitors = visitors;
    }

    @ExceptionHandler(Refusal.class)
    Object refused(Refusal refusal, HttpServletRequest request) {
        return show(refusal.kind().httpStatus(), refusal.getMessage(), request);
    }

    @ExceptionHandler(ConcurrencyFailureException.class)
    Object overtaken(HttpServletRequest request) {
        return show(
                409,
                "Кто-то изменил это одновременно с вами. Посмотрите, что получилось, и если нужно, повторите.",
                request);
    }

    @ExceptionHandler({
        MethodArgumentTypeMismatchException.class,
        MissingServletRequestParameterException.class,
        BindException.class,
        InvalidPropertyException.class
    })
    Object unreadable(Exception mistake, HttpServletRequest request) {
        // Not what was typed: it may be about somebody.
        LOG.info(
                "Refused {} {}: {}",
                request.getMethod(),
                request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE),
                mistake.getClass().getSimpleName());
        return show(400, "Не все поля заполнены верно. Проверьте даты и выбранные значения.", request);
    }

    /** A day or a number that no table holds. */
    @ExceptionHandler(DataAccessException.class)
    Object unstorable(DataAccessException failure, HttpServletRequest request) {
        if (!SqlMistakes.ofRequest(failure)) {
            throw failure;
        }
        return unreadable(failure, request);
    }

    @ExceptionHandler({MultipartException.class, MissingServletRequestPartException.class})
    Object brokenFile(HttpServletRequest request) {
        return show(400, "Файл не дошёл целиком. Приложите его ещё раз.", request);
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    Object tooLargeFile(HttpServletRequest request) {
        return refused(StoredFiles.tooLarge(), request);
    }

    private Object show(int status, String sentence, HttpServletRequest request) {
        if (Requests.fromScript(request)) {
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of("type", HttpStatus.valueOf(status).name(), "message", sentence));
        }
        if (!"GET".equals(request.getMethod()) && !"HEAD".equals(request.getMethod())) {
            RequestContextUtils.getOutputFlashMap(request).put("problem", sentence);
            return new ModelAndView("redirect:" + formPage(request));
        }
        ModelMap model = new ModelMap("sentence", sentence);
        Requests.signedIn(request)
                .filter(user -> !user.mustChangePassword())
                .ifPresent(user ->
                        model.addAttribute("visitor", visitors.visitor(user, Requests.chosenOrganisation(request))));
        return new ModelAndView("refused", model, HttpStatus.valueOf(status));
    }

    /** @return the page of ours from which the form was sent, the start page when that is not known */
    private static String formPage(HttpServletRequest request) {
        String referer = request.getHeader(HttpHeaders.REFERER);
        try {
            URI page = referer == null ? null : URI.create(referer);
            if (page == null
                    || !request.getServerName().equalsIgnoreCase(page.getHost())
                    || page.getRawPath() == null
                    || !page.getRawPath().startsWith("/")
                    || page.getRawPath().startsWith("//")) {
                return "/";
            }
            return page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery());
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }
}
