package ru.nastavnik.process.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a person is told instead of an error of the engine.
 *
 * @param status   HTTP status
 * @param type     kind of the error, for scripts
 * @param sentence Russian sentence
 */
record EngineAnswer(int status, String type, String sentence) {

    static final EngineAnswer FAILURE = new EngineAnswer(
            500,
            "Failure",
            "Не получилось: в программе произошёл сбой. Повторите позже; если повторится, сообщите администратору.");

    private static final EngineAnswer NO_TASK = new EngineAnswer(404, "NotFound", "Такой задачи нет, или она не ваша.");
    private static final EngineAnswer NOTHING = new EngineAnswer(404, "NotFound", "Этого здесь нет, или оно не ваше.");
    private static final EngineAnswer CLAIMED =
            new EngineAnswer(409, "Conflict", "Эту задачу уже взял в работу другой сотрудник.");
    private static final EngineAnswer SUSPENDED =
            new EngineAnswer(409, "Conflict", "Работа по этой задаче приостановлена. Обратитесь к куратору.");
    private static final EngineAnswer OVERTAKEN =
            new EngineAnswer(409, "Conflict", "Кто-то изменил это одновременно с вами. Откройте задачу заново.");
    private static final EngineAnswer FORBIDDEN = new EngineAnswer(403, "Forbidden", "Это действие вам не разрешено.");
    private static final EngineAnswer STALE =
            new EngineAnswer(403, "Forbidden", "Страница устарела. Обновите её и войдите заново.");
    private static final EngineAnswer LOGGED_OUT =
            new EngineAnswer(401, "Unauthorized", "Сеанс закончился. Войдите снова.");
    private static final EngineAnswer UNREADABLE =
            new EngineAnswer(400, "BadRequest", "Запрос не понят. Обновите страницу и повторите.");

    private static final Pattern SENTENCE = Pattern.compile("[А-ЯЁ«].*", Pattern.DOTALL);
    private static final Pattern OF_TASK = Pattern.compile("\\btask\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern MISSING = Pattern.compile(
            "cannot find|no matching|does not exist|is null|belongs to no authenticated tenant|cannot get form for task",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DATABASE =
            Pattern.compile("ENGINE-03(?:004|083|084)|database", Pattern.CASE_INSENSITIVE);

    /**
     * @param status  status that the engine gave, 400 or more
     * @param body    what it wrote, usually JSON with type and message
     * @param message what it said instead of a body; null when nothing
     */
    static EngineAnswer to(int status, byte[] body, @Nullable String message, ObjectMapper json) {
        String type = "";
        String text = message == null ? "" : message;
        try {
            JsonNode error = body.length == 0 ? null : json.readTree(body);
            if (error != null && error.isObject()) {
                type = error.path("type").asText();
                text = error.path("message").asText();
            }
        } catch (IOException e) {
            text = "";
        }
        return to(status, type, text);
    }

    private static EngineAnswer to(int status, String type, String text) {
        Matcher sentence = SENTENCE.matcher(text);
        if (sentence.find()) {
            return new EngineAnswer(status >= 500 ? 409 : status, type, sentence.group());
        }
        if (text.contains("already claimed")) {
            return CLAIMED;
        }
        if (text.contains("is suspended")) {
            return SUSPENDED;
        }
        if (type.startsWith("OptimisticLocking") || text.contains("ENGINE-03005") || text.contains("ENGINE-03006")) {
            return OVERTAKEN;
        }
        if (text.startsWith("CSRFPreventionFilter")) {
            return STALE;
        }
        if (status == 401) {
            return LOGGED_OUT;
        }
        if (status == 403 || type.startsWith("AuthorizationException")) {
            return FORBIDDEN;
        }
        if (MISSING.matcher(text).find() || status == 404) {
            return OF_TASK.matcher(text).find() ? NO_TASK : NOTHING;
        }
        return status < 500 || isMistakeOfRequest(type, text) ? UNREADABLE : FAILURE;
    }

    /** What the engine itself noticed and named is a mistake of the request; what the database or Java threw is not. */
    private static boolean isMistakeOfRequest(String type, String text) {
        return switch (type) {
            case "RestException",
                    "InvalidRequestException",
                    "ProcessEngineException",
                    "BadUserRequestException",
                    "NullValueException",
                    "NotValidException",
                    "NotFoundException",
                    "QueryMaxResultsLimitExceededException" ->
                !DATABASE.matcher(text).find();
            default -> false;
        };
    }
}
