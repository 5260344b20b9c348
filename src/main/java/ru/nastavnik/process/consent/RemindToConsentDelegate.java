package ru.nastavnik.process.consent;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.nastavnik.consent.Consents;
import ru.nastavnik.notification.NoticeKind;
import ru.nastavnik.notification.Notices;
import ru.nastavnik.organisation.People;

/** Reminds those who have an account and have not answered, twice at most. */
@Component
class RemindToConsentDelegate implements JavaDelegate {

    private final Consents consents;
    private final People people;
    private final Notices notices;

    RemindToConsentDelegate(Consents consents, People people, Notices notices) {
        this.consents = consents;
        this.people = people;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        consents.remind(UUID.fromString(execution.getProcessBusinessKey()))
                .forEach(personId -> people.accountOf(personId)
                        .ifPresent(account -> notices.tell(account, NoticeKind.CONSENT_AWAITED, personId)));
    }
}
