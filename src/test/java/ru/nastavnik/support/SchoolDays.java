package ru.nastavnik.support;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import ru.nastavnik.shared.SchoolClock;

/** The days of one school, lived through by moving the clock. */
public record SchoolDays(SchoolClock clock, ManagementService management, UUID organisationId) {

    /** Moves the clock to the morning of that day and does what has become due: timers, reminders. */
    public void on(LocalDate day) {
        clock.moveTo(TestSchool.morningOf(day));
        doDueJobs();
    }

    /** Does every job of the school that is due now, as the job executor would. */
    public void doDueJobs() {
        doAll(jobs());
    }

    /** Does the steps of the school that wait for nothing but a thread, as the job executor would at once. */
    public void goOn() {
        doAll(jobs().messages());
    }

    private JobQuery jobs() {
        return management
                .createJobQuery()
                .tenantIdIn(organisationId.toString())
                .withRetriesLeft()
                .active();
    }

    private void doAll(JobQuery jobs) {
        for (int round = 0; round < 50; round++) {
            Instant now = ClockUtil.getCurrentTime().toInstant();
            List<Job> due = jobs.list().stream()
                    .filter(job -> job.getDuedate() == null
                            || !job.getDuedate().toInstant().isAfter(now))
                    .toList();
            if (due.isEmpty()) {
                return;
            }
            due.forEach(job -> management.executeJob(job.getId()));
        }
        throw new AssertionError("Jobs go on and on");
    }
}
