package ru.nastavnik.process.task;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.nastavnik.shared.Refusal;

/**
 * What a person entered into a form. Keys, types, lengths and choices have been held against the form before; here the
 * values get their types, and what the form's own rules cannot say is asked for.
 */
public class Answers {

    private final FormSchema form;
    private final Map<String, Object> values;

    /**
     * @param form   whose fields may be read; to read another one is a defect of the work
     * @param values what was entered into some of them
     */
    Answers(FormSchema form, Map<String, Object> values) {
        this.form = form;
        this.values = values;
    }

    private @Nullable Object entered(String key) {
        if (!form.keys().contains(key)) {
            throw new IllegalStateException("The form has no field " + key);
        }
        return values.get(key);
    }

    /** @return the trimmed text; null when nothing was entered */
    public @Nullable String text(String key) {
        Object value = entered(key);
        return value == null || value.toString().isBlank()
                ? null
                : value.toString().strip();
    }

    /** @throws Refusal with the sentence when nothing was entered */
    public String required(String key, String sentence) {
        String value = text(key);
        if (value == null) {
            throw Refusal.invalid(sentence);
        }
        return value;
    }

    /** @return the date; null when nothing was entered */
    public @Nullable LocalDate date(String key) {
        String value = text(key);
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("Дата «" + value + "» не разобрана. Выберите её в календаре.");
        }
    }

    public LocalDate requiredDate(String key, String sentence) {
        LocalDate date = date(key);
        if (date == null) {
            throw Refusal.invalid(sentence);
        }
        return date;
    }

    public boolean flag(String key) {
        return Boolean.TRUE.equals(entered(key));
    }

    /** @return the chosen value; null when nothing was chosen */
    public <E extends Enum<E>> @Nullable E choice(String key, Class<E> type) {
        String value = text(key);
        if (value == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.invalid("Такого варианта ответа нет. Откройте задачу заново и выберите из списка."));
    }

    public <E extends Enum<E>> E requiredChoice(String key, Class<E> type, String sentence) {
        E chosen = choice(key, type);
        if (chosen == null) {
            throw Refusal.invalid(sentence);
        }
        return chosen;
    }

    /** @return the chosen id; null when nothing was chosen */
    public @Nullable UUID id(String key) {
        String value = text(key);
        return value == null ? null : uuid(value);
    }

    public UUID requiredId(String key, String sentence) {
        return uuid(required(key, sentence));
    }

    /** @return what was ticked, in the order of the list; empty when nothing was */
    public List<String> texts(String key) {
        return entered(key) instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }

    /** @return the ids that were ticked */
    public List<UUID> ids(String key) {
        return texts(key).stream().map(Answers::uuid).toList();
    }

    private static UUID uuid(String value) {
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("Такого варианта ответа нет. Откройте задачу заново и выберите из списка.");
        }
    }
}
