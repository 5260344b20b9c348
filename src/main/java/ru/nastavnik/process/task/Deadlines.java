package ru.nastavnik.process.task;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import ru.nastavnik.mentorship.Replacements;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.organisation.WorkingCalendar;
import ru.nastavnik.roadmap.Measure;
import ru.nastavnik.roadmap.Roadmap;

/** For expressions in models: when something is due, as people of the organisation count. */
@Component("deadlines")
public class Deadlines {

    private static final int AFTER_APPROVAL = 10;

    private final Organisations organisations;
    private final WorkingCalendar calendar;
    private final Roadmap roadmap;
    private final Replacements replacements;

    Deadlines(Organisations organisations, WorkingCalendar calendar, Roadmap roadmap, Replacements replacements) {
        this.organisations = organisations;
        this.calendar = calendar;
        this.roadmap = roadmap;
        this.replacements = replacements;
    }

    /** @return the end of the last of so many working days after today */
    public Date inWorkingDays(DelegateExecution execution, int workingDays) {
        return endOf(execution, calendar.plusWorkingDays(today(execution), workingDays));
    }

    /**
     * @return the end of the last day of the measure that the process is about. A roadmap may be approved after that day:
     *     then there is time from the approval on, as nothing is late by it (E28)
     */
    public Date ofMeasure(DelegateExecution execution) {
        Measure measure = roadmap.measure(subject(execution));
        LocalDate approvedOn = roadmap.programme(
                        roadmap.stage(measure.stageId()).programmeId())
                .approvedOn();
        return endOf(
                execution,
                approvedOn != null && measure.dueTo().isBefore(approvedOn)
                        ? calendar.plusWorkingDays(approvedOn, AFTER_APPROVAL)
                        : measure.dueTo());
    }

    /** @return the morning after the last day of the measure that the process is about */
    public Date afterMeasure(DelegateExecution execution) {
        return morningOf(execution, roadmap.measure(subject(execution)).dueTo().plusDays(1));
    }

    /** @return the morning of the first day of the next month */
    public Date nextMonth(DelegateExecution execution) {
        return morningOf(execution, today(execution).withDayOfMonth(1).plusMonths(1));
    }

    /** @return the end of the last of the three working days for which the mentor has been warned (ТК РФ ст. 351.8) */
    public Date warningOver(DelegateExecution execution) {
        return endOf(
                execution,
                Objects.requireNonNull(
                        replacements.get(subject(execution)).warningEndsOn(), "Only a warning has an end to wait for"));
    }

    private Date morningOf(DelegateExecution execution, LocalDate day) {
        return at(execution, day, LocalTime.of(6, 0));
    }

    private Date endOf(DelegateExecution execution, LocalDate day) {
        return at(execution, day, LocalTime.of(23, 59));
    }

    private Date at(DelegateExecution execution, LocalDate day, LocalTime time) {
        return Date.from(day.atTime(time)
                .atZone(organisations.get(organisation(execution)).zone())
                .toInstant());
    }

    private LocalDate today(DelegateExecution execution) {
        return organisations.today(organisation(execution));
    }

    private static UUID organisation(DelegateExecution execution) {
        return UUID.fromString(execution.getTenantId());
    }

    private static UUID subject(DelegateExecution execution) {
        return UUID.fromString(execution.getProcessBusinessKey());
    }
}
