package ru.nastavnik;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nastavnik.support.SchoolYear.MENTEES;
import static ru.nastavnik.support.SchoolYear.MENTORS;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import ru.nastavnik.requirements.Partly;
import ru.nastavnik.requirements.Requirement;
import ru.nastavnik.support.DeviationTest;
import ru.nastavnik.support.TasklistUser;
import ru.nastavnik.support.TasklistUser.OpenTask;
import ru.nastavnik.support.TasklistUser.Reply;

/** Whoever comes when the banks have been gathered long ago. */
class NewcomerTest extends DeviationTest {

    @Test
    @DisplayName("a teacher hired in November is asked for consents at once and gets a mentor by order; the mentor has "
            + "come late too, so the director selects with the pair")
    @Partly(
            value = {"S0-4.1", "S1-4.1", "S2-4.1", "S4-R1.4.1"},
            missing = "mentors are not set against what the mentee asks for, and no reason of the choice is kept")
    @Partly(value = "S4-3.1.a", missing = "no page lists the banks")
    void newcomerInNovember_getsAMentorByOrder() {
        year.programmeApproved().banksFilled().on("2025-09-20").mentorsSelected();
        year.pairsProposed(MENTEES.get(0), MENTORS.get(0))
                .pairsApproved(MENTEES.get(0))
                .pairOrderRegistered("101-ОД");
        school.staff("newcomer", "Новосёлова", null);
        school.staff("latecomer", "Опоздалова", null);
        year.on("2025-11-10");
        assertThat(school.curator().has("UserTask_CollectRequests")).isFalse();

        entered("newcomer", "MENTEE", "Записано. Теперь нужны согласия");
        entered("latecomer", "MENTOR", "Записано. Теперь нужны согласия");
        assertThat(school.curator().get("/pairs").body())
                .contains("Ждём согласия: Новосёлова А. Е. (наставляемый); Опоздалова А. Е. (наставник)");
        year.consented("newcomer").consented("latecomer");
        entered("newcomer", "MENTEE", "Этот человек уже в банке, темы дополнены.");
        assertThat(school.as("newcomer").has("UserTask_GiveConsents")).isFalse();

        post(school.curator(), "/pairs", "/pairs/lists", programme(), "Подбор начат");
        OpenTask match = school.curator().task("UserTask_MatchPairs");
        assertThat(labels(match, "mentors"))
                .filteredOn(label -> label.contains("вне отбора"))
                .singleElement()
                .asString()
                .isEqualTo("Опоздалова А. Е. — 0 из 2, вне отбора");
        year.pairsProposed("Новосёлова", "Опоздалова");
        OpenTask approve = school.director().task("UserTask_ApprovePairList");
        assertThat(column(school.director(), approve, "pairs", "load")).containsExactly("0 из 2, вне отбора");
        year.pairsApproved("Новосёлова").pairOrderRegistered("240-ОД");

        assertThat(pairState("newcomer")).isEqualTo("ACTIVE");
        assertThat(text("select state from participant where id = ?", participant("latecomer", "MENTOR")))
                .isEqualTo("SELECTED");
        assertThat(texts(
                        "select capacity from decision_record where subject_id = ? and verdict = 'SELECT'",
                        participant("latecomer", "MENTOR")))
                .containsExactly("Директор");
    }

    @Test
    @DisplayName("when everybody has refused, the bank is filled from the page and its row is done")
    @Partly(
            value = {"S0-2.2", "S1-2.1", "S2-2.2", "S3-2.3", "S4-R1.2.2", "S4-R2.6b"},
            missing = "a page lists only those without a mentor, with what they ask for")
    void whenAllRefuse_theBankIsFilledFromThePage() {
        year.programmeApproved().gathered();
        MENTEES.forEach(mentee -> refuses(mentee, "Участие"));
        assertThat(rowState("S2-2.2")).isNotEqualTo("DONE");

        school.staff("newcomer", "Новосёлова", null);
        entered("newcomer", "MENTEE", "Записано. Теперь нужны согласия");
        year.consented("newcomer");
        assertThat(rowState("S2-2.2")).isEqualTo("DONE");
        assertThat(school.curator().get("/pairs").body())
                .as("who needs a mentor, and in what")
                .containsPattern("<strong>Новосёлова А\\. Е\\.</strong>\\s*<span class=\"topics\">"
                        + text("select title from topic order by position limit 1"));
    }

    @Test
    @DisplayName("only the curator enters people, each with a topic, and only into a programme that runs")
    @Requirement({"E12", "S4-2.3"})
    void onlyTheCuratorEnters_withATopic() {
        year.programmeApproved();
        Map<String, String> form = form(MENTEES.get(0), "MENTEE");
        Reply lead = school.as("lead").post("/pairs", "/pairs/bank", form);
        assertThat(lead.body()).contains("Это делает куратор.");
        TasklistUser curator = school.curator();
        for (String side : List.of("MENTEE", "MENTOR")) {
            Map<String, String> withoutTopics = new HashMap<>(form(MENTEES.get(0), side));
            withoutTopics.remove("topics");
            assertThat(curator.post("/pairs", "/pairs/bank", withoutTopics).body())
                    .contains("хотя бы одну тему");
        }
        OpenTask requests = curator.task("UserTask_CollectRequests");
        assertThat(curator.submit(
                                requests.id(),
                                "personIds",
                                year.people(MENTEES),
                                "topics",
                                List.of(),
                                "more",
                                false,
                                "door",
                                "SCREEN")
                        .status())
                .as("nor in the task that gathers them")
                .isEqualTo(400);
        assertThat(count("select count(*) from participant where programme_id = ?", year.programmeId))
                .isZero();
    }

    private void entered(String who, String side, String done) {
        post(school.curator(), "/pairs", "/pairs/bank", form(who, side), done);
    }

    private Map<String, String> form(String who, String side) {
        return Map.of(
                "programmeId",
                year.programmeId.toString(),
                "personId",
                school.personOf(who).toString(),
                "side",
                side,
                "topics",
                text("select code from topic order by position limit 1"));
    }

    private Map<String, String> programme() {
        return Map.of("programmeId", year.programmeId.toString());
    }

    @SuppressWarnings("unchecked")
    private List<String> labels(OpenTask task, String options) {
        return ((List<Map<String, String>>) school.curator().form(task).get(options))
                .stream().map(choice -> choice.get("label")).toList();
    }
}
