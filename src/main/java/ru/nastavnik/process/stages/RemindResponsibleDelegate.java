package ru.nastavnik.process.stages;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.nastavnik.notification.NoticeKind;
import ru.nastavnik.notification.Notices;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.organisation.People;
import ru.nastavnik.organisation.Power;
import ru.nastavnik.process.ProcessVariable;
import ru.nastavnik.roadmap.Measure;
import ru.nastavnik.roadmap.Programme;
import ru.nastavnik.roadmap.Roadmap;

/**
 * Reminds whoever answers for a row that is late (E28), once; an empty role falls to the curator, the curator's to the
 * director.
 */
@Component
class RemindResponsibleDelegate implements JavaDelegate {

    private final Roadmap roadmap;
    private final Organisations organisations;
    private final People people;
    private final Notices notices;

    RemindResponsibleDelegate(Roadmap roadmap, Organisations organisations, People people, Notices notices) {
        this.roadmap = roadmap;
        this.organisations = organisations;
        this.people = people;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Measure measure = roadmap.measure(UUID.fromString(execution.getProcessBusinessKey()));
        UUID organisationId = UUID.fromString(execution.getTenantId());
        Programme programme = roadmap.programme(UUID.fromString(ProcessVariable.PROGRAMME_ID.in(execution)));
        if (measure.daysLate(programme, organisations.today(organisationId)) == 0) {
            return;
        }
        people.holders(organisationId, people.standIn(organisationId, measure.responsibleRole())).stream()
                .map(Power::accountId)
                .distinct()
                .forEach(account -> notices.tell(account, NoticeKind.MEASURE_LATE, measure.id()));
    }
}
