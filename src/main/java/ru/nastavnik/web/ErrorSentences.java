package ru.nastavnik.web;

import java.util.Map;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/** Scripts, too, get a sentence for the person where a request fails before it reaches a page of ours. */
@Component
class ErrorSentences extends DefaultErrorAttributes {

    @Override
    public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        Map<String, Object> attributes = super.getErrorAttributes(request, options);
        int status = attributes.get("status") instanceof Integer number ? number : 500;
        attributes.put("message", sentence(status));
        return attributes;
    }

    private static String sentence(int status) {
        return switch (status) {
            case 401 -> "Сеанс закончился. Войдите снова.";
            case 403 -> "Это действие вам не разрешено. Если вы только что входили заново, обновите страницу.";
            case 404 -> "Этого здесь нет, или оно не ваше.";
            case 409 -> "Кто-то изменил это раньше вас. Обновите страницу.";
            default ->
                status < 500
                        ? "Запрос не понят. Обновите страницу и повторите."
                        : "Не получилось: в программе произошёл сбой. Повторите позже; если повторится, сообщите администратору.";
        };
    }
}
