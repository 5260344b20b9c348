package ru.nastavnik;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;
import ru.nastavnik.support.Browser;
import ru.nastavnik.support.JavaProcess;
import ru.nastavnik.support.Patience;
import ru.nastavnik.support.SchoolTest;
import ru.nastavnik.support.SchoolYear;
import ru.nastavnik.support.TestSchool;

/** A second node on the same database: people do not notice which of the two answers. */
class TwoNodesTest extends SchoolTest {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    @TempDir
    private Path folder;

    @Value("${spring.datasource.url}")
    private String url;

    @Value("${spring.datasource.username}")
    private String user;

    @Value("${spring.datasource.password}")
    private String password;

    private int other;
    private Process node;

    @BeforeEach
    void startAnotherNode() throws Exception {
        other = JavaProcess.freePort();
        List<String> command = new ArrayList<>(JavaProcess.command(JavaProcess.TEST_ONLY, NastavnikApplication.class));
        command.add("--camunda.bpm.job-execution.enabled=false");
        Path log = folder.resolve("node.log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "NASTAVNIK_PORT", String.valueOf(other),
                        "NASTAVNIK_DB_URL", url,
                        "NASTAVNIK_DB_USER", user,
                        "NASTAVNIK_DB_PASSWORD", password));
        node = builder.start();
        long end = System.nanoTime() + Patience.TIME.toNanos();
        while (!JavaProcess.answers(other, "/login")) {
            assertThat(node.isAlive() && System.nanoTime() < end)
                    .as(Files.readString(log))
                    .isTrue();
            Thread.sleep(100);
        }
    }

    @AfterEach
    void stopIt() throws Exception {
        node.destroyForcibly().waitFor();
    }

    @Test
    @DisplayName("a login holds on both nodes, in the engine's applications too; so do its end and failed attempts")
    void login_holdsOnBothNodes() {
        day("2025-08-25");
        new SchoolYear(school, this::day).requested();
        Browser here = Browser.of(school, "curator", port);
        Browser there = here.movedTo(other);
        assertThat(there.page("/").body()).contains("Кураторович");
        assertThat(there.page(TASKLIST).statusCode()).isEqualTo(200);
        String task = there.api("POST", "/task?maxResults=1", Map.of("taskDefinitionKey", "UserTask_CompleteRoadmap"))
                .body()
                .replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
        here = there.movedTo(port);
        assertThat(here.api("POST", "/task/" + task + "/claim", Map.of("userId", school.accountOf("curator")))
                        .statusCode())
                .as("with the token of the other node")
                .isEqualTo(204);

        assertThat(leadsTo(there.form("/logout", Map.of()))).endsWith("/login?bye");
        assertThat(leadsTo(here.page("/"))).contains("/login");
        assertThat(here.get(Browser.API + "/task").statusCode()).isEqualTo(401);

        for (int i = 0; i < 5; i++) {
            assertThat(leadsTo(new Browser(i % 2 == 0 ? port : other).logIn(school.login("clerk"), "guess")))
                    .endsWith("/login?wrong");
        }
        for (int each : new int[] {port, other}) {
            assertThat(leadsTo(new Browser(each).logIn(school.login("clerk"), TestSchool.PASSWORD)))
                    .endsWith("/login?throttled");
        }
    }

    private static String leadsTo(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
