package ru.nastavnik.process.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PairFormsTest {

    @Test
    void pairsAreCountedInRussian() {
        assertThat(List.of(1, 2, 5, 11, 13, 21, 22, 112))
                .extracting(PairForms::count)
                .containsExactly("1 пара", "2 пары", "5 пар", "11 пар", "13 пар", "21 пара", "22 пары", "112 пар");
    }
}
