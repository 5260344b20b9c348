package ru.nastavnik.process.task;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ru.nastavnik.shared.Known;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.TextLimits;

/**
 * What a Camunda Form takes in: its input fields with their types and rules. What the browser has checked is held
 * against it again on the server.
 */
class FormSchema {

    private static final Set<String> INPUTS = Set.of(
            "textfield", "textarea", "number", "datetime", "checkbox", "checklist", "radio", "select", "taglist");

    record Field(
            String key,
            String type,
            String label,
            boolean required,
            boolean conditional,
            int maxLength,
            Set<String> options,
            @Nullable String optionsKey) {}

    /** Words of FEEL and texts in it, which are no keys. */
    private static final Pattern NO_KEYS =
            Pattern.compile("\"[^\"]*\"|\\b(?:null|true|false|and|or|not|in|if|then|else|"
                    + "count|contains|list contains|some|every|satisfies)\\b");

    private static final Pattern KEY = Pattern.compile("[A-Za-z_]\\w*");

    private final Map<String, Field> fields = new LinkedHashMap<>();
    /** What the form reads: values, choices and conditions by their keys. */
    private final Set<String> shown = new TreeSet<>();

    private final Map<String, Set<String>> columns = new TreeMap<>();

    FormSchema(JsonNode form) {
        collect(form, false);
    }

    private void collect(JsonNode parent, boolean conditionalParent) {
        for (JsonNode component : parent.path("components")) {
            boolean conditional =
                    conditionalParent || component.path("conditional").hasNonNull("hide");
            collectShown(component);
            collect(component, conditional);
            String type = component.path("type").asText();
            if (!INPUTS.contains(type)
                    || component.path("disabled").asBoolean()
                    || component.path("readonly").asBoolean()) {
                continue;
            }
            String key = component.path("key").asText();
            JsonNode rules = component.path("validate");
            String label = component
                    .path(type.equals("datetime") ? "dateLabel" : "label")
                    .asText();
            Set<String> options = new HashSet<>();
            component
                    .path("values")
                    .forEach(option -> options.add(option.path("value").asText()));
            Field field = new Field(
                    key,
                    type,
                    label,
                    rules.path("required").asBoolean(),
                    conditional,
                    Math.min(rules.path("maxLength").asInt(TextLimits.TEXT), TextLimits.TEXT),
                    options,
                    component.path("valuesKey").asText(null));
            fields.merge(key, field, FormSchema::either);
        }
    }

    /** The same key may stand in two groups of which one is hidden: then neither is required by the form alone. */
    private static Field either(Field one, Field other) {
        Set<String> options = new HashSet<>(one.options);
        options.addAll(other.options);
        return new Field(
                one.key,
                one.type,
                one.label,
                one.required && other.required,
                true,
                Math.max(one.maxLength, other.maxLength),
                options,
                one.optionsKey != null ? one.optionsKey : other.optionsKey);
    }

    private void collectShown(JsonNode component) {
        for (String reads : List.of("key", "valuesKey")) {
            if (component.hasNonNull(reads)) {
                shown.add(component.path(reads).asText());
            }
        }
        KEY.matcher(NO_KEYS.matcher(component.path("conditional").path("hide").asText())
                        .replaceAll(" "))
                .results()
                .forEach(key -> shown.add(key.group()));
        if (component.hasNonNull("dataSource")) {
            String table = component.path("dataSource").asText().replaceFirst("^=", "");
            shown.add(table);
            component
                    .path("columns")
                    .forEach(column -> columns.computeIfAbsent(table, key -> new TreeSet<>())
                            .add(column.path("key").asText()));
        }
    }

    /** @return keys of what is entered */
    Set<String> keys() {
        return fields.keySet();
    }

    /** @return keys of what may be shown, those of the inputs among them: a value shown there is what stands in it first */
    Set<String> shown() {
        return shown;
    }

    /** @return columns of this table; nothing when the form has no such table */
    Set<String> columns(String table) {
        return columns.getOrDefault(table, Set.of());
    }

    /** @return what can be chosen in this field without asking anybody */
    Set<String> options(String key) {
        return Known.in(fields, key).options;
    }

