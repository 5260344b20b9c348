package ru.nastavnik.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import ru.nastavnik.support.SchoolTest;
import ru.nastavnik.support.SchoolYear;
import ru.nastavnik.support.TestSchool;

/** Pages of our own as a desktop and a phone show them. */
class PagesInBrowserTest extends SchoolTest {

    @Test
    @DisplayName(
            "the curator's kinds of documents and the rows for which several answer fit a desktop and a phone; a kind that "
                    + "is refused keeps what was typed")
    void pagesFitDesktopAndPhone() {
        assumeTrue(Browser.missing() == null, Browser::missing);
        new SchoolYear(school, this::day).by("TARGET-MODEL-2023").programmeApproved();
        database.update(
                "update measure set shared_roles = '{CURATOR}' where responsible_role = 'DEPUTY' and stage_id in "
                        + "(select s.id from stage s join programme p on p.id = s.programme_id where p.organisation_id = ?)",
                school.id);
        try (Browser browser = new Browser(port)) {
            browser.logIn(school.curator().login, TestSchool.PASSWORD);
            browser.visit("/documents/kinds");
            browser.type("title", "Приказ о назначении куратора");
            browser.type("agreement", "Педагогический совет");
            browser.press(By.cssSelector("form[action$='/documents/kinds'] button[type=submit]"));
            browser.awaitText("уже есть");
            assertThat(browser.value("title")).isEqualTo("Приказ о назначении куратора");
            assertThat(browser.value("agreement")).isEqualTo("Педагогический совет");
            browser.photograph("act-kinds");
            browser.visit("/roadmap");
            browser.photograph("shared-roadmap");
            browser.visit("/");
            browser.awaitText("Вы отвечаете вместе с другими");
            browser.photograph("shared-home");
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
