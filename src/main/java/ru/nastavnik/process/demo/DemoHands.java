package ru.nastavnik.process.demo;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import ru.nastavnik.organisation.People;
import ru.nastavnik.process.identity.Groups;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.TaskDesk;
import ru.nastavnik.shared.Known;
import ru.nastavnik.shared.SchoolClock;

/** What people of the demo school do: the same submits as theirs in Tasklist, under a clock that is moved. */
@Component
class DemoHands {

    private final TaskService tasks;
    private final ManagementService management;
    private final RepositoryService repository;
    private final IdentityService identity;
    private final TaskDesk desk;
    private final People people;
    private final SchoolClock clock;
    private final Map<String, UUID> accounts = new HashMap<>();
    /** Told first of all, by {@link #workIn}. */
    @SuppressWarnings("NullAway.Init")
    private UUID organisationId;

    DemoHands(
            TaskService tasks,
            ManagementService management,
            RepositoryService repository,
            IdentityService identity,
            TaskDesk desk,
            People people,
            SchoolClock clock) {
        this.tasks = tasks;
        this.management = management;
        this.repository = repository;
        this.identity = identity;
        this.desk = desk;
        this.people = people;
        this.clock = clock;
    }

    void workIn(UUID organisation, Map<String, UUID> logins) {
        organisationId = organisation;
        accounts.putAll(logins);
    }

    /** Lives on until that moment: whatever becomes due on the way happens. */
    void liveUntil(Instant moment) {
        clock.moveTo(moment);
        doDueJobs();
    }

    /** As the job executor would, which does not run yet. */
    private void doDueJobs() {
        List<Job> due;
        do {
            Instant now = clock.instant();
            due =
                    management
                            .createJobQuery()
                            .tenantIdIn(organisationId.toString())
                            .withRetriesLeft()
                            .active()
                            .unlimitedList()
                            .stream()
                            .filter(job -> job.getDuedate() == null
                                    || !job.getDuedate().toInstant().isAfter(now))
                            .toList();
            due.forEach(job -> management.executeJob(job.getId()));
        } while (!due.isEmpty());
    }

    void start(String login, String processKey, Object... keysAndAnswers) {
        as(
                login,
                () -> desk.start(
                        repository
                                .createProcessDefinitionQuery()
                                .processDefinitionKey(processKey)
                                .latestVersion()
                                .singleResult()
                                .getId(),
                        answers(keysAndAnswers)));
    }

    boolean has(String login, String taskKey) {
        return as(login, () -> !open(taskKey).isEmpty());
    }

    /** Completes the oldest task of this kind that the person has; there must be one. */
    void complete(String login, String taskKey, Object... keysAndAnswers) {
        as(login, () -> {
            desk.submit(oldest(login, taskKey).getId(), answers(keysAndAnswers));
            return null;
        });
        doDueJobs();
    }

    /** A yes on the screen to everything that this person is asked to consent to. */
    void consentToAll(String login) {
        as(login, () -> {
            String task = oldest(login, "UserTask_GiveConsents").getId();
            Map<String, Object> answers = answers("door", "SCREEN");
            desk.shown(task).forEach((key, options) -> {
                if (key.startsWith("options") && options instanceof List<?> list && !list.isEmpty()) {
                    answers.put(key.replace("options", "answer"), ((FormData.Choice) list.get(0)).value());
                }
            });
            desk.submit(task, answers);
            return null;
        });
    }

    /** @return values of the options of that task's form whose labels contain one of these texts; all when none is given */
    List<String> options(String login, String taskKey, String optionsKey, String... labels) {
        return as(
                login,
                () -> choices(oldest(login, taskKey), optionsKey).stream()
                        .filter(choice ->
                                labels.length == 0 || Arrays.stream(labels).anyMatch(choice.label()::contains))
                        .map(FormData.Choice::value)
                        .toList());
    }

    @SuppressWarnings("unchecked")
    private List<FormData.Choice> choices(Task task, String optionsKey) {
        return (List<FormData.Choice>) desk.shown(task.getId()).getOrDefault(optionsKey, List.of());
    }

    private Task oldest(String login, String taskKey) {
        return open(taskKey).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "On " + clock.instant() + " the demo's " + login + " has no task " + taskKey));
    }

    private List<Task> open(String taskKey) {
        return tasks.createTaskQuery()
                .taskDefinitionKey(taskKey)
                .orderByTaskCreateTime()
                .asc()
                .unlimitedList();
    }

    private <T> T as(String login, Supplier<T> work) {
        UUID account = Known.in(accounts, login);
        identity.setAuthentication(
                account.toString(),
                Groups.of(organisationId, people.rolesOf(account, organisationId))
                        .toList(),
                List.of(organisationId.toString()));
        try {
            return work.get();
        } finally {
            identity.clearAuthentication();
        }
    }

    private static Map<String, Object> answers(Object... keysAndAnswers) {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (int i = 0; i < keysAndAnswers.length; i += 2) {
            answers.put((String) keysAndAnswers[i], keysAndAnswers[i + 1]);
        }
        return answers;
    }
}
