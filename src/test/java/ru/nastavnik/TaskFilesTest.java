package ru.nastavnik;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nastavnik.support.Attempts.PDF;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.support.SchoolTest;
import ru.nastavnik.support.SchoolYear;
import ru.nastavnik.support.TasklistUser;
import ru.nastavnik.support.TasklistUser.OpenTask;
import ru.nastavnik.support.TasklistUser.Reply;
import ru.nastavnik.support.TestSchool;

/** The tab «Файлы» of a task. */
class TaskFilesTest extends SchoolTest {

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final int MEGABYTE = 1024 * 1024;

    private SchoolYear year;
    private TasklistUser deputy;
    private OpenTask task;

    @BeforeEach
    void openTask() {
        year = new SchoolYear(school, this::day).programmeApproved();
        deputy = school.as("deputy");
        task = deputy.task("UserTask_CarryOutMeasure");
    }

    @ParameterizedTest
    @CsvSource({
        "scan.pdf, application/pdf",
        "photo.jpg, image/jpeg",
        "photo.png, image/png",
        "list.docx, " + OFFICE + "wordprocessingml.document",
        "table.xlsx, " + OFFICE + "spreadsheetml.sheet",
        "photo.jpeg, image/png"
    })
    void documentsAndPictures_areKept_asWhatTheirContentIs(String name, String mediaType) {
        byte[] content = content(mediaType);
        JsonNode file = attached(name, content);
        assertThat(file.path("name").asText()).isEqualTo(name);
        assertThat(file.path("size").asInt()).isEqualTo(content.length);

        HttpResponse<byte[]> opened = deputy.open(file.path("id").asText());
        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(opened.body()).isEqualTo(content);
        assertThat(opened.headers().firstValue("Content-Type")).hasValue(mediaType);
        assertThat(opened.headers().allValues("X-Content-Type-Options")).containsOnly("nosniff");
        // Many browsers refuse to show a document that is locked up.
        assertThat(opened.headers().allValues("Content-Security-Policy"))
                .containsOnly(
                        mediaType.equals("application/pdf")
                                ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'"
                                : "sandbox; default-src 'none'");
        assertThat(opened.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(
                        header -> assertThat(header).startsWith("inline").contains(name));
        assertThat(opened.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(header -> assertThat(header).contains("no-store"));
    }

    @Test
    void programPageArchiveAndText_areRefused_whateverTheirNameSays() {
        assertRefused("Такой файл приложить нельзя", "протокол.pdf", concat(text("MZ"), new byte[600]));
        assertRefused("Такой файл приложить нельзя", "протокол.pdf", text("<html><script>alert(1)</script></html>"));
        assertRefused("Такой файл приложить нельзя", "фото.png", text("<svg xmlns='http://www.w3.org/2000/svg'/>"));
        assertRefused("Такой файл приложить нельзя", "список.docx", zip("notes.txt", "просто архив"));
        assertRefused("Такой файл приложить нельзя", "список.docx", text("PK\3\4 не архив"));
        assertRefused("Такой файл приложить нельзя", "список.pdf", text("просто текст"));
        assertThat(names()).isEmpty();
    }

    @Test
    void emptyFile_isRefused() {
        assertRefused("Файл пуст", "пустой.pdf", new byte[0]);
    }

    @ParameterizedTest
    @CsvSource({"20971521", "26214400"})
    void fileOver20Megabytes_isRefused_withTheSameSentence_howeverLarge(int size) {
        assertRefused("Файл больше 20 МБ", "скан.pdf", Arrays.copyOf(PDF, size));
        assertThat(names()).isEmpty();
    }

    @Test
    void fileOfExactly20Megabytes_isKept() {
        attached("скан.pdf", Arrays.copyOf(PDF, 20 * MEGABYTE));
    }

    @Test
    void archiveThatSwellsWhenOpened_isRefused_withoutOpeningItAll() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            byte[] zeroes = new byte[MEGABYTE];
            zip.putNextEntry(new ZipEntry("word/media/image1.bmp"));
            for (int i = 0; i < 1000; i++) {
                zip.write(zeroes);
            }
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertRefused("Такой файл приложить нельзя", "бомба.docx", bytes.toByteArray());
    }

    @Test
    void fileIsSeen_byWhoeverMaySeeTheTask_andNobodyElse() {
        String file = attached("протокол.pdf", PDF).path("id").asText();
        TestSchool other = new TestSchool(organisations, database, port);

        assertThat(deputy.open(file).statusCode()).isEqualTo(200);
        assertThat(school.director().open(file).statusCode()).isEqualTo(200);
        for (TasklistUser stranger :
                new TasklistUser[] {school.as("Ахтырцева"), school.as("editor"), other.director(), other.as("deputy")
                }) {
            assertThat(stranger.open(file).statusCode()).as(stranger.login).isEqualTo(404);
            assertThat(stranger.get("/tasks/" + task.id() + "/files").status())
                    .as(stranger.login)
                    .isEqualTo(404);
        }
        assertThat(deputy.open(UUID.randomUUID().toString()).statusCode()).isEqualTo(404);
        assertThat(deputy.open("не-номер").statusCode()).isBetween(400, 404);
    }

    @Test
    void strangerCannotAttach_toATaskThatIsNotTheirs() {
        JsonNode tab = TasklistUser.json(school.as("editor")
                .get("/tasks/"
                        + school.as("editor").task("UserTask_PublishNews").id() + "/files"));
        assertThat(tab.path("files")).isEmpty();
        assertThat(school.as("editor")
                        .attachTo(task.id(), tab, "протокол.pdf", PDF)
                        .status())
                .isEqualTo(404);
        assertThat(names()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "../../etc/passwd.pdf, passwd.pdf",
        "C:\\\\Users\\\\a\\\\скан.pdf, скан.pdf",
        "'<img src=x onerror=alert(1)>.pdf', _img src=x onerror=alert(1)_.pdf",
        "'.pdf', .pdf",
        "'скан.pdf. .', скан.pdf",
        "'Приказ 5.2 от 01.09', 'Приказ 5.2 от 01.09.pdf'",
        "'скан', скан.pdf",
        "'Йод.pdf', 'Йод.pdf'",
        "'скан;x=1.pdf', 'скан;x=1.pdf'",
        "'%0d%0aSet-Cookie.pdf', '%0d%0aSet-Cookie.pdf'"
    })
    void nameThatWouldMislead_isMadeHarmless(String name, String kept) {
        JsonNode file = attached(name, PDF);
        assertThat(file.path("name").asText()).isEqualTo(kept);
        HttpResponse<byte[]> opened = deputy.open(file.path("id").asText());
        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(opened.headers().firstValue("Set-Cookie").orElse("")).doesNotContain("Set-Cookie.pdf");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "'a\u202Efdp.exe.pdf', В имени файла есть невидимые знаки",
        "'скан\u200B.pdf', В имени файла есть невидимые знаки",
        "'скан\u0007.pdf', В имени файла есть невидимые знаки",
        "'.', У файла нет имени",
        "'..', У файла нет имени",
        "'a/..', У файла нет имени",
        "scan.exe, Имя файла заканчивается на «.exe»",
        "scan.pdf.exe, Имя файла заканчивается на «.exe»",
        "scan.pdf.7z, Имя файла заканчивается на «.7z»",
        "scan.docx, Имя файла заканчивается на «.docx»",
        "scan.docm, Имя файла заканчивается на «.docm»"
    })
    void nameThatHidesOrPretends_isRefused(String name, String sentence) {
        assertRefused(sentence, name, PDF);
        assertThat(names()).isEmpty();
    }

