package ru.nastavnik.process.documents;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.nastavnik.documents.Acknowledgements;
import ru.nastavnik.notification.NoticeKind;
import ru.nastavnik.notification.Notices;
import ru.nastavnik.organisation.People;

/** Reminds those who have an account and have not acknowledged the act; the timer comes twice. */
@Component
class RemindToAcknowledgeDelegate implements JavaDelegate {

    private final Acknowledgements acknowledgements;
    private final People people;
    private final Notices notices;

    RemindToAcknowledgeDelegate(Acknowledgements acknowledgements, People people, Notices notices) {
        this.acknowledgements = acknowledgements;
        this.people = people;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID actId = UUID.fromString(execution.getProcessBusinessKey());
        acknowledgements
                .awaited(actId)
                .forEach(personId -> people.accountOf(personId)
                        .ifPresent(account -> notices.tell(account, NoticeKind.ACKNOWLEDGEMENT_AWAITED, actId)));
    }
}
