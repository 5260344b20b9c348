package ru.nastavnik.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * A variable of a process: an id, an enum's name, a yes or no, a date. Never a name of a person or a typed text.
 *
 * @param name as in the models
 * @param type type of its value
 */
public record ProcessVariable<T>(String name, Class<T> type) {

    /** The programme to which an instance belongs. */
    public static final ProcessVariable<String> PROGRAMME_ID = text("programmeId");

    public static ProcessVariable<String> text(String name) {
        return new ProcessVariable<>(name, String.class);
    }

    public static ProcessVariable<Boolean> flag(String name) {
        return new ProcessVariable<>(name, Boolean.class);
    }

    /** @throws IllegalStateException when it is not set: a defect of the model */
    public T in(VariableScope scope) {
        Object value = scope.getVariable(name);
        if (value == null) {
            throw new IllegalStateException("Process variable '" + name + "' is missing");
        }
        return type.cast(value);
    }

    public void set(VariableScope scope, T value) {
        scope.setVariable(name, value);
    }

    public Map<String, Object> of(T value) {
        return Map.of(name, value);
    }
}
