package ru.nastavnik.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import ru.nastavnik.organisation.People;
import ru.nastavnik.support.SchoolTest;

class MailOutboxTest extends SchoolTest {

    private static final String PAGES = "https://school.example";
    private static final Instant MORNING = Instant.parse("2025-10-01T05:00:00Z");

    @Autowired
    private Notices productNotices;

    @Autowired
    private MailSettings productSettings;

    @Autowired
    private NoticeRepository notices;

    @Autowired
    private OutboxRepository outbox;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private People people;

    private final GreenMail mailServer = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private MailSettings settings;
    private NoticeCauses causes = notice -> true;

    @BeforeEach
    void startServer() {
        mailServer.start();
        sendTo(mailServer);
        clock.moveTo(MORNING);
        address("curator", "curator@mail.example");
        address("deputy", "deputy@mail.example");
    }

    @AfterEach
    void stopServer() {
        mailServer.stop();
        database.update("delete from outbox_mail");
    }

    @ParameterizedTest
    @EnumSource
    void mail_saysWhatToDo_linksToThePage_andNamesNobody(NoticeKind kind) throws Exception {
        tell("curator", kind);
        send();

        MimeMessage mail = onlyMail();
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("curator@mail.example");
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("nastavnik@school.example");
        assertThat(mail.getSubject()).isEqualTo("Наставник: напоминание");
        assertThat(mail.getContent().toString().strip().lines())
                .containsExactly(kind.sentence(), "", PAGES + kind.page());
        assertThat(GreenMailUtil.getWholeMessage(mail) + mail.getSubject() + mail.getContent())
                .doesNotContain(school.names)
                .doesNotContain("Аполлинария", school.login("curator"), school.id.toString());
        assertThat(notices.findByAccountIdAndReadAtIsNullOrderByCreatedAtDesc(school.accountOf("curator")))
                .as("it stands on the person's page in any case")
                .extracting(Notice::kind)
                .containsExactly(kind);
        assertThat(school.curator().get(kind.page()).status())
                .as("the page is there")
                .isEqualTo(200);
    }

    @Test
    void mailIsSentOnce_howeverOftenTheOutboxIsLookedAt() {
        tell("curator", NoticeKind.MEASURE_LATE);
        send();
        send();
        assertThat(mailServer.getReceivedMessages()).hasSize(1);
        assertThat(row().get("sent_at")).isNotNull();
    }

    @Test
    void personWithoutAnAddress_isToldOnTheirPageOnly() {
        tell("clerk", NoticeKind.MEASURE_LATE);
        send();
        assertThat(mailServer.getReceivedMessages()).isEmpty();
        assertThat(outbox.count()).isZero();
        assertThat(productNotices.of(school.accountOf("clerk"), causes)).hasSize(1);
    }

    @Test
    void serverThatIsDown_isTriedAgainAfterGrowingPauses_thenGivenUp() {
        mailServer.stop();
        tell("curator", NoticeKind.MEASURE_LATE);
        Instant now = MORNING;
        for (int minutes : new int[] {1, 4, 16, 64, 256}) {
            send();
            assertThat(nextAttempt()).isCloseTo(now.plus(Duration.ofMinutes(minutes)), within(1, ChronoUnit.SECONDS));
            clock.moveTo(nextAttempt().minusSeconds(1));
            Map<String, Object> before = row();
            send();
            assertThat(row()).as("nothing is tried before its time").isEqualTo(before);
            now = nextAttempt();
            clock.moveTo(now);
        }
        send();
        assertThat(row()).containsEntry("attempts", 6).containsEntry("sent_at", null);
        assertThat(((Timestamp) row().get("given_up_at")).toInstant()).isCloseTo(now, within(1, ChronoUnit.SECONDS));

        mailServer.start();
        sendTo(mailServer);
        clock.moveTo(now.plus(Duration.ofDays(30)));
        send();
        assertThat(mailServer.getReceivedMessages()).isEmpty();
        assertThat(productNotices.of(school.accountOf("curator"), causes))
                .as("it still stands on the page")
                .hasSize(1);
    }

    @Test
    void serverThatComesBack_getsTheMail() {
        mailServer.stop();
        tell("curator", NoticeKind.MEASURE_LATE);
        send();
        assertThat(row()).containsEntry("attempts", 1);

        // On another port: somebody else may have taken the one that was let go.
        mailServer.start();
        sendTo(mailServer);
        clock.moveTo(nextAttempt());
        send();
        assertThat(mailServer.getReceivedMessages()).hasSize(1);
        assertThat(row().get("sent_at")).isNotNull();
    }

