package ru.nastavnik.process.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.nastavnik.process.task.FormData.Choice;
import ru.nastavnik.shared.Refusal;

class FormSchemaTest {

    private static final FormSchema FORM = schema("""
      {"components": [
        {"type": "text", "text": "Что сделать"},
        {"type": "textarea", "key": "shown", "label": "Показано", "disabled": true},
        {"type": "textfield", "key": "locked", "label": "Закрыто", "readonly": true},
        {"type": "table", "key": "rows", "label": "Строки"},
        {"type": "textfield", "key": "title", "label": "Название", "validate": {"required": true, "maxLength": 10}},
        {"type": "textarea", "key": "note", "label": "Заметка"},
        {"type": "datetime", "key": "heldOn", "dateLabel": "Когда"},
        {"type": "checkbox", "key": "more", "label": "Есть ещё"},
        {"type": "number", "key": "hours", "label": "Часы"},
        {"type": "radio", "key": "decision", "label": "Решение",
         "values": [{"label": "Да", "value": "APPROVE"}, {"label": "Нет", "value": "RETURN"}]},
        {"type": "select", "key": "mentorId", "label": "Наставник", "valuesKey": "mentors"},
        {"type": "checklist", "key": "approvedIds", "label": "Утвердить", "valuesKey": "pairs"},
        {"type": "group", "components": [
          {"type": "textfield", "key": "reason", "label": "Причина", "validate": {"required": true},
           "conditional": {"hide": "=decision != \\"RETURN\\""}}]}]}""");
    private static final Map<String, Object> SHOWN = Map.of(
            "mentors", List.of(new Choice("Иванова", "m1"), new Choice("Петрова", "m2")),
            "pairs", List.of(new Choice("Пара 1", "p1"), new Choice("Пара 2", "p2")));

