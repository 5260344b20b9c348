package ru.nastavnik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.nastavnik.support.SchoolYear.MENTEES;
import static ru.nastavnik.support.SchoolYear.MENTORS;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import ru.nastavnik.support.DeviationTest;
import ru.nastavnik.support.TasklistUser.OpenTask;

/** The days of a pair's people lie inside their time at the school and inside the period of the pair's order. */
class MembershipDaysTest extends DeviationTest {

    private static final String MENTEE = MENTEES.get(0);
    private static final String MENTOR = MENTORS.get(0);

    @Test
    @DisplayName(
            "a mentor has left before the curator ends the pair: they belonged to it until their last day at the school")
    void pairEndedAfterItsMentorLeft_keepsTheMentorsLastDay() {
        pairsAtWork(MENTEE, MENTOR);
        year.on("2025-10-15");
        String card = "/staff/" + school.personOf(MENTOR);
        post(school.director(), card, card + "/dismissal", Map.of("day", "2025-10-10"), "Увольнение отмечено.");
        UUID pair = pairOf(MENTEE);
        post(
                school.curator(),
                "/pairs",
                "/pairs/" + pair + "/terminate",
                Map.of("reason", "Наставник уволился", "initiative", "OTHER", "searchGoesOn", "true"),
                "Наставляемый остаётся в поиске.");

        assertThat(pairState(MENTEE)).isEqualTo("TERMINATED");
        assertThat(texts(
                        "select side || ' ' || member_to from mentorship_member where mentorship_id = ? order by 1",
                        pair))
                .containsExactly("MENTEE 2025-10-15", "MENTOR 2025-10-09");
    }

    @Test
    @DisplayName("nobody is proposed for days before they were at the school")
    void pairBeforeSomebodysFirstDay_isRefused() {
        banksFilled();
        database.update("update person set entered_on = date '2025-09-22' where id = ?", school.personOf(MENTOR));
        OpenTask task = school.curator().task("UserTask_MatchPairs");
        assertThat(school.curator()
                        .submit(
                                task.id(),
                                "step",
                                "ADD",
                                "menteeId",
                                school.curator().option(task, "mentees", MENTEE),
                                "mentorId",
                                school.curator().option(task, "mentors", MENTOR),
                                "pairForm",
                                "TEACHER_TEACHER",
                                "periodFrom",
                                "2025-09-20",
                                "periodTo",
                                "2026-05-31")
                        .message())
                .isEqualTo(
                        MENTOR + " А. Е. числится в школе с 22.09.2025. Пара не может начать работу раньше этого дня.");
    }

    @Test
    @DisplayName("the database itself takes no membership outside these bounds")
    void membershipOutsideItsBounds_isRefusedByTheDatabase() {
        pairsAtWork(MENTEE, MENTOR);
        UUID pair = pairOf(MENTEE);
        String change = "update mentorship_member set %s where side = 'MENTOR' and mentorship_id = '" + pair + "'";
        for (String outside : List.of("member_from = date '2025-09-19'", "member_from = date '2026-06-01'")) {
            assertThatThrownBy(() -> database.update(change.formatted(outside)))
                    .as(outside)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("outside the period of its order");
        }
        UUID mentor = school.personOf(MENTOR);
        for (String stay : List.of("entered_on = date '2025-09-21'", "dismissed_on = date '2025-09-20'")) {
            database.update("update person set " + stay + " where id = ?", mentor);
            assertThatThrownBy(() -> database.update(change.formatted("member_from = member_from")))
                    .as(stay)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("outside the time of its person at the school");
            database.update(
                    "update person set entered_on = date '2020-09-01', dismissed_on = date '2025-10-10' where id = ?",
                    mentor);
        }
        assertThatThrownBy(() -> database.update(change.formatted("member_to = date '2025-10-10'")))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("outside the time of its person at the school");
        assertThat(database.update(change.formatted("member_to = date '2025-10-09'")))
                .isEqualTo(1);
    }
}
