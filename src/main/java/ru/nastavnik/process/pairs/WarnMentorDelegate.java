package ru.nastavnik.process.pairs;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.nastavnik.mentorship.Replacement;
import ru.nastavnik.mentorship.Replacements;
import ru.nastavnik.notification.NoticeKind;
import ru.nastavnik.notification.Notices;
import ru.nastavnik.organisation.People;

/** Tells the mentor that the school cancels the mentoring; the warning that counts is the one on paper (E6). */
@Component
class WarnMentorDelegate implements JavaDelegate {

    private final Replacements replacements;
    private final People people;
    private final Notices notices;

    WarnMentorDelegate(Replacements replacements, People people, Notices notices) {
        this.replacements = replacements;
        this.people = people;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Replacement replacement = replacements.get(UUID.fromString(execution.getProcessBusinessKey()));
        people.accountOf(replacement.oldMentorId())
                .ifPresent(
                        account -> notices.tell(account, NoticeKind.MENTORSHIP_CANCELLED, replacement.mentorshipId()));
    }
}