    @Test
    void addressThatIsNone_doesNotHoldUpTheOthers() throws Exception {
        address("curator", "не адрес");
        tell("curator", NoticeKind.MEASURE_LATE);
        clock.moveTo(MORNING.plusSeconds(1));
        tell("deputy", NoticeKind.MEASURE_LATE);
        send();
        assertThat(onlyMail().getRecipients(Message.RecipientType.TO))
                .extracting(Object::toString)
                .containsExactly("deputy@mail.example");
    }

    @Test
    void addressWithALineBreak_addsNoRecipient() {
        address("curator", "a@mail.example\r\nBcc: spy@mail.example");
        tell("curator", NoticeKind.MEASURE_LATE);
        send();
        for (MimeMessage mail : mailServer.getReceivedMessages()) {
            assertThat(GreenMailUtil.getHeaders(mail)).doesNotContain("Bcc:");
        }
        assertThat(mailServer.getReceivedMessages()).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void whatHasBeenDoneMeanwhile_isNotAskedForByMail_norOnThePage() {
        tell("curator", NoticeKind.MEASURE_LATE);
        causes = notice -> false;
        send();
        assertThat(mailServer.getReceivedMessages()).isEmpty();
        assertThat(row().get("given_up_at")).isNotNull();
        assertThat(productNotices.of(school.accountOf("curator"), causes)).isEmpty();
        causes = notice -> true;
        assertThat(productNotices.of(school.accountOf("curator"), causes))
                .as("it is gone for good")
                .isEmpty();
    }

    @Test
    void whoIsToldAgain_hasOneNotice_andASecondMail() {
        UUID step = tell("curator", NoticeKind.STEP_GIVEN_UP);
        send();
        tell("curator", NoticeKind.STEP_GIVEN_UP, step);
        tell("curator", NoticeKind.STEP_TO_REPAIR, step);
        send();
        assertThat(mailServer.getReceivedMessages()).hasSize(3);
        assertThat(productNotices.of(school.accountOf("curator"), causes))
                .extracting(Notice::kind)
                .containsExactlyInAnyOrder(NoticeKind.STEP_GIVEN_UP, NoticeKind.STEP_TO_REPAIR);
    }

    @Test
    void mailIsOff_unlessAHostIsGiven_andThenNothingIsKeptForIt() {
        assertThat(productSettings.on()).as("by default").isFalse();
        productNotices.tell(school.accountOf("curator"), NoticeKind.MEASURE_LATE, UUID.randomUUID());
        assertThat(outbox.count()).isZero();
        assertThat(productNotices.of(school.accountOf("curator"), causes)).hasSize(1);

        new MailOutbox(outbox, notices, causes, people, transaction, clock, productSettings, PAGES).sendWaiting();
        assertThat(mailServer.getReceivedMessages()).isEmpty();
    }

    @Test
    void whatIsRolledBack_isNotSent() {
        transaction.executeWithoutResult(status -> {
            tell("curator", NoticeKind.MEASURE_LATE);
            status.setRollbackOnly();
        });
        send();
        assertThat(mailServer.getReceivedMessages()).isEmpty();
    }

    private void sendTo(GreenMail server) {
        settings = new MailSettings("127.0.0.1", server.getSmtp().getPort(), "", "", "nastavnik@school.example", false);
    }

    private UUID tell(String who, NoticeKind kind) {
        UUID step = UUID.randomUUID();
        database.update(
                "insert into given_up_step (id, organisation_id, step, failure, failed_at) values (?, ?, 'Шаг', 'X', now())",
                step,
                school.id);
        tell(who, kind, step);
        return step;
    }

    private void tell(String who, NoticeKind kind, UUID step) {
        transaction.executeWithoutResult(status ->
                new Notices(notices, outbox, settings, people, clock).tell(school.accountOf(who), kind, step));
    }

    private void send() {
        new MailOutbox(outbox, notices, causes, people, transaction, clock, settings, PAGES).sendWaiting();
    }

    private void address(String who, String email) {
        database.update("update person_data set email = ? where person_id = ?", email, school.personOf(who));
    }

    private MimeMessage onlyMail() {
        assertThat(mailServer.getReceivedMessages()).hasSize(1);
        return mailServer.getReceivedMessages()[0];
    }

    private Map<String, Object> row() {
        List<Map<String, Object>> rows = database.queryForList("select * from outbox_mail");
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private Instant nextAttempt() {
        return ((Timestamp) row().get("next_attempt")).toInstant();
    }
}