    @Test
    void whatTheFormAsksFor_comesBackAsItWasEntered_andEmptyFieldsAsNothing() {
        assertThat(check(
                        "title",
                        "Совет",
                        "note",
                        " ",
                        "heldOn",
                        "2025-10-01",
                        "more",
                        false,
                        "hours",
                        2,
                        "decision",
                        "APPROVE",
                        "mentorId",
                        "m2",
                        "approvedIds",
                        List.of("p2", "p1"),
                        "reason",
                        ""))
                .isEqualTo(Map.of(
                        "title",
                        "Совет",
                        "heldOn",
                        "2025-10-01",
                        "more",
                        false,
                        "hours",
                        2,
                        "decision",
                        "APPROVE",
                        "mentorId",
                        "m2",
                        "approvedIds",
                        List.of("p2", "p1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"programmeId", "shown", "locked", "rows", "mentors"})
    void keyThatTheFormDoesNotTakeIn_isRefused(String key) {
        assertRefused("нет поля «" + key + "»", "title", "Совет", key, "что-то");
    }

    @Test
    void longKey_isNotRepeatedInFull() {
        assertThatThrownBy(() -> check("title", "Совет", "к".repeat(5000), "x"))
                .isInstanceOf(Refusal.class)
                .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(120));
    }

    @Test
    void missingRequiredField_isAskedFor_byItsLabel() {
        assertRefused("Заполните поле «Название».");
        assertRefused("Заполните поле «Название».", "title", "   ");
        assertRefused("Заполните поле «Название».", "title", null);
    }

    @Test
    void requiredFieldThatMayBeHidden_isLeftToTheTask() {
        assertThat(check("title", "Совет", "decision", "APPROVE")).doesNotContainKey("reason");
        assertThat(check("title", "Совет", "decision", "RETURN", "reason", "Мало пар"))
                .containsEntry("reason", "Мало пар");
    }

    @Test
    void optionThatIsNotInTheList_isRefused_staticOrFromData() {
        assertRefused("В поле «Решение» выбрано то, чего в списке уже нет", "title", "Совет", "decision", "FIRE");
        assertRefused("В поле «Наставник» выбрано то, чего в списке уже нет", "title", "Совет", "mentorId", "m3");
        assertRefused(
                "В поле «Утвердить» выбрано то, чего в списке уже нет",
                "title",
                "Совет",
                "approvedIds",
                List.of("p1", "m1"));
        assertThatThrownBy(() -> FORM.check(Map.of("title", "Совет", "mentorId", "m1"), Map.of()))
                .as("no list has been shown")
                .isInstanceOf(Refusal.class);
    }

    @Test
    void valueOfAnotherType_isRefused() {
        assertRefused("В поле «Название» стоит значение", "title", 5);
        assertRefused("В поле «Название» стоит значение", "title", List.of("Совет"));
        assertRefused("В поле «Есть ещё» стоит значение", "title", "Совет", "more", "true");
        assertRefused("В поле «Часы» стоит значение", "title", "Совет", "hours", "2");
        assertRefused("В поле «Утвердить» стоит значение", "title", "Совет", "approvedIds", "p1");
        assertRefused("В поле «Решение» выбрано", "title", "Совет", "decision", List.of("APPROVE"));
        assertRefused("В поле «Утвердить» выбрано", "title", "Совет", "approvedIds", Arrays.asList("p1", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01.10.2025",
                "2025-13-01",
                "2025-02-30",
                "2025-10-01T00:00",
                "0025-10-01",
                "12025-10-01",
                "завтра"
            })
    void dateThatIsNone_isRefused(String date) {
        assertRefused("В поле «Когда» стоит значение", "title", "Совет", "heldOn", date);
    }

    @Test
    void textOverItsLimit_isRefused_withBothFigures() {
        assertThat(check("title", "0123456789")).containsEntry("title", "0123456789");
        assertRefused("В поле «Название» 11 знаков, а помещается 10", "title", "0123456789А");
        assertThat(check("title", "Совет", "note", "я".repeat(4000))).containsKey("note");
        assertRefused("В поле «Заметка» 5000 знаков, а помещается 4000", "title", "Совет", "note", "я".repeat(5000));
    }

    @Test
    void zeroCharacter_isRefused_becauseNoDatabaseKeepsIt() {
        assertRefused("В поле «Заметка» стоит значение", "title", "Совет", "note", "а\0б");
    }

    @Test
    void choiceMadeTwice_countsOnce() {
        assertThat(check("title", "Совет", "approvedIds", List.of("p1", "p1")))
                .containsEntry("approvedIds", List.of("p1"));
    }

    @Test
    void markup_isAnOrdinaryText() {
        assertThat(check("title", "<b>я</b>")).containsEntry("title", "<b>я</b>");
    }

    @Test
    void keyInTwoGroups_takesTheOptionsOfBoth_andIsNotRequiredByTheForm() {
        FormSchema form = schema("""
        {"components": [
          {"type": "group", "conditional": {"hide": "=a"}, "components": [
            {"type": "select", "key": "who", "label": "Кто", "validate": {"required": true},
             "values": [{"label": "А", "value": "A"}]}]},
          {"type": "group", "components": [
            {"type": "select", "key": "who", "label": "Кто", "validate": {"required": true},
             "values": [{"label": "Б", "value": "B"}]}]}]}""");
        assertThat(form.check(Map.of("who", "A"), Map.of())).containsEntry("who", "A");
        assertThat(form.check(Map.of("who", "B"), Map.of())).containsEntry("who", "B");
        assertThat(form.check(Map.of(), Map.of())).isEmpty();
    }

    private static Map<String, Object> check(Object... keysAndValues) {
        Map<String, Object> entered = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            entered.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return FORM.check(entered, SHOWN);
    }

    private static void assertRefused(String sentence, Object... keysAndValues) {
        assertThatThrownBy(() -> check(keysAndValues))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(sentence)
                .satisfies(refusal -> assertThat(((Refusal) refusal).kind()).isEqualTo(Refusal.Kind.INVALID_INPUT));
    }

    private static FormSchema schema(String json) {
        try {
            return new FormSchema(new ObjectMapper().readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