    @Test
    void documentWithMacros_isRefused_howeverItIsNamed() {
        for (String name : List.of("список.docx", "список.docm", "таблица.xlsm")) {
            assertRefused(
                    "В документе есть макросы",
                    name,
                    zip("word/document.xml", "<w/>", "word/vbaProject.bin", "Sub AutoOpen()"));
            assertRefused(
                    "В документе есть макросы",
                    name,
                    zip(
                            "[Content_Types].xml",
                            "<Types><Override ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>",
                            "word/document.xml",
                            "<w/>"));
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void documentThatDidNotArriveWhole_isRefused() {
        byte[] whole = zip("word/document.xml", "<w>" + "слово ".repeat(500) + "</w>");
        for (int length : new int[] {whole.length - 30, whole.length - 150, whole.length - 250}) {
            assertRefused("Документ не открывается", "список.docx", Arrays.copyOf(whole, length));
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void quotesInANameAreReplaced_andALongNameKeepsItsEnd() {
        assertThat(attached("\u00ABa\\\"b\u00BB.pdf", PDF).path("name").asText())
                .doesNotContain("\"")
                .endsWith(".pdf");
        assertThat(attached("ф".repeat(400) + ".pdf", PDF).path("name").asText())
                .hasSize(255)
                .endsWith("ф.pdf");
    }

    @Test
    void directorOpensTheEvidence_whenTheTaskIsDone_theDeputyNoMore() {
        String file = attached("протокол.pdf", PDF).path("id").asText();
        deputy.complete(task, "outcome", "DONE", "doneOn", "2025-09-01", "evidenceKind", "FILE");
        assertThat(school.director().open(file).body()).isEqualTo(PDF);
        assertThat(school.curator().open(file).statusCode()).isEqualTo(200);
        assertThat(deputy.open(file).statusCode()).isEqualTo(404);
        assertThat(database.queryForObject(
                        "select count(*) from evidence where kind = 'FILE' and file_id = ?::uuid", Long.class, file))
                .isEqualTo(1);
    }

    @Test
    void draftAttachedByTheCurator_isBeforeTheDirectorAndTheClerk_andIsReplacedOnReturn() {
        school.curator()
                .complete(
                        "UserTask_CiteActs",
                        "act2State",
                        "MAKE",
                        "act1State",
                        "NOT_REQUIRED",
                        "act1Reason",
                        "Не нужен");
        OpenTask draft = school.curator().task("UserTask_DraftAct");
        String first = TasklistUser.json(
                        school.curator().attach(draft, "проект.docx", zip("word/document.xml", "<w/>")))
                .path("id")
                .asText();
        school.curator()
                .complete(draft, "outcome", "DONE", "title", "Положение", "text", "В файле.", "councilDemanded", false);
        assertThat(names(school.director(), school.director().task("UserTask_DecideOnAct")))
                .containsExactly("проект.docx");
        assertThat(school.as("editor").open(first).statusCode()).isEqualTo(404);
        school.director()
                .complete(
                        "UserTask_DecideOnAct",
                        "decision",
                        "RETURN",
                        "remark",
                        "Исправьте раздел 2.",
                        "door",
                        "SCREEN");

        OpenTask revise = school.curator().task("UserTask_ReviseAct");
        assertThat(names(school.curator(), revise)).containsExactly("проект.docx");
        assertThat(school.curator()
                        .removeFile(school.curator().task("UserTask_CollectRequests"), first)
                        .status())
                .as("with a task about something else")
                .isEqualTo(404);
        assertThat(school.curator().removeFile(revise, first).status()).isEqualTo(200);
        String second = TasklistUser.json(
                        school.curator().attach(revise, "проект 2.docx", zip("word/document.xml", "<w/>")))
                .path("id")
                .asText();
        school.curator().complete(revise, "title", "Положение", "text", "В файле.");
        school.director().complete("UserTask_DecideOnAct", "decision", "APPROVE", "door", "SCREEN");
        assertThat(names(school.clerk(), school.clerk().task("UserTask_RegisterAct")))
                .containsExactly("проект 2.docx");
        assertThat(school.clerk().open(second).statusCode()).isEqualTo(200);
    }

    @Test
    void measureHandedOver_keepsItsFiles_andTheyProveIt() {
        OpenTask own = deputy.tasks("UserTask_CarryOutMeasure").get(0);
        String file = TasklistUser.json(deputy.attach(own, "протокол.pdf", PDF))
                .path("id")
                .asText();
        deputy.complete(own, "outcome", "HANDED_OVER", "handOverTo", "SITE_EDITOR");
        assertThat(deputy.open(file).statusCode()).isEqualTo(404);

        TasklistUser editor = school.as("editor");
        OpenTask handed = editor.task("UserTask_CarryOutMeasure");
        assertThat(names(editor, handed)).containsExactly("протокол.pdf");
        assertThat(editor.open(file).body()).isEqualTo(PDF);
        editor.complete(handed, "outcome", "DONE", "doneOn", "2025-09-01", "evidenceKind", "FILE");
        assertThat(database.queryForObject(
                        "select count(*) from evidence where kind = 'FILE' and file_id = ?::uuid", Long.class, file))
                .isEqualTo(1);
    }

    @Test
    void whatTheStaffAttachesToAPair_isNotShownToItsMentor_butTheirOwnIs() {
        year.banksFilled()
                .on("2025-09-20")
                .pairsProposed("Ахтырцева", "Гороховецкая")
                .pairsApproved("Ахтырцева")
                .pairOrderRegistered("101-ОД");
        TasklistUser mentor = school.as("Гороховецкая");
        OpenTask draft = mentor.task("UserTask_DraftPersonalProgramme");
        String own = TasklistUser.json(mentor.attach(draft, "план.docx", zip("word/document.xml", "<w/>")))
                .path("id")
                .asText();
        year.personalProgrammesApproved().on("2025-10-01");
        OpenTask meetings = mentor.task("UserTask_MarkMeetings");
        UUID pair = database.queryForObject("select subject_id from stored_file where id = ?::uuid", UUID.class, own);
        database.update(
                "insert into stored_file select gen_random_uuid(), organisation_id, 'of the curator', subject_id, "
                        + "'жалоба.pdf', media_type, size_bytes, sha256, content, ?, uploaded_at from stored_file where id = ?::uuid",
                school.accountOf("curator"),
                own);
        String complaint = database.queryForObject(
                "select id::text from stored_file where subject_id = ? and task_id = ?",
                String.class,
                pair,
                "of the curator");

        assertThat(names(mentor, meetings)).containsExactly("план.docx");
        assertThat(mentor.open(own).statusCode()).isEqualTo(200);
        assertThat(mentor.open(complaint).statusCode()).isEqualTo(404);
        assertThat(mentor.removeFile(meetings, complaint).status()).isEqualTo(404);
        assertThat(names(school.curator(), meetings)).containsExactlyInAnyOrder("план.docx", "жалоба.pdf");
    }

    @Test
    void onlyWhoAttachedAFile_takesItAway() {
        school.grant("editor", school.id, Role.DEPUTY, LocalDate.of(2020, 1, 1), null, false);
        String file = attached("протокол.pdf", PDF).path("id").asText();
        TasklistUser colleague = school.as("editor");
        assertThat(TasklistUser.json(colleague.get("/tasks/" + task.id() + "/files"))
                        .at("/files/0/mine")
                        .asBoolean())
                .isFalse();

        Reply refused = colleague.removeFile(task, file);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.message()).isEqualTo("Убрать файл может только тот, кто его приложил.");
        assertThat(names()).containsExactly("протокол.pdf");

        assertThat(deputy.removeFile(task, file).status()).isEqualTo(200);
        assertThat(names()).isEmpty();
        assertThat(deputy.open(file).statusCode()).isEqualTo(404);
    }

    private JsonNode attached(String name, byte[] content) {
        return TasklistUser.json(deputy.attach(task, name, content));
    }

    private void assertRefused(String sentence, String name, byte[] content) {
        Reply reply = deputy.attach(task, name, content);
        assertThat(reply.status()).as(name + ": " + reply.body()).isEqualTo(400);
        assertThat(reply.message()).startsWith(sentence);
    }

    private List<String> names() {
        return names(deputy, task);
    }

    private static List<String> names(TasklistUser user, OpenTask task) {
        List<String> names = new ArrayList<>();
        TasklistUser.json(user.get("/tasks/" + task.id() + "/files"))
                .path("files")
                .forEach(file -> names.add(file.path("name").asText()));
        return names;
    }

    private static byte[] content(String mediaType) {
        return switch (mediaType) {
            case "application/pdf" -> PDF;
            case "image/jpeg" -> picture("jpeg");
            case "image/png" -> picture("png");
            case OFFICE + "wordprocessingml.document" -> zip("word/document.xml", "<w:document/>");
            default -> zip("xl/workbook.xml", "<workbook/>");
        };
    }

    private static byte[] picture(String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            assertThat(ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), format, bytes))
                    .isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** An office document as Word and Excel write it: the list of contents first. */
    private static byte[] zip(String... namesAndContents) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            if (!namesAndContents[0].startsWith("[")) {
                zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
                zip.write(text("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"));
            }
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(text(namesAndContents[i + 1]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] concat(byte[] head, byte[] tail) {
        byte[] all = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, all, head.length, tail.length);
        return all;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
