package ru.nastavnik.mentorship;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PairListsTest {

    @Test
    void missingConsents_areNamedWithTheWayOut() {
        assertThat(PairLists.noConsent(2, 9, "Петров П. П. — дополнительные обязанности; Иванова А. П. — участие"))
                .isEqualTo(
                        "Нет согласия: 2 из 9 пар (Петров П. П. — дополнительные обязанности; Иванова А. П. — участие). "
                                + "Можно утвердить остальные 7, а эти вернуть куратору.");
    }

    @Test
    void oneOfTwo_isSaidInTheSingular() {
        assertThat(PairLists.noConsent(1, 2, "Петров П. П. — участие"))
                .isEqualTo("Нет согласия: 1 из 2 пар "
                        + "(Петров П. П. — участие). Можно утвердить оставшуюся пару, а эту вернуть куратору.");
    }

    @Test
    void whenNoneCanBeApproved_theyAllGoBack() {
        assertThat(PairLists.noConsent(1, 1, "Петров П. П. — участие"))
                .isEqualTo("Нет согласия: 1 из 1 пары (Петров П. П. — участие). Верните её куратору с замечанием.");
    }
}
