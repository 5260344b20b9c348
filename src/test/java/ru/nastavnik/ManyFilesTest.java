package ru.nastavnik;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import ru.nastavnik.support.Attempts;
import ru.nastavnik.support.Browser;
import ru.nastavnik.support.Node;
import ru.nastavnik.support.SchoolTest;
import ru.nastavnik.support.SchoolYear;

/** The program in less memory than its container gives it, and many large files at one moment. */
class ManyFilesTest extends SchoolTest {

    private static final int MEGABYTE = 1024 * 1024;
    private static final int SIZE = 19 * MEGABYTE;
    private static final int AT_ONCE = 8;

    @TempDir
    private Path folder;

    @Autowired
    private Environment settings;

    private Node node;
    private final ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);

    @BeforeEach
    void startASmallOne() throws Exception {
        node = Node.started(settings, folder, "-Xmx256m", "-XX:+ExitOnOutOfMemoryError");
    }

    @AfterEach
    void stopIt() throws Exception {
        people.shutdownNow();
        node.stop();
    }

    @Test
    @DisplayName(
            "eight files of 19 MB come in and go out at one moment: each arrives, or is asked to come again, and the "
                    + "program goes on")
    void eightLargeFiles_comeInAndGoOut() throws Exception {
        new SchoolYear(school, this::day).programmeApproved();
        String task = school.as("deputy").task("UserTask_CarryOutMeasure").id();
        Browser deputy = Browser.of(school, "deputy", node.port());
        String token = deputy.csrfToken();
        byte[] form = Attempts.form("скан.pdf", Arrays.copyOf(Attempts.PDF, SIZE));

        List<HttpResponse<String>> uploads =
                atOnce(() -> Attempts.uploadForm(deputy, "/tasks/" + task + "/files", token, form));
        assertThat(uploads).allSatisfy(answer -> {
            assertThat(answer.statusCode()).as(answer.body()).isIn(200, 503);
            if (answer.statusCode() == 503) {
                assertThat(answer.body()).contains("Сейчас загружается слишком много файлов.");
            }
        });
        assertThat(uploads).filteredOn(answer -> answer.statusCode() == 200).hasSizeGreaterThanOrEqualTo(4);

        UUID file = database.queryForObject("select id from stored_file where task_id = ? limit 1", UUID.class, task);
        String session = deputy.cookie("JSESSIONID").orElseThrow().getValue();
        assertThat(atOnce(() -> downloaded(file, session)))
                .as("bytes that arrive")
                .containsOnly((long) SIZE);
        assertThat(node.process().isAlive()).isTrue();
        assertThat(Files.readString(folder.resolve("node.log"))).doesNotContain("OutOfMemory");
        assertThat(deputy.page("/").statusCode()).isEqualTo(200);
    }

    private <T> List<T> atOnce(Callable<T> work) throws Exception {
        List<Future<T>> running = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            running.add(people.submit(work));
        }
        List<T> done = new ArrayList<>();
        for (Future<T> each : running) {
            done.add(each.get());
        }
        return done;
    }

    private Long downloaded(UUID file, String session) throws Exception {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create("http://localhost:" + node.port() + "/files/" + file)
                        .toURL()
                        .openConnection();
        connection.setRequestProperty("Cookie", "JSESSIONID=" + session);
        long bytes = 0;
        try (InputStream in = connection.getInputStream()) {
            byte[] piece = new byte[64 * 1024];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                bytes += read;
            }
        }
        return bytes;
    }
}
