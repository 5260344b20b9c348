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

    private static final int SHOWN = 20;

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
     * Told again of the same thing, a person has one notice: the later takes the place of the earlier.
     *
     * @param accountId whom
     * @param kind      what
     * @param subjectId id of the thing that it is about
     */
    public void tell(UUID accountId, NoticeKind kind, UUID subjectId) {
        notices.readAll(accountId, kind, subjectId, clock.instant());
        Notice notice = notices.save(new Notice(accountId, kind, subjectId, clock.instant()));
        if (mail.on() && people.emailOf(accountId).isPresent()) {
            outbox.save(new OutboxMail(notice.id(), clock.instant()));
        }
    }

    /**
     * @param causes what is still so; a notice whose cause is gone goes for good
     * @return what this person has not read yet, newest first, 20 at most
     */
    public List<Notice> of(UUID accountId, NoticeCauses causes) {
        return notices.findByAccountIdAndReadAtIsNullOrderByCreatedAtDesc(accountId).stream()
                .filter(notice -> {
                    boolean standing = causes.stands(notice);
                    if (!standing) {
                        notice.read(clock.instant());
                    }
                    return standing;
                })
                .limit(SHOWN)
                .toList();
    }

    public void markRead(UUID noticeId, UUID accountId) {
        notices.findById(noticeId)
                .filter(notice -> notice.accountId().equals(accountId))
                .orElseThrow(() -> Refusal.notFound("Такого напоминания нет."))
                .read(clock.instant());
    }
}
