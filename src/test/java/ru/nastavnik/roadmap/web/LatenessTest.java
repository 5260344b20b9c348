package ru.nastavnik.roadmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatenessTest {

    @ParameterizedTest
    @CsvSource({
        "1, Срок прошёл вчера",
        "3, Срок прошёл 3 дня назад",
        "5, Срок прошёл 5 дней назад",
        "11, Срок прошёл 11 дней назад",
        "21, Срок прошёл 21 день назад",
        "112, Срок прошёл 112 дней назад",
        "122, Срок прошёл 122 дня назад"
    })
    void saidAsAtSchool(long days, String sentence) {
        assertThat(Lateness.sentence(days)).isEqualTo(sentence);
    }

    @Test
    void nothingIsSaidInTime() {
        assertThat(Lateness.sentence(0)).isNull();
    }
}
