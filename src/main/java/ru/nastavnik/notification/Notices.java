package ru.nastavnik.notification;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.organisation.People;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.SchoolClock;

/** Tells people things: always on their page, by mail too where mail is on and the person has an address. */
@Service
@Transactional
public class Notices {

    private final NoticeRepository notices;
    private final OutboxRepository outbox;
    private final MailSettings mail;
    private final People people;
    private final SchoolClock clock;

    Notices(NoticeRepository notices, OutboxRepository outbox, MailSettings mail, People people, SchoolClock clock) {
        this.notices = notices;
        this.outbox = outbox;
        this.mail = mail;
        this.people = people;
        this.clock = clock;
    }

    /**
     * @param accountId whom
     * @param kind      what
     * @param subjectId id of the thing that it is about
     */
    public void tell(UUID accountId, NoticeKind kind, UUID subjectId) {
        Notice notice = notices.save(new Notice(accountId, kind, subjectId, clock.instant()));
        if (mail.on() && people.emailOf(accountId).isPresent()) {
            outbox.save(new OutboxMail(notice.id(), clock.instant()));
        }
    }

    /** @return what this person has not read yet, newest first, 20 at most */
    @Transactional(readOnly = true)
    public List<Notice> of(UUID accountId) {
        return notices.findTop20ByAccountIdAndReadAtIsNullOrderByCreatedAtDesc(accountId);
    }

    public void markRead(UUID noticeId, UUID accountId) {
        notices.findById(noticeId)
                .filter(notice -> notice.accountId().equals(accountId))
                .orElseThrow(() -> Refusal.notFound("Такого напоминания нет."))
                .read(clock.instant());
    }
}
