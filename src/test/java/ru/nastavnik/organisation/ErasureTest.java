package ru.nastavnik.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.nastavnik.support.SchoolYear.MENTEES;
import static ru.nastavnik.support.SchoolYear.MENTORS;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.nastavnik.organisation.PersonalData.Column;
import ru.nastavnik.organisation.PersonalData.Fate;
import ru.nastavnik.organisation.PersonalData.Table;
import ru.nastavnik.shared.Decider;
import ru.nastavnik.shared.Door;
import ru.nastavnik.shared.Entry;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.support.DeviationTest;
import ru.nastavnik.support.EngineTables;
import ru.nastavnik.support.EngineTables.Hit;
import ru.nastavnik.support.TasklistUser.OpenTask;
import ru.nastavnik.support.TestSchool;

/** A mentor with consents, a pair, meetings and a replacement is forgotten; the whole database is searched for them. */
class ErasureTest extends DeviationTest {

    private static final String MENTOR = MENTORS.get(0);
    private static final String MENTEE = MENTEES.get(0);
    private static final LocalDate DAY = LocalDate.of(2025, 11, 5);

    @Autowired
    private Erasure erasure;

    @Autowired
    private PersonalData register;

    @Autowired
    private People people;

    private EngineTables dump;
    /** Stands in everything that names the mentor, or that they have typed, and nowhere else. */
    private String mark;

    @BeforeEach
    void markTheMentor() {
        dump = EngineTables.andOurs(database);
        school.markEverything();
        mark = school.login(MENTOR).replace("teacher", "qzf") + "f";
        database.update(
                "update person_data set last_name = ?, first_name = ?, middle_name = ?, email = ?, "
                        + "position_title = 'учитель ' || ?, birth_date = '1980-02-03' where person_id = ?",
                MENTOR + "-" + mark,
                "А" + mark,
                "Е" + mark,
                mark + "@school.example",
                mark,
                school.personOf(MENTOR));
        school.as(MENTOR).markTexts(mark);
    }

    @Test
    @DisplayName(
            "after a year's half with a pair the mentor is erased: the order that the school keeps names them, and "
                    + "nothing else in the whole database does")
    void mentorIsForgotten_onlyTheOrderNamesThem() {
        livesUntilNovember();
        UUID pair = pairOf(MENTEE);
        assertThat(traces())
                .extracting(hit -> hit.table() + "." + hit.column())
                .as("before")
                .contains(
                        "person_data.last_name",
                        "earlier_name.last_name",
                        "account.login",
                        "stored_file.name",
                        "stored_file.content",
                        "decision_record.remark",
                        "personal_programme_version.goal",
                        "replacement.request",
                        "act_version.body",
                        "act_ru_variable.text_")
                .allSatisfy(this::isNoImpersonalColumn);
        List<Map<String, Object>> decided = decisionsOfTheMentor();
        long meetings = count("select count(*) from meeting where mentorship_id = ?", pair);
        assertThat(decided).isNotEmpty();
        assertThat(meetings).isPositive();

        erase();

        assertThat(traces())
                .extracting(hit -> hit.table() + "." + hit.column())
                .as("what is left of the mentor")
                .containsOnly("act_version.body");
        assertThat(fateOf("act_version", "body")).isEqualTo(Fate.KEEP);

        assertThat(decisionsOfTheMentor()).as("decisions stay, with ids").isEqualTo(decided);
        assertThat(count("select count(*) from meeting where mentorship_id = ?", pair))
                .isEqualTo(meetings);
        assertThat(decision(school.personOf(MENTOR))).containsEntry("verdict", "ERASED");
        assertThat(people.shortName(school.personOf(MENTOR))).isEqualTo("Данные удалены");
        everythingStillOpens();
        assertThatThrownBy(this::erase).isInstanceOf(Refusal.class).hasMessage("Данные этого человека уже удалены.");
    }

    @Test
    @DisplayName("what the register calls impersonal bears no name and no typed text of anybody in a marked school")
    void impersonalColumns_bearNoNames() {
        String all = school.markEverything();
        livesUntilNovember();
        assertThat(dump.search(List.of(all)))
                .isNotEmpty()
                .extracting(hit -> hit.table() + "." + hit.column())
                .allSatisfy(this::isNoImpersonalColumn);
    }

    @Test
    @DisplayName("whoever works in another school too is forgotten in one only and logs in there as before")
    void personOfTwoSchools_isForgottenInOne() {
        TestSchool other = new TestSchool(organisations, database, port);
        school.alsoWorksIn(other, MENTOR, Role.CURATOR);
        day(DAY.toString());
        erase();
        assertThat(people.shortName(school.personOf(MENTOR))).isEqualTo("Данные удалены");
        school.logInAnew(MENTOR);
        assertThat(school.as(MENTOR).get("/").body())
                .contains("Двушкольная А. Е.")
                .doesNotContain(mark);
    }

