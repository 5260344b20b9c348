package ru.nastavnik.notification;

import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import ru.nastavnik.organisation.People;
import ru.nastavnik.shared.SchoolClock;

/**
 * Sends waiting mails, one transaction each, with growing pauses after a failure. Any node may send any mail. The address
 * is looked up when the mail goes: it is kept in one place only, and whoever has been erased meanwhile gets none. Nor
 * does whoever has done by then what the mail asks for.
 */
@Component
@EnableConfigurationProperties(MailSettings.class)
class MailOutbox {

    private static final Logger LOG = LoggerFactory.getLogger(MailOutbox.class);
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final int AT_A_TIME = 100;

    private final OutboxRepository outbox;
    private final NoticeRepository notices;
    private final NoticeCauses causes;
    private final People people;
    private final TransactionTemplate transaction;
    private final SchoolClock clock;
    private final MailSettings settings;
    private final String publicUrl;

    MailOutbox(
            OutboxRepository outbox,
            NoticeRepository notices,
            NoticeCauses causes,
            People people,
            TransactionTemplate transaction,
            SchoolClock clock,
            MailSettings settings,
            @Value("${nastavnik.public-url}") String publicUrl) {
        this.outbox = outbox;
        this.notices = notices;
        this.causes = causes;
        this.people = people;
        this.transaction = transaction;
        this.clock = clock;
        this.settings = settings;
        this.publicUrl = publicUrl;
    }

    @Scheduled(fixedDelayString = "${nastavnik.mail.interval:30s}")
    void sendWaiting() {
        if (settings.on()) {
            JavaMailSenderImpl sender = sender();
            for (int i = 0;
                    i < AT_A_TIME && Boolean.TRUE.equals(transaction.execute(status -> sendNext(sender)));
                    i++) {
                LOG.debug("A mail has been taken from the outbox");
            }
        }
    }

    private boolean sendNext(JavaMailSenderImpl sender) {
        Optional<OutboxMail> due = outbox.nextDue(clock.instant());
        due.ifPresent(mail -> {
            Notice notice = notices.findById(mail.noticeId()).orElseThrow();
            String address = people.emailOf(notice.accountId()).orElse(null);
            if (address == null || !causes.stands(notice)) {
                mail.giveUp(clock.instant());
                return;
            }
            try {
                sender.send(message(notice.kind(), address));
                mail.sent(clock.instant());
            } catch (MailException e) {
                // Only the kind of failure: a mail server's answer may repeat the address.
                LOG.warn("A mail could not be sent: {}", e.getClass().getSimpleName());
                mail.failed(clock.instant());
            }
        });
        return due.isPresent();
    }

    private SimpleMailMessage message(NoticeKind kind, String address) {
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(settings.from());
        message.setTo(address);
        message.setSubject("Наставник: напоминание");
        message.setText(kind.sentence() + "\n\n" + publicUrl + kind.page());
        return message;
    }

    private JavaMailSenderImpl sender() {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(settings.host());
        sender.setPort(settings.port());
        sender.setDefaultEncoding("UTF-8");
        Properties properties = sender.getJavaMailProperties();
        if (settings.user() != null && !settings.user().isBlank()) {
            sender.setUsername(settings.user());
            sender.setPassword(settings.password());
            properties.put("mail.smtp.auth", "true");
        }
        properties.put("mail.smtp.starttls.required", String.valueOf(settings.startTls()));
        for (String timeout : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.put("mail.smtp." + timeout, String.valueOf(TIMEOUT_MILLIS));
        }
        return sender;
    }
}
