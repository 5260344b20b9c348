package ru.nastavnik.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LabelsTest {

    private static final LocalDate BORN = LocalDate.of(2011, 2, 14);

    private static final PersonName ANNA = new PersonName("Иванова", "Анна", "Петровна", "учитель", null);
    private static final PersonName ALLA = new PersonName("Иванова", "Алла", "Павловна", "учитель", null);
    private static final PersonName PUPIL = new PersonName("Иванова", "Анна", "Петровна", "9 «А»", BORN);
    private static final PersonName OLDER = new PersonName("Иванова", "Анна", "Петровна", "9 «А»", BORN.minusDays(1));
    private static final PersonName PETR = new PersonName("Петров", "Пётр", null, null, null);

    @Test
    @DisplayName("the ways to tell people apart are taken one after the other, by those only who read the same")
    void labels_sayAsMuchAsTellsThemApart() {
        assertThat(labels(Labels.SHORT, ANNA, PETR)).containsExactly("Иванова А. П.", "Петров П.");
        assertThat(labels(Labels.SHORT, ANNA, ALLA, PETR))
                .containsExactly("Иванова Анна Петровна", "Иванова Алла Павловна", "Петров П.");
        assertThat(labels(Labels.SHORT, ANNA, PUPIL, ALLA))
                .containsExactly(
                        "Иванова Анна Петровна, учитель", "Иванова Анна Петровна, 9 «А»", "Иванова Алла Павловна");
        assertThat(labels(Labels.SHORT, ANNA, PUPIL, OLDER))
                .containsExactly(
                        "Иванова Анна Петровна, учитель",
                        "Иванова Анна Петровна, 9 «А», род. 14.02.2011",
                        "Иванова Анна Петровна, 9 «А», род. 13.02.2011");
        assertThat(labels(Labels.FULL, ANNA, ALLA, PUPIL))
                .containsExactly(
                        "Иванова Анна Петровна, учитель", "Иванова Алла Павловна", "Иванова Анна Петровна, 9 «А»");
    }

    @Test
    @DisplayName("what only looks the same is told apart too, and so are two of whom all is the same")
    void labels_areNeverTheSame() {
        // The second letter is a Latin one.
        PersonName latin = new PersonName("Пeтров", "Павел", null, null, null);
        assertThat(labels(Labels.SHORT, PETR, latin)).containsExactly("Петров Пётр", "Пeтров Павел");
        assertThat(labels(Labels.SHORT, ANNA, ANNA))
                .doesNotHaveDuplicates()
                .allMatch(label -> label.matches("Иванова Анна Петровна, учитель, запись [0-9a-f]{8}"));
    }

    private static List<String> labels(Labels from, PersonName... names) {
        Map<UUID, PersonName> people = new LinkedHashMap<>();
        Arrays.stream(names).forEach(name -> people.put(UUID.randomUUID(), name));
        Map<UUID, String> labels = from.of(people);
        return people.keySet().stream().map(labels::get).toList();
    }
}
