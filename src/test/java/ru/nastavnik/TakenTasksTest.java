package ru.nastavnik;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import ru.nastavnik.support.Browser;
import ru.nastavnik.support.SchoolTest;
import ru.nastavnik.support.SchoolYear;
import ru.nastavnik.support.TasklistUser.OpenTask;
import ru.nastavnik.support.TestSchool;

/** Who has a task, and how somebody else gets it. */
class TakenTasksTest extends SchoolTest {

    private static final String NOT_YOURS =
            "Эту задачу взял другой сотрудник. Вернуть её может он сам, забрать у него — куратор.";

    @Test
    @DisplayName("a task that was given to one person stays with that person, who stands in gives it back to them")
    void taskOfOnePerson_staysTheirs() {
        String teacher = SchoolYear.MENTORS.get(0);
        new SchoolYear(school, this::day).programmeApproved().gathered();
        OpenTask task = school.as(teacher).task("UserTask_GiveConsents");
        Browser mentor = Browser.of(school, teacher, port);
        Browser curator = Browser.of(school, "curator", port);
        for (String way : new String[] {"/unclaim", "/assignee"}) {
            HttpResponse<String> answer = mentor.api("POST", "/task/" + task.id() + way, Map.of());
            assertThat(answer.statusCode()).as(way).isEqualTo(409);
            assertThat(mentor.sentence(answer))
                    .hasValueSatisfying(sentence -> assertThat(sentence).startsWith("Эта задача дана вам лично"));
        }
        assertThat(holder(task)).isEqualTo(school.accountOf(teacher).toString());

        assertThat(curator.api("POST", "/task/" + task.id() + "/unclaim", Map.of())
                        .statusCode())
                .isEqualTo(204);
        assertThat(holder(task))
                .as("who stands in")
                .isEqualTo(school.accountOf("curator").toString());
        assertThat(school.as(teacher).has("UserTask_GiveConsents")).isFalse();
        assertThat(curator.api("POST", "/task/" + task.id() + "/unclaim", Map.of())
                        .statusCode())
                .isEqualTo(204);
        assertThat(school.as(teacher).task("UserTask_GiveConsents").id()).isEqualTo(task.id());
    }

    @Test
    @DisplayName("a shared task is given back by whoever took it; the curator takes it away with a reason that stays")
    void sharedTask_isGivenBackByItsHolder_orTakenAwayByTheCurator() {
        OpenTask task = taskOfTheDirector();
        Browser director = Browser.of(school, "director", port);
        Browser clerk = Browser.of(school, "clerk", port);
        Browser curator = Browser.of(school, "curator", port);
        String path = "/task/" + task.id();
        assertThat(director.api("POST", path + "/claim", Map.of("userId", school.accountOf("director")))
                        .statusCode())
                .isEqualTo(204);
        for (Object body : new Object[] {Map.of(), Map.of("userId", school.accountOf("clerk"))}) {
            for (String way : new String[] {"/unclaim", "/assignee"}) {
                assertThat(clerk.api("POST", path + way, body).statusCode())
                        .as("%s %s", way, body)
                        .isEqualTo(409);
            }
        }
        assertThat(clerk.sentence(clerk.api("POST", path + "/unclaim", Map.of())))
                .hasValue(NOT_YOURS);
        assertThat(holder(task)).isEqualTo(school.accountOf("director").toString());
        assertThat(director.api("POST", path + "/unclaim", Map.of()).statusCode())
                .isEqualTo(204);
        assertThat(holder(task)).isNull();
        assertThat(director.api("POST", path + "/assignee", Map.of("userId", school.accountOf("director")))
                        .statusCode())
                .isEqualTo(204);

        String taking = "/tasks/" + task.id() + "/taking-away";
        assertThat(clerk.page("/tasks/taken").statusCode()).isEqualTo(403);
        assertThat(clerk.sentence(clerk.form(taking, Map.of("reason", "Хочу сам"))))
                .isPresent();
        TestSchool other = new TestSchool(organisations, database, port);
        Browser stranger = Browser.of(other, "curator", port);
        assertThat(stranger.sentence(stranger.form(taking, Map.of("reason", "Чужая"))))
                .hasValue("Этой задачи ни у кого нет: её уже вернули или выполнили.");
        assertThat(curator.sentence(curator.form(taking, Map.of("reason", " "))))
                .hasValueSatisfying(sentence -> assertThat(sentence).startsWith("Напишите, почему"));
        assertThat(holder(task)).isEqualTo(school.accountOf("director").toString());

        assertThat(curator.page("/").body()).contains("Кто взял общие задачи");
        assertThat(curator.page("/tasks/taken").body()).contains("Утвердить дорожную карту", "Директоренко");
        HttpResponse<String> taken = curator.form(taking, Map.of("reason", "Директор в отпуске"));
        assertThat(curator.followed(taken).body())
                .contains("снова общая")
                .contains("у кого была: Директоренко", "кто забрал: Кураторович", "Директор в отпуске");
        assertThat(holder(task)).isNull();
        assertThat(director.page("/").body()).contains("Куратор забрал у вас задачу", "Директор в отпуске");
        assertThat(clerk.api("POST", path + "/claim", Map.of("userId", school.accountOf("clerk")))
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    @DisplayName("what is entered from somebody's words says to whom and when they were said")
    void words_needTheirProof() {
        OpenTask task = taskOfTheDirector();
        assertThat(school.clerk()
                        .submit(task.id(), "decision", "APPROVE", "door", "WORDS")
                        .message())
                .startsWith("Укажите, кто, кому и когда это сказал");
        school.clerk()
                .complete(task, "decision", "APPROVE", "door", "WORDS", "proof", "Секретарю по телефону 25.08.2025");
        assertThat(database.queryForObject(
                        "select proof from decision_record where door = 'WORDS' and organisation_id = ?",
                        String.class,
                        school.id))
                .isEqualTo("Секретарю по телефону 25.08.2025");
    }

    private OpenTask taskOfTheDirector() {
        day("2025-08-25");
        new SchoolYear(school, this::day).requested();
        school.curator().complete("UserTask_CompleteRoadmap", "step", "ACCEPT");
        return school.director().task("UserTask_ApproveRoadmap");
    }

    private String holder(OpenTask task) {
        return database.queryForObject("select assignee_ from act_ru_task where id_ = ?", String.class, task.id());
    }
}
