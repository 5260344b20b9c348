package ru.nastavnik.notification;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.organisation.Organisation;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.organisation.People;
import ru.nastavnik.organisation.Power;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.shared.SchoolClock;

/** Steps that the program has given up: the school's curator is told what it means, the administrators why. */
@Service
@Transactional
public class GivenUpSteps {

    private static final int MAX_FAILURE = 500;

    private final GivenUpStepRepository steps;
    private final Notices notices;
    private final Organisations organisations;
    private final People people;
    private final SchoolClock clock;

    GivenUpSteps(
            GivenUpStepRepository steps,
            Notices notices,
            Organisations organisations,
            People people,
            SchoolClock clock) {
        this.steps = steps;
        this.notices = notices;
        this.organisations = organisations;
        this.people = people;
        this.clock = clock;
    }

    /**
     * @param organisationId whose step it was; null when it was no school's
     * @param jobId          the engine's id of the job that does it
     * @param step           its name in the diagram
     * @param failure        kinds of the errors; what they say may name people
     */
    public void giveUp(@Nullable UUID organisationId, String jobId, String step, String failure) {
        GivenUpStep given = steps.save(new GivenUpStep(
                organisationId,
                jobId,
                step,
                failure.length() > MAX_FAILURE ? failure.substring(0, MAX_FAILURE) : failure,
                clock.instant()));
        if (organisationId != null) {
            tell(organisationId, people.standIn(organisationId, Role.CURATOR), NoticeKind.STEP_GIVEN_UP, given);
        }
        organisations.all().stream()
                .filter(organisation -> organisation.kind() == Organisation.Kind.OPERATOR)
                .forEach(operator -> tell(operator.id(), Role.ADMINISTRATOR, NoticeKind.STEP_TO_REPAIR, given));
    }

    /** The job is tried anew, or there is none any more: nobody needs to be told of it. */
    public void repaired(String jobId) {
        steps.findByJobIdAndRepairedAtIsNull(jobId).forEach(step -> step.repair(clock.instant()));
    }

    private void tell(UUID organisationId, Role role, NoticeKind kind, GivenUpStep step) {
        people.holders(organisationId, role).stream()
                .map(Power::accountId)
                .distinct()
                .forEach(account -> notices.tell(account, kind, step.id()));
    }

    @Transactional(readOnly = true)
    public GivenUpStep get(UUID id) {
        return steps.findById(id).orElseThrow();
    }
}
