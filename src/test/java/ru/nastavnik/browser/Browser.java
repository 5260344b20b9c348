package ru.nastavnik.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.FluentWait;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.util.FileSystemUtils;
import ru.nastavnik.support.Patience;

/** Somebody at a real browser: finds things by what they read on the screen. */
class Browser implements AutoCloseable {

    static final int DESK = 1366;
    static final int PHONE = 390;
    private static final Path CHROMIUM = onPath("chromium");
    private static final Path DRIVER = onPath("chromedriver");
    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    private final String address;
    private final Path profile;
    private final ChromeDriver driver;

    Browser(int port) {
        this(port, "ru-RU");
    }

    /** @param language what the browser speaks: «ru-RU» */
    Browser(int port, String language) {
        address = "http://localhost:" + port;
        try {
            profile = Files.createTempDirectory("nastavnik-browser");
            Files.createDirectories(SCREENSHOTS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toString());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--lang=ru",
                "--user-data-dir=" + profile);
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", "ru"));
        LoggingPreferences logging = new LoggingPreferences();
        logging.enable(LogType.BROWSER, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logging);
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .usingAnyFreePort()
                        .build(),
                options);
        width(DESK);
        driver.executeCdpCommand("Emulation.setLocaleOverride", Map.of("locale", language));
        driver.executeCdpCommand(
                "Network.setUserAgentOverride",
                Map.of(
                        "acceptLanguage",
                        language,
                        "userAgent",
                        String.valueOf(driver.executeScript("return navigator.userAgent"))));
    }

    /**
     * @return why there is no browser here; null if there is one
     * @throws AssertionError where {@code -Dnastavnik.test.browser.required=true} says that there must be one
     */
    static String missing() {
        String missing = List.of(CHROMIUM, DRIVER).stream()
                .filter(program -> !Files.isExecutable(program))
                .findFirst()
                .map(program -> "Browser tests are skipped: " + program
                        + " is missing (apt-get install chromium chromium-driver)")
                .orElse(null);
        assertThat(missing == null || !Boolean.getBoolean("nastavnik.test.browser.required"))
                .as(missing)
                .isTrue();
        return missing;
    }

    private static Path onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(Path.of(program));
    }

    void logIn(String login, String password) {
        driver.get(address + "/login");
        find(By.name("login")).sendKeys(login);
        find(By.name("password")).sendKeys(password);
        click(By.cssSelector("button[type=submit]"));
        until(() -> !path().equals("/login"));
    }

    void openTasklist() {
        driver.get(address + "/camunda/app/tasklist/default/");
        find(By.cssSelector(".task-filters .task-filter"));
    }

    void openList(String name) {
        click(By.xpath("//*[contains(@class,'task-filters')]//a[starts-with(normalize-space(),'" + name + "')]"));
    }

    /** Opens the task of that name in the list that is shown. */
    void openTask(String name) {
        click(By.xpath("//ol[contains(@class,'tasks-list')]//h4//a[normalize-space()='" + name + "']"));
        find(By.xpath("//*[contains(@class,'task-details')]//h2[normalize-space()='" + name + "']"));
    }

    /** Tasklist shows the task anew after it has been taken, its first tab in front: the tab is pressed until it stays. */
    void openTab(String name) {
        By tab = By.xpath("//*[contains(@class,'task-details')]//ul[contains(@class,'nav-tabs')]//a[normalize-space()='"
                + name + "']");
        until(() -> {
            click(tab);
            pause(1000);
            return driver.findElements(tab).stream()
                    .anyMatch(shown -> shown.findElement(By.xpath("./parent::li"))
                            .getAttribute("class")
                            .contains("active"));
        });
    }

    /** Takes the task that is shown, so that its form can be filled in. */
    void claim() {
        click(By.cssSelector(".task-details .claim"));
        find(By.cssSelector(
                ".task-details .reset-assignee, .task-details .unclaim, .task-details .assignee .glyphicon-remove"));
    }

    /** Chooses an option of the radio group of that label: the first with it that is shown. */
    void choose(String group, String option) {
        click(By.xpath("//*[contains(@class,'fjs-form-field-radio')][./label[starts-with(normalize-space(),'" + group
                + "')]]" + "//label[normalize-space()='" + option + "']"));
    }

    /** Opens the list of the field of that label and takes an option of it. */
    void pick(String field, String option) {
        pick(field, "", option);
    }

    /** The same, having searched for what was typed. */
    void pick(String field, String typed, String option) {
        By search = By.xpath("//*[contains(@class,'fjs-form-field-taglist')][./label[starts-with(normalize-space(),'"
                + field + "')]]//input");
        click(search);
        find(search).sendKeys(typed);
        click(By.xpath("//*[contains(@class,'fjs-dropdownlist-item')][normalize-space()='" + option + "']"));
    }

    /** @return whether the lists of forms find this */
    boolean formsFind(String typed, String text) {
        return (Boolean) driver.executeAsyncScript(
                "import('/js/camunda/search.js').then(search => arguments[2](search.found(arguments[0], arguments[1])))",
                typed,
                text);
    }

    /** Chooses this option in every radio group that offers it. */
    int chooseEverywhere(String option) {
        By offers = By.xpath("//*[contains(@class,'fjs-form-field-radio')]//label[normalize-space()='" + option + "']");
        find(offers);
        List<WebElement> found = driver.findElements(offers);
        found.forEach(this::click);
        return found.size();
    }

    boolean shows(String text) {
        return !driver.findElements(By.xpath("//*[not(self::script)][text()[contains(.,'" + text + "')]]"))
                .isEmpty();
    }

    void awaitText(String text) {
        until(() -> shows(text));
    }

    /** Submits the form of the task that is shown and waits until the task is gone from the screen. */
    void complete() {
        click(By.cssSelector(".task-details button.btn-primary[ng-click^='complete']:not([disabled])"));
        until(() -> driver.findElements(By.cssSelector(".task-details button.btn-primary[ng-click^='complete']"))
                .isEmpty());
    }

    void attach(File file) {
        find(By.id("files-input"));
        driver.findElement(By.id("files-input")).sendKeys(file.getAbsolutePath());
        find(By.xpath("//*[contains(@class,'files-list')]//a[normalize-space()='" + file.getName() + "']"));
    }

    /** @return what the link of that text gives, fetched with the session of this browser */
    String contentType(String linkText) {
        String address = find(By.linkText(linkText)).getAttribute("href");
        return (String) driver.executeAsyncScript(
                "const done = arguments[arguments.length - 1];"
                        + "fetch(arguments[0]).then(r => done(r.status + ' ' + r.headers.get('content-type')));",
                address);
    }

    void logOut() {
        if (driver.findElements(By.cssSelector("[ng-click='logout()']")).stream()
                .noneMatch(WebElement::isDisplayed)) {
            click(By.cssSelector(
                    "[cam-widget-header] .account a, [cam-widget-header] .dropdown-toggle .glyphicon-user"));
        }
        click(By.cssSelector("[ng-click='logout()']"));
        until(() -> path().equals("/login"));
    }

    /** Opens a page of one of the engine's applications, new from the server. */
    void open(String page) {
        driver.get("about:blank");
        driver.get(address + page);
        find(By.cssSelector("[cam-widget-header] .navbar-brand"));
        settle();
    }

    /** Presses what reads so or begins so: the first that is shown. */
    void press(String text) {
        click(By.xpath("(//a|//button|//label)[normalize-space()='" + text + "' or starts-with(normalize-space(),'"
                + text + " ')]"));
        settle();
    }

    void press(By what) {
        click(what);
        settle();
    }

    String language() {
        return (String) driver.executeScript("return navigator.language");
    }

    void forgetSession() {
        driver.manage().deleteAllCookies();
    }

    /** @param away whether the network is gone */
    void network(boolean away) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", away, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    /** @return everything that the page shows or says to a screen reader: texts, placeholders, hints */
    @SuppressWarnings("unchecked")
    List<String> words() {
        return (List<String>) driver.executeScript("""
        const shown = element => element.checkVisibility({visibilityProperty: true});
        const words = [document.title], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const text = walker.currentNode, holder = text.parentElement;
          if (text.data.trim() && !holder.closest('script, style, pre') && shown(holder)) words.push(text.data.trim());
        }
        for (const element of document.querySelectorAll('[placeholder], [title], [aria-label]')) {
          if (!shown(element)) continue;
          for (const name of ['placeholder', 'title', 'aria-label']) {
            if (element.getAttribute(name)) words.push(element.getAttribute(name).trim());
          }
        }
        return words;""");
    }

    /** Takes a picture at the width of a desk. */
    void picture(String name) {
        try {
            Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the page says the same for a while. */
    private void settle() {
        List<String> before = List.of();
        for (int round = 0; round < 25; round++) {
            pause(350);
            List<String> now = words();
            if (now.equals(before) && !now.contains("Загружаем…")) {
                return;
            }
            before = now;
        }
    }

    /** @return where an address leads in the end */
    String visit(String target) {
        driver.get(address + target);
        return path();
    }

    /** Types into the field with this id. */
    void type(String id, String text) {
        find(By.id(id)).sendKeys(text);
    }

    /** @return what stands in the field with this id */
    String value(String id) {
        return find(By.id(id)).getDomProperty("value");
    }

    String path() {
        return URI.create(driver.getCurrentUrl()).getPath();
    }

    /** Takes pictures as a desktop and a phone show the page, and sees that nothing is cut off sideways. */
    void photograph(String name) {
        for (int width : List.of(PHONE, DESK)) {
            width(width);
            pause(900);
            Long over = (Long) driver.executeScript("return document.documentElement.scrollWidth - window.innerWidth");
            assertThat(over)
                    .as("pixels by which %s is wider than a screen of %s", name, width)
                    .isLessThanOrEqualTo(0);
            try {
                Files.write(SCREENSHOTS.resolve(name + "-" + width + ".png"), driver.getScreenshotAs(OutputType.BYTES));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** @return what the console of the browser complained of since the last call */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(LogEntry::toString)
                .toList();
    }

    void width(int width) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Tasklist moves its columns for half a second. */
    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private WebElement find(By what) {
        return waiting()
                .until(d -> d.findElements(what).stream()
                        .filter(WebElement::isEnabled)
                        .findFirst()
                        .orElse(null));
    }

    /** Angular draws lists anew while one looks at them: a stale element is looked for again. */
    private void click(By what) {
        waiting().ignoring(ElementNotInteractableException.class).until(d -> {
            WebElement found = d.findElements(what).stream()
                    .filter(WebElement::isDisplayed)
                    .findFirst()
                    .orElse(null);
            if (found == null) {
                return false;
            }
            click(found);
            return true;
        });
    }

    private void click(WebElement element) {
        driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
        element.click();
    }

    private void until(BooleanSupplier condition) {
        waiting().until(d -> condition.getAsBoolean());
    }

    private FluentWait<WebDriver> waiting() {
        return new WebDriverWait(driver, Patience.TIME).ignoring(StaleElementReferenceException.class);
    }

    @Override
    public void close() {
        driver.quit();
        try {
            FileSystemUtils.deleteRecursively(profile);
        } catch (IOException e) {
            profile.toFile().deleteOnExit();
        }
    }
}
