package ru.nastavnik.process.task;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;
import ru.nastavnik.shared.RussianDate;

/**
 * What a form shows: plain values, tables and choices by the key that the form reads. A key that the form does not read is
 * a defect of the work.
 */
public class FormData {

    /** One option of a list. */
    public record Choice(String label, String value) {}

    private final FormSchema form;
    private final Map<String, Object> values = new LinkedHashMap<>();

    FormData(FormSchema form) {
        this.form = form;
    }

    /** A text, a number, a yes or no; null shows nothing. */
    public FormData put(String key, @Nullable Object value) {
        values.put(known(key), value instanceof LocalDate date ? date.toString() : value);
        return this;
    }

    /** Options to choose from; an answer must be one of them. */
    public FormData choices(String key, List<Choice> choices) {
        values.put(known(key), choices);
        return this;
    }

    /** Fills a table or a list; the components of the record are its columns. */
    public FormData rows(String table, List<? extends Record> rows) {
        values.put(known(table), rows.stream().map(row -> cells(table, row)).toList());
        return this;
    }

    private Map<String, Object> cells(String table, Record row) {
        Map<String, Object> cells = new LinkedHashMap<>();
        for (RecordComponent column : row.getClass().getRecordComponents()) {
            if (!form.columns(table).contains(column.getName())) {
                throw new IllegalStateException("The form's table " + table + " has no column " + column.getName());
            }
            cells.put(column.getName(), cell(row, column));
        }
        return cells;
    }

    private static @Nullable Object cell(Record row, RecordComponent column) {
        Method accessor = column.getAccessor();
        accessor.setAccessible(true);
        return ReflectionUtils.invokeMethod(accessor, row);
    }

    private String known(String key) {
        if (!form.shown().contains(key)) {
            throw new IllegalStateException("The form reads no " + key);
        }
        return key;
    }

    public Map<String, Object> values() {
        return values;
    }

    /** @return «01.09.2026»; an empty text for null */
    public static String date(@Nullable LocalDate date) {
        return date == null ? "" : RussianDate.of(date);
    }

    /** @return «01.09.2026 – 31.05.2027» */
    public static String period(LocalDate from, LocalDate to) {
        return date(from) + " – " + date(to);
    }
}
