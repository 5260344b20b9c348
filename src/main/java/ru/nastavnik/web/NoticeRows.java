package ru.nastavnik.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.consent.Consents;
import ru.nastavnik.documents.LocalActs;
import ru.nastavnik.mentorship.Mentorships;
import ru.nastavnik.notification.GivenUpStep;
import ru.nastavnik.notification.GivenUpSteps;
import ru.nastavnik.notification.Notice;
import ru.nastavnik.notification.Notices;
import ru.nastavnik.notification.TakenTask;
import ru.nastavnik.notification.TakenTasks;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.organisation.Visitor;
import ru.nastavnik.roadmap.Roadmap;
import ru.nastavnik.shared.RussianDate;

/** Reminders as the page shows them: two of a kind are told apart by their day and by what they are about. */
@Component
@Transactional(readOnly = true)
class NoticeRows {

    /** @param about «12.10.2025, 1.2. Приказ о наставничестве» */
    record Row(UUID id, String sentence, String page, String about) {}

    private final Notices notices;
    private final GivenUpSteps givenUp;
    private final TakenTasks takenTasks;
    private final Roadmap roadmap;
    private final LocalActs acts;
    private final Mentorships mentorships;
    private final Consents consents;
    private final Organisations organisations;

    NoticeRows(
            Notices notices,
            GivenUpSteps givenUp,
            TakenTasks takenTasks,
            Roadmap roadmap,
            LocalActs acts,
            Mentorships mentorships,
            Consents consents,
            Organisations organisations) {
        this.notices = notices;
        this.givenUp = givenUp;
        this.takenTasks = takenTasks;
        this.roadmap = roadmap;
        this.acts = acts;
        this.mentorships = mentorships;
        this.consents = consents;
        this.organisations = organisations;
    }

    List<Row> of(Visitor visitor) {
        return notices.of(visitor.accountId()).stream()
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

    private static String takenAway(TakenTask task) {
        return ", «" + task.taskName() + "»: " + task.reason();
    }

    /** @param day null when the person has consented anew since */
    private static String eraseBy(@Nullable LocalDate day) {
        return day == null ? "" : ", до " + RussianDate.of(day) + " включительно";
    }
}
