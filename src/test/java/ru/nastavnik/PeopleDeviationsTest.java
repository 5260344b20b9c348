package ru.nastavnik;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nastavnik.support.SchoolYear.MENTEES;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.nastavnik.organisation.People;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.requirements.Partly;
import ru.nastavnik.shared.Decider;
import ru.nastavnik.support.DeviationTest;
import ru.nastavnik.support.TasklistUser;
import ru.nastavnik.support.TasklistUser.OpenTask;
import ru.nastavnik.support.TasklistUser.Reply;
import ru.nastavnik.support.Together;

/** Who does it is another one than usual: two at once, one in place of another. */
class PeopleDeviationsTest extends DeviationTest {

    @Autowired
    private People people;

    @Test
    @DisplayName("two curators fill in the same task one after the other: the second is told so, and nothing is done "
            + "twice")
    void secondCuratorIsTold_nothingIsDoneTwice() {
        school.staff("second-curator", "Второкураторова", Role.CURATOR);
        year.programmeApproved();
        TasklistUser second = school.as("second-curator");
        OpenTask task = school.curator().task("UserTask_CollectRequests");
        assertThat(second.task("UserTask_CollectRequests")).isEqualTo(task);
        Object[] answers = requests(task);
        assertThat(school.curator().submit(task.id(), answers).status()).isEqualTo(204);

        Reply late = second.submit(task.id(), answers);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.message()).isEqualTo("Эту задачу уже выполнил другой сотрудник.");
        Reply again = school.curator().submit(task.id(), answers);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.message()).matches("Уже отмечено 01\\.09\\.2025 в 09:00\\. Повторно ничего не записано\\.");
        requestedOnce();
    }

    @RepeatedTest(3)
    @DisplayName("two curators send the same task at the same moment: one is told that the other was first")
    void twoCuratorsAtTheSameMoment_oneIsTold() {
        school.staff("second-curator", "Второкураторова", Role.CURATOR);
        year.programmeApproved();
        OpenTask task = school.curator().task("UserTask_CollectRequests");
        Object[] answers = requests(task);

        List<Reply> replies = Together.run(
                () -> school.curator().submit(task.id(), answers),
                () -> school.as("second-curator").submit(task.id(), answers));
        assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(204, 409);
        assertThat(replies)
                .filteredOn(reply -> reply.status() == 409)
                .singleElement()
                .extracting(Reply::message)
                .asString()
                .isIn(
                        "Эту задачу уже выполнил другой сотрудник.",
                        "Эту задачу уже взял в работу другой сотрудник.",
                        "Кто-то изменил это одновременно с вами. Откройте задачу заново.");
        requestedOnce();
    }

    @Test
    @DisplayName("a task that one curator has taken is not done by the other")
    void takenTask_isNotDoneByTheOther() {
        school.staff("second-curator", "Второкураторова", Role.CURATOR);
        year.programmeApproved();
        TasklistUser second = school.as("second-curator");
        OpenTask task = school.curator().task("UserTask_CollectRequests");
        assertThat(school.curator().claim(task).status()).isEqualTo(204);

        Reply refused = second.submit(task.id(), requests(task));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.message()).isEqualTo("Эту задачу уже взял в работу другой сотрудник.");
        assertThat(count("select count(*) from participant where programme_id = ?", year.programmeId))
                .isZero();
        assertThat(school.curator().submit(task.id(), requests(task)).status()).isEqualTo(204);
        requestedOnce();
    }

    @Test
    @DisplayName(
            "an acting director decides within the dates of the order only, and the decision says «И. о. директора»")
    @Partly(value = "S0-H.3", missing = "the roadmap does not show who has approved it and when")
    void actingDirector_decidesWithinTheDatesOnly() {
        school.staff("acting", "Исполнялова", Role.DEPUTY);
        school.grant("acting", school.id, Role.DIRECTOR, LocalDate.of(2025, 8, 20), LocalDate.of(2025, 8, 31), true);
        day("2025-08-19");
        year.requested();
        school.curator().complete("UserTask_CompleteRoadmap", "step", "ACCEPT");
        TasklistUser acting = school.as("acting");
        String taskId = school.director().task("UserTask_ApproveRoadmap").id();
        Object[] approve = {"decision", "APPROVE", "door", "SCREEN"};
        assertThat(acting.has("UserTask_ApproveRoadmap")).isFalse();
        assertThat(acting.submit(taskId, approve).status()).isEqualTo(404);

        day("2025-08-31");
        assertThat(acting.has("UserTask_ApproveRoadmap")).isTrue();
        acting.complete("UserTask_ApproveRoadmap", approve);
        assertThat(decision(year.programmeId))
                .containsEntry("verdict", "APPROVE")
                .containsEntry("capacity", "И. о. директора")
                .containsEntry("decided_by", school.personOf("acting"))
                .containsEntry("recorded_by", school.accountOf("acting"))
                .containsEntry("door", "SCREEN");

        day("2025-09-01");
        school.curator()
                .complete(
                        "UserTask_CiteActs",
                        "act2State",
                        "MAKE",
                        "act1State",
                        "NOT_REQUIRED",
                        "act1Reason",
                        "Не нужен");
        school.curator()
                .complete(
                        "UserTask_DraftAct",
                        "outcome",
                        "DONE",
                        "title",
                        "Положение",
                        "text",
                        "1. Общее.",
                        "councilDemanded",
                        false);
        OpenTask act = school.director().task("UserTask_DecideOnAct");
        assertThat(acting.has("UserTask_DecideOnAct")).isFalse();
        assertThat(acting.submit(act.id(), approve).status()).isEqualTo(404);
        school.director().complete(act, approve);
        assertThat(texts(
                        "select capacity from decision_record where organisation_id = ? and subject_kind = 'localAct'",
                        school.id))
                .containsExactly("Директор");
    }

    @Test
    @DisplayName("the clerk enters a paper of the days on which somebody acted for the director: it is that person's")
    void paperOfTheActingDirector_isThatPersons() {
        school.staff("acting", "Исполнялова", Role.DEPUTY);
        school.grant("acting", school.id, Role.DIRECTOR, LocalDate.of(2025, 8, 20), LocalDate.of(2025, 8, 31), true);
        day("2025-09-05");
        assertThat(people.decider(school.id, Role.DIRECTOR, school.accountOf("clerk"), LocalDate.of(2025, 8, 25)))
                .isEqualTo(new Decider(school.personOf("acting"), "И. о. директора"));
        assertThat(people.decider(school.id, Role.DIRECTOR, school.accountOf("director"), LocalDate.of(2025, 8, 25)))
                .isEqualTo(new Decider(school.personOf("director"), "Директор"));
        assertThat(people.decider(school.id, Role.DIRECTOR, school.accountOf("clerk")))
                .isEqualTo(new Decider(school.personOf("director"), "Директор"));
    }

    @Test
    @DisplayName("a school takes one of the time zones of the country only")
    @Partly(value = "S0-H.1", missing = "no document is printed with the name of the school at its head")
    void zoneThatIsNotOffered_isRefused() {
        school.staff("admin", "Администраторова", Role.ADMINISTRATOR);
        Map<String, String> fields =
                new HashMap<>(Map.of("fullName", "Лицей поясов", "shortName", "Лицей поясов", "locality", ""));
        for (String zone : List.of("America/New_York", "+18:00", "Europe/Nowhere", "")) {
            fields.put("timeZone", zone);
            post(school.as("admin"), "/organisations", "/organisations", fields, "Выберите часовой пояс из списка.");
        }
        assertThat(count("select count(*) from organisation where short_name = 'Лицей поясов'"))
                .isZero();
        fields.put("timeZone", "Asia/Omsk");
        post(school.as("admin"), "/organisations", "/organisations", fields, "Школа «Лицей поясов» внесена.");
    }

    private Object[] requests(OpenTask task) {
        return new Object[] {
            "personIds",
            year.people(MENTEES),
            "topics",
            school.curator().options(task, "topicList").subList(0, 2),
            "more",
            false,
            "door",
            "SCREEN"
        };
    }

    private void requestedOnce() {
        assertThat(count("select count(*) from participant where programme_id = ?", year.programmeId))
                .isEqualTo(3);
        assertThat(count("select count(*) from consent_collection where programme_id = ?", year.programmeId))
                .isEqualTo(1);
        assertThat(count("select count(*) from evidence where measure_id = ?", rowId("S2-2.1")))
                .isEqualTo(1);
        assertThat(school.curator().has("UserTask_CollectRequests")).isFalse();
    }
}
