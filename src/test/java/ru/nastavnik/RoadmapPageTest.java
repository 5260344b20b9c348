package ru.nastavnik;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nastavnik.support.SchoolYear.MENTEES;
import static ru.nastavnik.support.SchoolYear.MENTORS;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import ru.nastavnik.requirements.Requirement;
import ru.nastavnik.support.DeviationTest;
import ru.nastavnik.support.TasklistUser;
import ru.nastavnik.support.TasklistUser.OpenTask;

/** «Дорожная карта», as people look at it in the middle of the year. */
class RoadmapPageTest extends DeviationTest {

    private static final Pattern ROW = Pattern.compile("id=\"row-([0-9a-f-]{36})\"(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern TASK = Pattern.compile("#/\\?task=([^\"]+)\"");
    private static final Pattern LATE = Pattern.compile("<section class=\"card late\".*?</section>", Pattern.DOTALL);
    private static final Pattern LATE_DAYS = Pattern.compile("Срок прошёл (\\d+)");

    @Test
    @DisplayName(
            "in the middle of the year the curator sees 18 rows, the late ones on top, and each row leads to a task "
                    + "of its own or to none")
    @Requirement({"E28", "S4-1b.2.a", "S4-3.1.c"})
    void inTheMiddleOfTheYear_eachRowLeadsToItsOwnTask() {
        year.programmeApproved();
        school.curator().complete("UserTask_CiteActs", "act2State", "MAKE", "act1State", "MAKE");
        school.curator()
                .complete(
                        draftOf("S2-1.1"),
                        "outcome",
                        "DONE",
                        "title",
                        "Об утверждении положения",
                        "text",
                        "Утвердить.",
                        "councilDemanded",
                        false);
        year.gathered().consented(MENTEES.get(0)).on("2025-10-20");

        String page = school.curator().get("/roadmap").body();

        Map<String, String> expected = new LinkedHashMap<>();
        expected.put("S2-1.2", "UserTask_DraftAct " + actOf("S2-1.2"));
        expected.put(
                "S2-1.4",
                "UserTask_MatchPairs "
                        + one(UUID.class, "select id from pair_list where programme_id = ?", year.programmeId));
        expected.put("S2-2.2", "UserTask_MarkConsents " + collection("MENTEE"));
        expected.put("S2-3.2", "UserTask_MarkConsents " + collection("MENTOR"));
        expected.put("S2-4.1", "UserTask_SelectMentors " + stageId(4));
        expected.put("S2-5.1", expected.get("S2-1.4"));
        expected.put("S2-7.1", "UserTask_PublishNews " + stageId(7));
        assertThat(linked(page)).as("the curator's").isEqualTo(expected);
        assertThat(state(page, "S2-2.2"))
                .contains("В работе")
                .containsPattern("<a href=\"/consents\">согласий получено 3 из \\d+</a>");
        assertThat(state(page, "S2-3.2")).contains("Не начато");
        assertThat(state(school.as("lead").get("/roadmap").body(), "S2-2.2"))
                .as("who may not open the page of consents")
                .containsPattern("<span>согласий получено 3 из \\d+</span>");
        assertThat(linked(school.as("lead").get("/roadmap").body()))
                .as("who answers for the questionnaire")
                .isEqualTo(Map.of("S2-3.1", "UserTask_CarryOutMeasure " + rowId("S2-3.1")));
        assertThat(ROW.matcher(page).results()).hasSize(18);
        assertThat(lateDays(page)).hasSizeGreaterThan(5).isSortedAccordingTo((one, other) -> other - one);
        assertThat(page.indexOf("card late")).isPositive().isLessThan(page.indexOf("row-" + rowId("S2-1.1")));
    }

    @Test
    @DisplayName("rows that are done step by step say how far they have come and lead to the pairs")
    void rowsDoneStepByStep_sayHowFar() {
        year.programmeApproved().banksFilled().on("2025-09-20");
        year.pairsProposed(MENTEES.get(0), MENTORS.get(0), MENTEES.get(1), MENTORS.get(1));
        assertThat(stateOnPage("S2-5.1")).contains("В работе", pairs("подобрано пар: 2, утверждено: 0"));
        assertThat(stateOnPage("S2-5.2")).contains("Не начато");
        year.pairsApproved(MENTEES.get(0), MENTEES.get(1)).pairOrderRegistered("101-ОД");
        assertThat(stateOnPage("S2-5.1")).contains("Выполнено").doesNotContain("подобрано");
        school.as(MENTORS.get(0))
                .complete("UserTask_DraftPersonalProgramme", "goal", "Освоиться", "content", "Встречи");
        OpenTask approve = school.director().task("UserTask_ApprovePersonalProgrammes");
        school.director()
                .complete(approve, "approvedIds", school.director().options(approve, "pairs"), "door", "SCREEN");
        assertThat(stateOnPage("S2-5.2")).contains("В работе", pairs("утверждено 1 из 2"));
    }

    private static String pairs(String progress) {
        return "<a href=\"/pairs\">" + progress + "</a>";
    }

    private String stateOnPage(String ref) {
        return state(school.curator().get("/roadmap").body(), ref);
    }

    /** @return what the page says of this row */
    private String state(String page, String ref) {
        String id = rowId(ref).toString();
        return ROW.matcher(page)
                .results()
                .filter(row -> row.group(1).equals(id))
                .map(row -> row.group(2))
                .findFirst()
                .orElseThrow();
    }

    private OpenTask draftOf(String ref) {
        TasklistUser curator = school.curator();
        String task = text(
                "select t.id_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_ "
                        + "where e.business_key_ = ?",
                actOf(ref).toString());
        return curator.tasks("UserTask_DraftAct").stream()
                .filter(draft -> draft.id().equals(task))
                .findFirst()
                .orElseThrow();
    }

    private UUID actOf(String ref) {
        return one(UUID.class, "select id from local_act where measure_id = ?", rowId(ref));
    }

    private UUID collection(String side) {
        return one(
                UUID.class,
                "select id from consent_collection where programme_id = ? and side = ?",
                year.programmeId,
                side);
    }

    /** @return the task of each row that has one, and what it is about, by the row's reference */
    private Map<String, String> linked(String page) {
        Map<String, String> linked = new LinkedHashMap<>();
        ROW.matcher(page).results().forEach(row -> {
            Matcher task = TASK.matcher(row.group(2));
            if (task.find()) {
                linked.put(
                        text("select ref from measure where id = ?", UUID.fromString(row.group(1))),
                        text(
                                "select t.task_def_key_ || ' ' || e.business_key_ from act_ru_task t "
                                        + "join act_ru_execution e on e.id_ = t.proc_inst_id_ where t.id_ = ?",
                                task.group(1)));
            }
        });
        return linked;
    }

    private static List<Integer> lateDays(String page) {
        Matcher card = LATE.matcher(page);
        assertThat(card.find()).isTrue();
        List<Integer> days = new ArrayList<>();
        LATE_DAYS.matcher(card.group()).results().forEach(late -> days.add(Integer.parseInt(late.group(1))));
        return days;
    }
}