    private void livesUntilNovember() {
        year.programmeApproved().newsPublished().actsInForce().gathered();
        OpenTask consents = school.as(MENTOR).task("UserTask_GiveConsents");
        assertThat(school.as(MENTOR)
                        .attach(
                                consents,
                                "Согласие " + mark + ".pdf",
                                ("%PDF-1.4\n% " + mark + "\n%%EOF").getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(200);
        MENTEES.forEach(year::consented);
        MENTORS.forEach(year::consented);
        year.on("2025-09-20").pairsProposed(MENTEE, MENTOR, MENTEES.get(1), MENTORS.get(1));
        returnedOnce();
        year.pairsApproved(MENTEE).pairOrderRegistered("102-ОД").personalProgrammesApproved();
        renamed();
        year.on("2025-10-01").meetingsMarked(2).on("2025-11-01");
        UUID pair = pairOf(MENTEE);
        day(DAY.toString());
        school.as(MENTOR)
                .post("/pairs", "/pairs/" + pair + "/replacement", Map.of("request", "Прошу заменить " + mark));
        school.curator()
                .complete(
                        "UserTask_ReviewReplacement",
                        "review",
                        "ACCEPT",
                        "ground",
                        "REASONED_REQUEST",
                        "initiative",
                        "OTHER",
                        "noticeOn",
                        "2025-11-05",
                        "basis",
                        "Заявление " + mark,
                        "remark",
                        mark + " устал");
        assertThat(school.as(MENTOR).tasks())
                .as("work that the mentor has open")
                .isNotEmpty();
    }

    /** The director approves the other pair and says something of the mentor. */
    private void returnedOnce() {
        OpenTask list = school.director().task("UserTask_ApprovePairList");
        school.director()
                .complete(
                        list,
                        "approvedIds",
                        List.of(school.director().option(list, "pairOptions", MENTEES.get(1))),
                        "remark",
                        mark + ": спросите ещё раз",
                        "door",
                        "SCREEN");
        year.pairOrderRegistered("101-ОД");
        school.curator().complete("UserTask_MatchPairs", "step", "FINISH");
    }

    /** The name that they had before is kept beside the new one. */
    private void renamed() {
        school.curator()
                .post(
                        "/staff/" + school.personOf(MENTOR),
                        "/staff/" + school.personOf(MENTOR) + "/data",
                        Map.of(
                                "lastName",
                                "Заново-" + mark,
                                "firstName",
                                "А" + mark,
                                "email",
                                mark + "@school.example",
                                "changedOn",
                                "2025-09-18"));
    }

    private void erase() {
        erasure.erase(
                school.id,
                school.personOf(MENTOR),
                new Decider(school.personOf("director"), "Директор"),
                new Entry(Door.PAPER, DAY, PROOF, school.accountOf("curator")));
    }

    private List<Hit> traces() {
        return dump.search(List.of(mark, MENTOR, school.login(MENTOR))).stream()
                .filter(hit -> !hit.table().equals("flyway_schema_history"))
                .filter(hit -> !otherSchools(hit))
                .toList();
    }

    /** Other tests of the run leave schools whose teachers have the same surnames, without this mark. */
    private boolean otherSchools(Hit hit) {
        return !hit.row().toString().contains(mark)
                && !hit.row().toString().contains(school.login(MENTOR))
                && !hit.row().toString().contains(school.id.toString());
    }

    private List<Map<String, Object>> decisionsOfTheMentor() {
        return database.queryForList(
                "select id, subject_id, verdict, happened_on, decided_by from decision_record where decided_by = ? order by id",
                school.personOf(MENTOR));
    }

    private void everythingStillOpens() {
        for (String page : List.of("/", "/pairs", "/roadmap", "/acknowledgements", "/staff")) {
            assertThat(school.curator().get(page).status()).as(page).isEqualTo(200);
        }
        assertThat(school.curator().get("/pairs").body())
                .contains("Данные удалены")
                .doesNotContain(mark);
        assertThat(school.curator().get("/staff").body()).doesNotContain("Данные удалены", mark);
        assertThat(school.curator().get("/staff/" + school.personOf(MENTOR)).body())
                .contains("Данные удалены")
                .doesNotContain(mark);
        assertThat(school.curator().tasks())
                .as("what the mentor had open has gone to the curator, without the name")
                .extracting(OpenTask::about)
                .anySatisfy(about -> assertThat(about).contains("Данные удалены"));
        school.curator().tasks().forEach(school.curator()::form);
    }

    private void isNoImpersonalColumn(String hit) {
        String table = hit.substring(0, hit.indexOf('.'));
        if (!Pattern.compile(EngineTables.ENGINE).matcher(table).find()) {
            assertThat(fateOf(table, hit.substring(hit.indexOf('.') + 1)))
                    .as(hit)
                    .isNotNull();
        }
    }

    /** @return null for a column that is said to bear no name */
    private Fate fateOf(String table, String column) {
        Table registered = register.tables().get(table);
        assertThat(registered).as(table).isNotNull();
        Column what = registered.columns().get(column);
        return what == null ? null : what.erasure();
    }
}
