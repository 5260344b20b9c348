package ru.nastavnik.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.support.SchoolTest;
import ru.nastavnik.support.SchoolYear;
import ru.nastavnik.support.TasklistUser.OpenTask;
import ru.nastavnik.support.TestSchool;

/**
 * Walks through the engine's applications and reads what they show: no raw key, no foreign word, nothing in the console.
 * Pictures of every stop are left in target/screenshots.
 */
class RussianInBrowserTest extends SchoolTest {

    private static final String MENTOR = SchoolYear.MENTORS.get(0);
    private static final Pattern RAW_KEY = Pattern.compile("\\b[A-Z]{2,}(?:_[A-Z0-9]+)+\\b");
    private static final Pattern LATIN = Pattern.compile("[A-Za-z]{2,}");
    /** What is not said but shown: ids, names in the models and of files, expressions, values of decision tables. */
    private static final Pattern DATA = Pattern.compile("[\\w/]+\\.(?:bpmn|dmn|form)|\\b(?:forms|processes)/\\w+/?|"
            + "\\$\\{[^}]*}|not\\(\"[^\"]*\"\\)|\"[^\"]*\"|[\\w-]*[0-9a-f]{8}-[0-9a-f]{4}-[\\w-]*|\\w+(?:Process|Decision)(?::[\\w:-]+)?|"
            + "[A-Z][a-zA-Z]+_\\w+|\\b[a-z]+(?:[A-Z][a-z]+)+\\b|timer-\\S+|https?://\\S+|\\b(?:ctrl|alt|shift)\\+\\S+");

    private static final Set<String> NAMES = Set.of(
            "BPMN",
            "DMN",
            "CMMN",
            "FEEL",
            "ID",
            "JSON",
            "XML",
            "CSV",
            "HTML",
            "URL",
            "REST",
            "API",
            "SQL",
            "Java",
            "Camunda",
            "Platform",
            "PDF",
            "JPEG",
            "PNG",
            "DOCX",
            "XLSX",
            // Groups, applications, deployments and units of the diagnostics, by the names they have for the engine.
            "administrators",
            "watchers",
            "tasklist",
            "cockpit",
            "welcome",
            "admin",
            "nastavnik",
            "support",
            "stages",
            "programme",
            "pairs",
            "documents",
            "consent",
            "about",
            "default",
            "PI",
            "DI",
            "TU",
            "FNI",
            "EDE");

    private Browser browser;

    @BeforeEach
    void aSchoolAtWork() {
        assumeTrue(Browser.missing() == null, Browser::missing);
        SchoolYear year = new SchoolYear(school, this::day).programmeApproved();
        school.curator()
                .complete(
                        "UserTask_CiteActs",
                        "act2State",
                        "MAKE",
                        "act1State",
                        "EXISTS",
                        "act1Number",
                        "45-ОД",
                        "act1Date",
                        "2025-08-20");
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
        year.gathered();
        school.staff("administrator", "Администраторова", Role.ADMINISTRATOR);
    }

    @AfterEach
    void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest(name = "in a browser that speaks {0}")
    @ValueSource(strings = {"ru-RU", "en-US"})
    @DisplayName("Tasklist speaks Russian to a mentor and to a director")
    void tasklist_speaksRussian(String language) {
        enter(MENTOR, language);
        browser.open("/camunda/app/tasklist/default/");
        assertThat(browser.language()).isEqualTo(language);
        read("tasklist-mentor-list");
        assertThat(browser.words())
                .as("what staff never need")
                .doesNotContain("Сочетания клавиш", "Начать процесс", "Сохранить");
        browser.openTask("Дать согласие на участие");
        browser.awaitText("Отказываюсь");
        read("tasklist-mentor-form");
        browser.press("Выполнить");
        assertThat(browser.words())
                .contains(
                        "Заполните это поле.",
                        "Не удалось выполнить задачу. Заполните поля, под которыми красная надпись.");
        read("tasklist-mentor-required");
        for (String tab : List.of("Схема", "Описание", "Файлы")) {
            browser.press(tab);
            read("tasklist-mentor-" + tab);
        }
        browser.press("Общие задачи");
        read("tasklist-mentor-nothing");
        browser.press("Дата поступления");
        read("tasklist-mentor-sorting");
        leave();

        enter("director", language);
        browser.open("/camunda/app/tasklist/default/");
        browser.press("Общие задачи");
        browser.openTask("Принять решение по проекту документа");
        browser.awaitText("Вернуть на доработку");
        read("tasklist-director-form");
        browser.claim();
        read("tasklist-director-claimed");
        browser.press("Начать процесс");
        read("tasklist-director-start");
        browser.press("Программа наставничества");
        browser.awaitText("Начало программы");
        assertThat(browser.words()).contains("дд.мм.гггг").doesNotContain("mm/dd/yyyy");
        browser.press(By.cssSelector(".modal-dialog input.flatpickr-input"));
        assertThat(browser.words()).as("the calendar").containsSubsequence("Пн", "Вт", "Ср", "Чт", "Пт", "Сб", "Вс");
        read("tasklist-director-calendar");
        leave();
    }

