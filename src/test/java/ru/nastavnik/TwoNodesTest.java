package ru.nastavnik;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import ru.nastavnik.support.Browser;
import ru.nastavnik.support.Node;
import ru.nastavnik.support.SchoolTest;
import ru.nastavnik.support.SchoolYear;
import ru.nastavnik.support.TestSchool;

/** A second node on the same database: people do not notice which of the two answers. */
class TwoNodesTest extends SchoolTest {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    @TempDir
    private Path folder;

    @Autowired
    private Environment settings;

    private Node node;

    @BeforeEach
    void startAnotherNode() throws Exception {
        node = Node.started(settings, folder);
    }

    @AfterEach
    void stopIt() throws Exception {
        node.stop();
    }

    @Test
    @DisplayName("a login holds on both nodes, in the engine's applications too; so do its end and failed attempts")
    void login_holdsOnBothNodes() {
        day("2025-08-25");
        new SchoolYear(school, this::day).requested();
        Browser here = Browser.of(school, "curator", port);
        Browser there = here.movedTo(node.port());
        assertThat(there.page("/").body()).contains("Кураторович");
        assertThat(there.page(TASKLIST).statusCode()).isEqualTo(200);
        String task = there.api("POST", "/task?maxResults=1", Map.of("taskDefinitionKey", "UserTask_CompleteRoadmap"))
                .body()
                .replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
        here = there.movedTo(port);
        assertThat(here.api("POST", "/task/" + task + "/claim", Map.of("userId", school.accountOf("curator")))
                        .statusCode())
                .as("with the token of the node.port() node")
                .isEqualTo(204);

        assertThat(leadsTo(there.form("/logout", Map.of()))).endsWith("/login?bye");
        assertThat(leadsTo(here.page("/"))).contains("/login");
        assertThat(here.get(Browser.API + "/task").statusCode()).isEqualTo(401);

        for (int i = 0; i < 5; i++) {
            assertThat(leadsTo(new Browser(i % 2 == 0 ? port : node.port()).logIn(school.login("clerk"), "guess")))
                    .endsWith("/login?wrong");
        }
        for (int each : new int[] {port, node.port()}) {
            assertThat(leadsTo(new Browser(each).logIn(school.login("clerk"), TestSchool.PASSWORD)))
                    .endsWith("/login?throttled");
        }
    }

    private static String leadsTo(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
