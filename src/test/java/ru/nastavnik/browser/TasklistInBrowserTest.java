package ru.nastavnik.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.shared.RussianTextTest;
import ru.nastavnik.support.Attempts;
import ru.nastavnik.support.SchoolTest;
import ru.nastavnik.support.SchoolYear;
import ru.nastavnik.support.TestSchool;

/** Curator, director and mentor in the Tasklist that they really have, forms, files and all. */
class TasklistInBrowserTest extends SchoolTest {

    private static final String MENTOR = SchoolYear.MENTORS.get(0);
    private static final String MENTEE = SchoolYear.MENTEES.get(0);

    @TempDir
    private Path folder;

    private Browser browser;

    @BeforeEach
    void openBrowser() {
        assumeTrue(Browser.missing() == null, Browser::missing);
        browser = new Browser(port);
    }

    @AfterEach
    void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    @DisplayName(
            "curator, director and mentor each complete a task with its form in the browser and log out; the mentor "
                    + "marks the month's meetings on a phone, found without changing the keyboard to Russian")
    void threeRoles_completeTheirTasksInTheBrowser() throws Exception {
        day("2025-08-25");
        new SchoolYear(school, this::day).requested();

        curatorHandsTheRoadmapOver();
        assertThat(school.director().has("UserTask_ApproveRoadmap")).isTrue();

        directorApprovesTheRoadmap();
        assertThat(database.queryForList(
                        "select state from programme where organisation_id = ?", String.class, school.id))
                .containsExactly("RUNNING");

        day("2025-09-01");
        school.grant(MENTOR, school.id, Role.MENTOR, LocalDate.of(2025, 9, 1), null, false);
        SchoolYear year = new SchoolYear(school, this::day).gathered();
        mentorConsents();
        assertThat(school.as(MENTOR).has("UserTask_GiveConsents")).isFalse();
        assertThat(database.queryForList(
                        "select state from consent where person_id = ?", String.class, school.personOf(MENTOR)))
                .isNotEmpty()
                .containsOnly("GIVEN");

        year.consented(MENTEE)
                .on("2025-09-20")
                .pairsProposed(MENTEE, MENTOR)
                .pairsApproved(MENTEE)
                .pairOrderRegistered("101-ОД")
                .personalProgrammesApproved()
                .on("2025-10-01");
        curatorReadsTheConsents();
        mentorMarksTheMeetingsOnAPhone();
        assertThat(database.queryForList(
                        "select m.held_on::text || ' ' || m.kind from meeting m join mentorship p "
                                + "on p.id = m.mentorship_id join mentorship_member x on x.mentorship_id = p.id "
                                + "where x.side = 'MENTOR' and x.person_id = ? order by 1",
                        String.class,
                        school.personOf(MENTOR)))
                .containsExactly("2025-09-23 FIRST", "2025-09-30 TRIAL");
    }

    /** The curator finds the shared task, takes it, attaches the minutes and hands the roadmap over to the director. */
    private void curatorHandsTheRoadmapOver() throws Exception {
        browser.logIn(school.login("curator"), TestSchool.PASSWORD);
        browser.photograph("curator-home");
        browser.openTasklist();
        browser.openList("Общие задачи");
        browser.openTask("Дополнить сроки и ответственных в дорожной карте");
        browser.claim();
        browser.awaitText("Принять предложенные сроки");
        browser.photograph("curator-form");

        browser.openTab("Файлы");
        browser.attach(pdf("Протокол.pdf"));
        assertThat(browser.contentType("Протокол.pdf")).startsWith("200 application/pdf");
        browser.photograph("curator-files");

        browser.openTab("Форма");
        browser.choose("Что сделать", "Принять предложенные сроки и ответственных и передать директору");
        browser.complete();
        logOutAndSeeThatNothingWasWrong();
    }

    private void directorApprovesTheRoadmap() {
        browser.logIn(school.login("director"), TestSchool.PASSWORD);
        browser.openTasklist();
        browser.openList("Общие задачи");
        browser.openTask("Утвердить дорожную карту");
        browser.claim();
        browser.awaitText("Вернуть на доработку");
        browser.photograph("director-form");
        browser.choose("Решение", "Утвердить");
        browser.complete();
        logOutAndSeeThatNothingWasWrong();
    }

    private void mentorConsents() {
        browser.logIn(school.login(MENTOR), TestSchool.PASSWORD);
        browser.openTasklist();
        browser.openTask("Дать согласие на участие");
        browser.awaitText("Отказываюсь");
        assertThat(browser.shows("Согласие участника"))
                .as("the name of the process stands above the task")
                .isTrue();
        browser.photograph("mentor-form");
        assertThat(browser.chooseEverywhere("Даю согласие"))
                .as("consents asked of a mentor")
                .isEqualTo(4);
        browser.complete();
        logOutAndSeeThatNothingWasWrong();
    }

    private void curatorReadsTheConsents() {
        browser.logIn(school.login("curator"), TestSchool.PASSWORD);
        browser.visit("/consents");
        browser.awaitText("Использование изображения");
        browser.photograph("curator-consents");
        browser.openTasklist();
        logOutAndSeeThatNothingWasWrong();
    }

    private void mentorMarksTheMeetingsOnAPhone() {
        browser.width(Browser.PHONE);
        browser.logIn(school.login(MENTOR), TestSchool.PASSWORD);
        browser.openTasklist();
        browser.openTask("Отметить встречи за месяц");
        browser.pick("Дни, когда встречались", "ctynz,hz 23", "23 сентября, вт");
        browser.pick("Дни, когда встречались", "30 сентября, вт");
        browser.complete();
        assertThat(RussianTextTest.searches())
                .allSatisfy(search -> assertThat(browser.formsFind(search.typed(), search.text()))
                        .isEqualTo(search.found()));
        browser.width(Browser.DESK);
        logOutAndSeeThatNothingWasWrong();
    }

    private void logOutAndSeeThatNothingWasWrong() {
        assertThat(browser.complaints()).isEmpty();
        browser.logOut();
        assertThat(browser.visit("/camunda/app/tasklist/default/"))
                .as("after logging out")
                .isEqualTo("/login");
        browser.complaints();
    }

    private File pdf(String name) throws Exception {
        return Files.write(folder.resolve(name), Attempts.PDF).toFile();
    }
}
