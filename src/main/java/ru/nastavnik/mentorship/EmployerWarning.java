package ru.nastavnik.mentorship;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.organisation.People;
import ru.nastavnik.organisation.Person;
import ru.nastavnik.organisation.WorkingCalendar;
import ru.nastavnik.shared.Refusal;

/** The employer cancels an employee's mentoring after three working days of warning (ТК РФ ст. 351.8, E6). */
@Component
class EmployerWarning {

    private static final int WORKING_DAYS = 3;

    private final WorkingCalendar calendar;
    private final Organisations organisations;
    private final People people;

    EmployerWarning(WorkingCalendar calendar, Organisations organisations, People people) {
        this.calendar = calendar;
        this.organisations = organisations;
        this.people = people;
    }

    boolean protects(UUID organisationId, UUID mentorId) {
        return people.person(organisationId, mentorId).category() == Person.Category.STAFF;
    }

    /**
     * @param noticeOn when the mentor was warned
     * @return the last of the working days for which the mentor has been warned
     * @throws Refusal when that day is not known or has not come yet
     */
    LocalDate endsOn(Mentorship pair, @Nullable LocalDate noticeOn) {
        return calendar.plusWorkingDays(checked(pair, noticeOn), WORKING_DAYS);
    }

    /** @throws Refusal when the day of the warning or the refusal is not known, or is before the pair or to come */
    LocalDate checked(Mentorship pair, @Nullable LocalDate noticeOn) {
        if (noticeOn == null) {
            throw Refusal.invalid("Укажите, когда наставник предупреждён или подал заявление.");
        }
        return pair.work(organisations.today(pair.organisationId()))
                .require("Когда наставник предупреждён или подал заявление", noticeOn);
    }
}