    @Test
    @DisplayName(
            "Tasklist says what to do when a task is done by somebody else, the network is gone, and the session is over")
    void tasklist_saysWhatToDo() {
        enter("director", "ru-RU");
        browser.open("/camunda/app/tasklist/default/");
        browser.press("Общие задачи");
        browser.openTask("Принять решение по проекту документа");
        browser.claim();
        browser.awaitText("Вернуть на доработку");
        OpenTask task = school.director().task("UserTask_DecideOnAct");
        browser.choose("Решение", "Утвердить");
        school.director().complete(task, "decision", "APPROVE", "door", "SCREEN");
        browser.press("Выполнить");
        assertThat(browser.shows("Уже отмечено")).isTrue();
        browser.picture("tasklist-done-already");
        browser.complaints();

        browser.open("/camunda/app/tasklist/default/");
        browser.network(true);
        browser.press("Общие задачи");
        browser.awaitText("Нет связи с сервером. Проверьте сеть и повторите");
        browser.picture("tasklist-network-gone");
        readOnly();
        browser.network(false);
        browser.open("/camunda/app/tasklist/default/");
        browser.forgetSession();
        browser.press("Мои задачи");
        browser.awaitText("Сеанс закончился. Войдите снова.");
        browser.picture("tasklist-session-over");
    }

    @Test
    @DisplayName("Cockpit speaks Russian to a curator, and shows a failure as one")
    void cockpit_speaksRussian() {
        management
                .createJobQuery()
                .tenantIdIn(school.id.toString())
                .processDefinitionKey("RoadmapMeasureProcess")
                .listPage(0, 1)
                .forEach(job -> management.setJobRetries(job.getId(), 0));
        enter("curator", "ru-RU");
        browser.open("/camunda/app/cockpit/default/");
        read("cockpit-dashboard");
        browser.open("/camunda/app/cockpit/default/#/processes");
        read("cockpit-processes");
        browser.press("Схемы");
        read("cockpit-processes-diagrams");
        browser.open("/camunda/app/cockpit/default/#/processes");
        browser.press("Мероприятие дорожной карты");
        read("cockpit-process");
        for (String tab : List.of("Сбои", "Вызванные порядки", "Виды фоновых работ")) {
            browser.press(tab);
            read("cockpit-process-" + tab);
        }
        browser.press("Процессы");
        browser.open("/camunda/app/cockpit/default/#/process-instance/"
                + runtime.createProcessInstanceQuery()
                        .tenantIdIn(school.id.toString())
                        .processDefinitionKey("RoadmapMeasureProcess")
                        .withIncident()
                        .list()
                        .get(0)
                        .getId());
        read("cockpit-instance");
        for (String tab : List.of("Значения", "Вызванные процессы", "Задачи", "Фоновые работы", "Внешние задачи")) {
            browser.press(By.xpath("//ul[contains(@class,'nav-tabs')]//a[normalize-space()='" + tab + "']"));
            read("cockpit-instance-" + tab);
        }
        browser.open("/camunda/app/cockpit/default/#/decisions");
        read("cockpit-decisions");
        browser.press("Ответственный за мероприятие");
        read("cockpit-decision");
        browser.open("/camunda/app/cockpit/default/#/repository");
        read("cockpit-deployments");
        leave();
    }

    @Test
    @DisplayName(
            "Admin and Welcome speak Russian to the technical administrator, and Cockpit's and Tasklist's further pages")
    void adminAndWelcome_speakRussian() {
        clock.release();
        enter("administrator", "ru-RU");
        browser.open("/camunda/app/welcome/default/");
        read("welcome");
        browser.open("/camunda/app/admin/default/");
        read("admin-dashboard");
        for (String page : List.of(
                "users",
                "groups",
                "tenants",
                "system?section=system-settings-general",
                "system?section=system-settings-metrics")) {
            browser.open("/camunda/app/admin/default/#/" + page);
            read("admin-" + page.replaceAll("\\W+", "-"));
        }
        browser.open("/camunda/app/admin/default/#/users/" + school.accountOf("administrator"));
        read("admin-user");
        for (int resource : List.of(0, 6, 7, 8, 9, 13, 17, 21)) {
            browser.open("/camunda/app/admin/default/#/authorization?resource=" + resource);
            read("admin-authorization-" + resource);
        }
        browser.open("/camunda/app/admin/default/#/authorization?resource=6");
        browser.press("Изменить");
        browser.press(By.cssSelector(".input-group-btn .dropdown-toggle"));
        read("admin-authorization-edit");
        for (String page : List.of("tasks", "batch")) {
            browser.open("/camunda/app/cockpit/default/#/" + page);
            read("cockpit-admin-" + page);
        }
        browser.open("/camunda/app/tasklist/default/");
        browser.press("Сочетания клавиш");
        read("tasklist-admin-shortcuts");
        leave();
    }

    private void enter(String key, String language) {
        if (browser != null) {
            browser.close();
        }
        browser = new Browser(port, language);
        browser.logIn(school.login(key), TestSchool.PASSWORD);
    }

    private void leave() {
        browser.close();
        browser = null;
    }

    private void read(String name) {
        browser.picture(name);
        readOnly();
        assertThat(browser.complaints()).as("console at %s", name).isEmpty();
    }

    private void readOnly() {
        List<String> words = browser.words();
        assertThat(words).as("anything is shown").hasSizeGreaterThan(3);
        assertThat(words)
                .noneMatch(word ->
                        RAW_KEY.matcher(DATA.matcher(word).replaceAll(" ")).find());
        assertThat(words.stream().filter(RussianInBrowserTest::foreign))
                .as("foreign words")
                .isEmpty();
    }

    private static boolean foreign(String text) {
        return LATIN.matcher(DATA.matcher(text).replaceAll(" "))
                .results()
                .map(MatchResult::group)
                .anyMatch(word -> !NAMES.contains(word));
    }
}
