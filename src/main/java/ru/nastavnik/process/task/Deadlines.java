package ru.nastavnik.process.task;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import ru.nastavnik.mentorship.Replacements;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.organisation.WorkingCalendar;
import ru.nastavnik.roadmap.Roadmap;

/** For expressions in models: when something is due, as people of the organisation count. */
@Component("deadlines")
public class Deadlines {

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

  /** @return the end of the last day of the measure that the process is about */
  public Date ofMeasure(DelegateExecution execution) {
    return endOf(execution, roadmap.measure(subject(execution)).dueTo());
  }

  /** @return the morning of the first day of the next month */
  public Date nextMonth(DelegateExecution execution) {
    LocalDate first = today(execution).withDayOfMonth(1).plusMonths(1);
    return Date.from(first.atTime(LocalTime.of(6, 0)).atZone(organisations.get(organisation(execution)).zone()).toInstant());
  }

  /** @return the end of the last of the three working days for which the mentor has been warned (ТК РФ ст. 351.8) */
  public Date warningOver(DelegateExecution execution) {
    return endOf(execution, replacements.get(subject(execution)).warningEndsOn());
  }

  private Date endOf(DelegateExecution execution, LocalDate day) {
    return Date.from(day.atTime(LocalTime.of(23, 59)).atZone(organisations.get(organisation(execution)).zone()).toInstant());
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