    /**
     * Holds what was entered against the form.
     *
     * @param entered keys and plain values as they came
     * @param shown   what the form showed, for the choices
     * @return the values that were entered, with nothing for empty fields
     * @throws Refusal with a sentence that names the field
     */
    Map<String, Object> check(Map<String, Object> entered, Map<String, Object> shown) {
        for (String key : entered.keySet()) {
            if (!fields.containsKey(key)) {
                throw Refusal.invalid("В форме нет поля «" + shorten(key) + "». Откройте задачу заново.");
            }
        }
        Map<String, Object> checked = new LinkedHashMap<>();
        for (Field field : fields.values()) {
            Object value = checkValue(field, entered.get(field.key), shown);
            if (value != null) {
                checked.put(field.key, value);
            } else if (field.required && !field.conditional) {
                throw Refusal.invalid("Заполните поле «" + field.label + "».");
            }
        }
        return checked;
    }

    /**
     * @param checked what was entered, as {@link #check} has let it through
     * @return the days among it by their fields
     */
    Map<Field, LocalDate> days(Map<String, Object> checked) {
        Map<Field, LocalDate> days = new LinkedHashMap<>();
        fields.values().stream()
                .filter(field -> field.type.equals("datetime") && checked.containsKey(field.key))
                .forEach(field -> days.put(field, LocalDate.parse(String.valueOf(checked.get(field.key)))));
        return days;
    }

    private static @Nullable Object checkValue(Field field, @Nullable Object value, Map<String, Object> shown) {
        if (value == null || "".equals(value)) {
            return null;
        }
        return switch (field.type) {
            case "checkbox" -> {
                if (!(value instanceof Boolean)) {
                    throw wrongValue(field);
                }
                yield value;
            }
            case "number" -> {
                if (!(value instanceof Number)) {
                    throw wrongValue(field);
                }
                yield value;
            }
            case "checklist", "taglist" -> {
                if (!(value instanceof List<?> list)) {
                    throw wrongValue(field);
                }
                List<String> chosen = new ArrayList<>();
                for (Object item : list) {
                    String option = option(field, item, shown);
                    if (!chosen.contains(option)) {
                        chosen.add(option);
                    }
                }
                yield chosen.isEmpty() ? null : chosen;
            }
            case "radio", "select" -> option(field, value, shown);
            case "datetime" -> date(field, value);
            default -> text(field, value);
        };
    }

    private static String option(Field field, Object value, Map<String, Object> shown) {
        boolean known = value instanceof String
                && (field.options.contains(value)
                        || (field.optionsKey != null
                                && shown.get(field.optionsKey) instanceof List<?> choices
                                && choices.stream()
                                        .anyMatch(choice -> ((FormData.Choice) choice)
                                                .value()
                                                .equals(value))));
        if (!known) {
            throw Refusal.invalid(
                    "В поле «" + field.label + "» выбрано то, чего в списке уже нет. Откройте задачу заново.");
        }
        return (String) value;
    }

    private static String date(Field field, Object value) {
        try {
            LocalDate date = LocalDate.parse(String.valueOf(value));
            if (date.getYear() < 1900 || date.getYear() > 2200) {
                throw wrongValue(field);
            }
            return date.toString();
        } catch (DateTimeParseException e) {
            throw wrongValue(field);
        }
    }

    private static @Nullable String text(Field field, Object value) {
        if (!(value instanceof String text)) {
            throw wrongValue(field);
        }
        if (text.length() > field.maxLength) {
            throw Refusal.invalid("В поле «" + field.label + "» " + text.length() + " знаков, а помещается "
                    + field.maxLength + ". Сократите текст.");
        }
        if (text.indexOf('\0') >= 0) {
            throw wrongValue(field);
        }
        return text.isBlank() ? null : text;
    }

    private static Refusal wrongValue(Field field) {
        return Refusal.invalid("В поле «" + field.label + "» стоит значение, которое не подходит. Исправьте его.");
    }

    private static String shorten(String key) {
        return key.length() > 40 ? key.substring(0, 40) + "…" : key;
    }
}
