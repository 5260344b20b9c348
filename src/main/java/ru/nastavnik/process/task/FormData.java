package ru.nastavnik.process.task;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    public FormData put(String key, Object value) {
        values.put(known(key), value instanceof LocalDate date ? date.toString() : value);
        return this;
    }

    /** Options to choose from; an answer must be one of them. */
    public FormData choices(String key, List<Choice> choices) {
        values.put(known(key), choices);
        return this;
    }

    /** Fills a table: the columns are the components of the record. */
    public FormData rows(String table, List<? extends Record> rows) {
        values.put(table, List.copyOf(rows));
        return this;
    }

    /** Adds a row to a table. Columns and cells alternate: {@code row("pairs", "mentor", "Иванова А. П.")}. */
    public FormData row(String table, String... columnsAndCells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < columnsAndCells.length; i += 2) {
            if (!form.columns(table).contains(columnsAndCells[i])) {
                throw new IllegalStateException("The form's table " + table + " has no column " + columnsAndCells[i]);
            }
            row.put(columnsAndCells[i], columnsAndCells[i + 1]);
        }
        rows(table).add(row);
        return this;
    }

    /** Adds a row to a table; the components of the record are its columns. */
    public FormData row(String table, Record row) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (RecordComponent column : row.getClass().getRecordComponents()) {
            cells.put(column.getName(), cell(row, column));
        }
        rows(table).add(cells);
        return this;
    }

    private static String cell(Record row, RecordComponent column) {
        try {
            column.getAccessor().setAccessible(true);
            return (String) column.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes sure that the table is there, though it may stay empty. */
    public FormData table(String table) {
        rows(table);
        return this;
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, String>> rows(String table) {
        return (List<Map<String, String>>) values.computeIfAbsent(known(table), key -> new ArrayList<>());
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
    public static String date(LocalDate date) {
        return date == null ? "" : RussianDate.of(date);
    }

    /** @return «01.09.2026 – 31.05.2027» */
    public static String period(LocalDate from, LocalDate to) {
        return date(from) + " – " + date(to);
    }
}
