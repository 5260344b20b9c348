package ru.nastavnik.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.consent.Consents;
import ru.nastavnik.documents.Acknowledgements;
import ru.nastavnik.documents.LocalActs;
import ru.nastavnik.mentorship.Mentorship;
import ru.nastavnik.mentorship.Mentorships;
import ru.nastavnik.mentorship.Replacements;
import ru.nastavnik.notification.GivenUpStep;
import ru.nastavnik.notification.GivenUpSteps;
import ru.nastavnik.notification.Notice;
import ru.nastavnik.notification.NoticeCauses;
import ru.nastavnik.notification.Notices;
import ru.nastavnik.notification.TakenTask;
import ru.nastavnik.notification.TakenTasks;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.organisation.People;
import ru.nastavnik.organisation.Visitor;
import ru.nastavnik.roadmap.Measure;
import ru.nastavnik.roadmap.Programme;
import ru.nastavnik.roadmap.Roadmap;
import ru.nastavnik.roadmap.Stage;
import ru.nastavnik.shared.RussianDate;

/**
 * Reminders as the page shows them: two of a kind are told apart by their day and by what they are about. One whose cause
 * is gone is not shown.
 */
@Component
@Transactional
class NoticeRows implements NoticeCauses {

    /** @param about «12.10.2025, 1.2. Приказ о наставничестве» */
    record Row(UUID id, String sentence, String page, String about) {}

    private final Notices notices;
    private final GivenUpSteps givenUp;
    private final TakenTasks takenTasks;
    private final Roadmap roadmap;
    private final LocalActs acts;
    private final Acknowledgements acknowledgements;
    private final Mentorships mentorships;
    private final Replacements replacements;
    private final Consents consents;
    private final Organisations organisations;
    private final People people;

    NoticeRows(
            Notices notices,
            GivenUpSteps givenUp,
            TakenTasks takenTasks,
            Roadmap roadmap,
            LocalActs acts,
            Acknowledgements acknowledgements,
            Mentorships mentorships,
            Replacements replacements,
            Consents consents,
            Organisations organisations,
            People people) {
        this.notices = notices;
        this.givenUp = givenUp;
        this.takenTasks = takenTasks;
        this.roadmap = roadmap;
        this.acts = acts;
        this.acknowledgements = acknowledgements;
        this.mentorships = mentorships;
        this.replacements = replacements;
        this.consents = consents;
        this.organisations = organisations;
        this.people = people;
    }

    List<Row> of(Visitor visitor) {
        return notices.of(visitor.accountId(), this).stream()
                .map(notice -> new Row(
                        notice.id(),
                        notice.kind().sentence(),
                        notice.kind().page(),
                        told(notice, visitor) + subject(notice)))
                .toList();
    }

    private String told(Notice notice, Visitor visitor) {
        return RussianDate.of(notice.createdAt()
                .atZone(organisations.get(visitor.organisationId()).zone())
                .toLocalDate());
    }

    private String repair(GivenUpStep step) {
        String whose = step.organisationId() == null
                ? ""
                : ", " + organisations.get(step.organisationId()).shortName();
        return whose + ", шаг «" + step.step() + "», ошибка " + step.failure();
    }

    private String subject(Notice notice) {
        return switch (notice.kind()) {
            case MEASURE_LATE -> ", " + roadmap.measure(notice.subjectId()).shortTitle();
            case ACKNOWLEDGEMENT_AWAITED -> ", " + acts.get(notice.subjectId()).caption();
            case MENTORSHIP_CANCELLED -> ", " + mentorships.label(notice.subjectId());
            case ERASURE_DUE -> eraseBy(consents.eraseBy(notice.subjectId()));
            case CONSENT_AWAITED -> "";
            case TASK_TAKEN_AWAY -> takenAway(takenTasks.get(notice.subjectId()));
            case STEP_GIVEN_UP -> ", шаг «" + givenUp.get(notice.subjectId()).step() + "»";
            case STEP_TO_REPAIR -> repair(givenUp.get(notice.subjectId()));
        };
    }

    @Override
    public boolean stands(Notice notice) {
        return switch (notice.kind()) {
            case MEASURE_LATE -> late(notice);
            case ACKNOWLEDGEMENT_AWAITED -> acknowledgementAwaited(notice);
            case MENTORSHIP_CANCELLED -> stillMentor(notice);
            case ERASURE_DUE -> consents.eraseBy(notice.subjectId()) != null;
            case CONSENT_AWAITED -> consents.anyAwaitedOf(notice.subjectId());
            // News: it asks for nothing.
            case TASK_TAKEN_AWAY -> true;
            case STEP_GIVEN_UP, STEP_TO_REPAIR ->
                !givenUp.get(notice.subjectId()).repaired();
        };
    }

    private boolean late(Notice notice) {
        Measure row = roadmap.measure(notice.subjectId());
        Stage stage = roadmap.stage(row.stageId());
        Programme programme = roadmap.programme(stage.programmeId());
        UUID organisationId = programme.organisationId();
        return stage.state() != Stage.State.WAIVED
                && row.daysLate(programme, organisations.today(organisationId)) > 0
                && people.rolesOf(notice.accountId(), organisationId)
                        .contains(people.standIn(organisationId, row.responsibleRole()));
    }

    private boolean acknowledgementAwaited(Notice notice) {
        UUID actId = notice.subjectId();
        return people.personOf(notice.accountId(), acts.get(actId).organisationId())
                .filter(person -> acknowledgements.awaited(actId).contains(person.id()))
                .isPresent();
    }

    private boolean stillMentor(Notice notice) {
        Mentorship pair = mentorships.get(notice.subjectId());
        return replacements.pairsUnderWay(pair.organisationId()).contains(pair.id())
                && people.personOf(notice.accountId(), pair.organisationId())
                        .filter(person -> pair.mentor()
                                .filter(mentor -> mentor.personId().equals(person.id()))
                                .isPresent())
                        .isPresent();
    }

    private static String takenAway(TakenTask task) {
        return ", «" + task.taskName() + "»: " + task.reason();
    }

    /** @param day null when the person has consented anew since */
    private static String eraseBy(@Nullable LocalDate day) {
        return day == null ? "" : ", до " + RussianDate.of(day) + " включительно";
    }
}
