package ru.nastavnik.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

public class RussianTextTest {

    /** What is typed, where it is looked for, whether it is found there. */
    public record Search(String typed, String text, boolean found) {}

    /** @return examples of the rule; the lists of forms are tested with the same ones in the browser */
    public static Stream<Search> searches() {
        return Stream.of(
                new Search("", "Иванова Анна", true),
                new Search("  ", "Иванова Анна", true),
                new Search("иван", "Иванова Анна", true),
                new Search("ИВАНОВА", "иванова анна", true),
                new Search("Анна Иванова", "Иванова Анна Петровна", true),
                new Search("Иванова Петровна", "Иванова Анна Петровна", true),
                new Search("  Анна   Иванова ", "Иванова Анна", true),
                new Search("Анна\u00a0Иванова", "Иванова Анна", true),
                new Search("Анна Петрова", "Иванова Анна Сергеевна", false),
                new Search("елкина", "Ёлкина Алёна", true),
                new Search("Ёлкина", "Елкина Алена", true),
                new Search("Е\u0308лкина", "Ёлкина", true),
                new Search("Зайцев", "Заи\u0306цев", true),
                new Search("Иванова", "Ива\u0301нова", true),
                new Search("О'Нил", "О’Нил Шон", true),
                new Search("О`Нил", "О'Нил Шон", true),
                new Search("онил", "О'Нил Шон", true),
                new Search("Соловьёва-Ким", "Соловьёва – Ким Анна", true),
                new Search("Соловьева Ким", "Соловьёва-Ким Анна", true),
                new Search("Соловьёва — Ким", "Соловьёва\u2011Ким Анна", true),
                new Search("Соловьёва", "Соло\u00adвьёва", true),
                new Search("bdfyjdf", "Иванова Анна", true),
                new Search("fyyf bdfyjdf", "Иванова Анна", true),
                new Search("`krbyf", "Ёлкина", true),
                new Search("'kmdbhf", "Эльвира", true),
                new Search(";erjd", "Жуков", true),
                new Search("<jhbc", "Борис", true),
                new Search("Ann", "Smith Ann", true),
                new Search("Иванова", "Ивaнова, с латинской буквой", true),
                new Search("%", "Иванова", false),
                new Search("_", "Иванова", false),
                new Search("\\", "Иванова", false),
                new Search("Иванова Анна, 9", "Иванова Анна Петровна, 9 «А»", true));
    }

    @ParameterizedTest
    @MethodSource("searches")
    void search_findsWhatPeopleMean(Search search) {
        assertThat(RussianText.finds(search.typed(), search.text())).isEqualTo(search.found());
    }

    @Test
    void names_standAsInARussianDictionary_whateverTheirFormIs() {
        List<String> dictionary = List.of(
                "Агеев Пётр",
                "Елкин Яков",
                "ерофеев Антон",
                "Ефимов Пётр",
                "Ёжиков Антон",
                "Е\u0308лкина Анна",
                "Ёлкина Белла",
                "Жуков Антон",
                "Иванов Яков",
                "Иванова-Агеева Анна",
                "Иванова Анна",
                "Иванова\u00a0Белла",
                "Иванова Яна",
                "Яковлев Антон",
                "Яковлев Артём");
        List<String> shuffled = new ArrayList<>(dictionary);
        Collections.shuffle(shuffled, new Random(7));

        assertThat(shuffled.stream().sorted(RussianText.by(Function.identity())).toList())
                .isNotEqualTo(shuffled)
                .isEqualTo(dictionary);
    }
}
