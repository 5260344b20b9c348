package ru.nastavnik.process.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import ru.nastavnik.shared.Refusal;

/**
 * How much may be asked of the engine at once. A question of a few kilobytes with thousands of alternatives keeps the
 * database busy for half a minute; Tasklist and Cockpit ask for a few.
 */
final class QueryBounds {

    private static final int MAX_BODY = 100_000;
    private static final int MAX_DEPTH = 10;
    private static final int MAX_LIST = 500;
    private static final int MAX_ALTERNATIVES = 10;
    private static final int MAX_PARTS = 5_000;
    private static final int MAX_DIGITS = 30;
    private static final String ALTERNATIVES = "orQueries";
    /** What a form submits is held by a bound of its own. */
    private static final Pattern SUBMIT = Pattern.compile(".*/submit-form");

    private QueryBounds() {}

    /**
     * @return the same request; what it asks has been read
     * @throws Refusal when it asks too much
     */
    static HttpServletRequest held(HttpServletRequest request, ObjectMapper json) throws IOException {
        String type = request.getContentType();
        boolean asks = type != null && type.regionMatches(true, 0, MediaType.APPLICATION_JSON_VALUE, 0, 16);
        if (!asks || SUBMIT.matcher(request.getRequestURI()).matches()) {
            return request;
        }
        byte[] body = request.getInputStream().readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            throw tooMuch();
        }
        try (JsonParser parser = json.createParser(body)) {
            hold(parser);
        } catch (StreamConstraintsException e) {
            throw noSuchNumber();
        } catch (JsonProcessingException e) {
            // It is no JSON: the engine says so itself.
            return new Read(request, body);
        }
        return new Read(request, body);
    }

    private static void hold(JsonParser parser) throws IOException {
        Deque<int[]> lists = new ArrayDeque<>();
        int parts = 0;
        int alternatives = 0;
        @Nullable String name = null;
        Deque<Boolean> ofAlternatives = new ArrayDeque<>();
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.FIELD_NAME) {
                name = parser.currentName();
                continue;
            }
            if (token.isStructEnd()) {
                lists.pop();
                ofAlternatives.pop();
                continue;
            }
            if (token.isNumeric() && parser.getTextLength() > MAX_DIGITS) {
                throw noSuchNumber();
            }
            parts++;
            int[] list = lists.peek();
            if (list != null && list[0] >= 0 && ++list[0] > MAX_LIST) {
                throw tooMuch();
            }
            if (Boolean.TRUE.equals(ofAlternatives.peek()) && ++alternatives > MAX_ALTERNATIVES) {
                throw tooMuch();
            }
            if (token.isStructStart()) {
                boolean array = token == JsonToken.START_ARRAY;
                // A list counts its parts; an object, marked by -1, does not.
                lists.push(new int[] {array ? 0 : -1});
                ofAlternatives.push(array && ALTERNATIVES.equals(name));
                name = null;
            }
            if (parts > MAX_PARTS || lists.size() > MAX_DEPTH) {
                throw tooMuch();
            }
        }
    }

    private static Refusal noSuchNumber() {
        return Refusal.invalid("В запросе число, которого не бывает. Исправьте его.");
    }

    private static Refusal tooMuch() {
        return Refusal.invalid("В запросе слишком много условий. Уменьшите их число.");
    }

    /** A request whose body has been read and can be read again. */
    private static class Read extends HttpServletRequestWrapper {

        private final byte[] body;

        Read(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            ByteArrayInputStream bytes = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return bytes.read();
                }

                @Override
                public int read(byte[] into, int from, int length) {
                    return bytes.read(into, from, length);
                }

                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("It has been read");
                }
            };
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }
}
