package ru.nastavnik.process.web;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import ru.nastavnik.shared.Refusal;

/**
 * The engine's REST API writes 150 lines, values included, for whatever it refuses. Of a refusal {@link ApiGuard} writes
 * one; what failed is still written as a whole. {@code logback-spring.xml} names it, so that it is there however often the
 * logs are set up.
 */
public class QuietRefusals extends TurboFilter {

    private static final Set<String> LOUD =
            Set.of("org.camunda.bpm.engine.rest.exception", "org.camunda.bpm.engine.context");
    /** The REST API writes a stack trace as a text. */
    private static final Pattern WRITTEN_REFUSAL = Pattern.compile(
            "(?:ENGINE-REST-\\w+ )?(?:org\\.camunda\\.bpm\\.engine\\.|ru\\.nastavnik\\.shared\\.Refusal).*",
            Pattern.DOTALL);

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] parameters,
            @Nullable Throwable failure) {
        if (!LOUD.contains(logger.getName())) {
            return FilterReply.NEUTRAL;
        }
        boolean refusal = (failure != null && isRefusal(failure))
                || (format != null && isWrittenRefusal(format))
                || (parameters != null && Arrays.stream(parameters).anyMatch(QuietRefusals::isAnyRefusal));
        return refusal ? FilterReply.DENY : FilterReply.NEUTRAL;
    }

    private static boolean isAnyRefusal(Object parameter) {
        return parameter instanceof Throwable failure
                ? isRefusal(failure)
                : parameter instanceof String text && isWrittenRefusal(text);
    }

    private static boolean isWrittenRefusal(String text) {
        return WRITTEN_REFUSAL.matcher(text).matches() && !text.contains("Caused by: ");
    }

    private static boolean isRefusal(Throwable failure) {
        if (failure instanceof BadUserRequestException) {
            return true;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (!(cause instanceof ProcessEngineException
                    || cause instanceof RestException
                    || cause instanceof Refusal)) {
                return false;
            }
        }
        return true;
    }
}
