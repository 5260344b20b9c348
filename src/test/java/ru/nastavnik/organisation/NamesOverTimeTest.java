package ru.nastavnik.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.nastavnik.support.DeviationTest;
import ru.nastavnik.support.TasklistUser.OpenTask;
import ru.nastavnik.support.TasklistUser.Reply;

/** People are called otherwise from some day on, and mistakes are mended. */
class NamesOverTimeTest extends DeviationTest {

    @Autowired
    private People people;

    @Test
    @DisplayName("a director who has married signs by the new name; what was decided before keeps the earlier one")
    void changedName_isNewForNewThings_andOldForOldOnes() {
        day("2025-08-25");
        year.requested();
        school.curator().complete("UserTask_CompleteRoadmap", "step", "ACCEPT");
        school.director()
                .complete(
                        "UserTask_ApproveRoadmap", "decision", "RETURN", "remark", "Сдвиньте сроки", "door", "SCREEN");
        day("2025-09-10");
        change("director", "Замужнева", "2025-09-01", "Данные изменены.");

        OpenTask roadmap = school.curator().task("UserTask_CompleteRoadmap");
        assertThat(school.curator().form(roadmap).toString())
                .contains("Директоренко А. Е., директор")
                .doesNotContain("Замужнева");
        UUID director = school.personOf("director");
        assertThat(people.shortName(director)).isEqualTo("Замужнева А. Е.");
        assertThat(people.shortNameOn(director, LocalDate.of(2025, 8, 31))).isEqualTo("Директоренко А. Е.");
        assertThat(people.shortNameOn(director, LocalDate.of(2025, 9, 1))).isEqualTo("Замужнева А. Е.");
        assertThat(people.shortNameOn(director, LocalDate.of(2000, 1, 1)))
                .as("before the person was entered")
                .isEqualTo("Директоренко А. Е.");
        assertThat(school.director().get("/").body()).contains("Замужнева А. Е.");
    }

    @Test
    @DisplayName("a mended mistake has never been: nothing keeps the wrong name, and lists of tasks show the right one")
    void mendedMistake_leavesNoTrace() {
        year.programmeApproved().gathered();
        change("Ахтырцева", "Актырцева", "", "Данные изменены.");

        assertThat(people.shortNameOn(school.personOf("Ахтырцева"), LocalDate.of(2021, 1, 1)))
                .isEqualTo("Актырцева А. Е.");
        assertThat(count("select count(*) from earlier_name where person_id = ?", school.personOf("Ахтырцева")))
                .isZero();
        assertThat(school.as("Ахтырцева").task("UserTask_GiveConsents").about())
                .isEqualTo("Актырцева Аполлинария Евлампиевна");
    }

    @Test
    @DisplayName("a change has a day that has come, after the one before it")
    void dayOfAChange_liesBetweenTheOneBeforeAndToday() {
        day("2025-09-10");
        change("deputy", "Новозавучева", "2025-09-11", "День изменения: этот день ещё не наступил.");
        change("deputy", "Новозавучева", "2020-01-01", "Прежние данные записаны с 01.01.2020.");
        change("deputy", "", "2025-09-01", "Укажите фамилию");
        assertThat(people.shortName(school.personOf("deputy"))).isEqualTo("Завучева А. Е.");
        change("deputy", "Новозавучева", "2025-09-10", "Данные изменены.");
        change("deputy", "Снованозавучева", "2025-09-10", "Прежние данные записаны с 10.09.2025.");
    }

    private void change(String who, String lastName, String changedOn, String said) {
        String card = "/staff/" + school.personOf(who);
        Reply reply = school.curator()
                .post(
                        card,
                        card + "/data",
                        new HashMap<>(Map.of(
                                "lastName",
                                lastName,
                                "firstName",
                                "Аполлинария",
                                "middleName",
                                "Евлампиевна",
                                "positionTitle",
                                "учитель",
                                "changedOn",
                                changedOn)));
        assertThat(reply.body()).contains(said);
    }
}
