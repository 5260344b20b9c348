package ru.nastavnik.process.identity;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import ru.nastavnik.organisation.Organisation;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.organisation.People;
import ru.nastavnik.organisation.Role;

/**
 * A task is offered to roles that somebody holds when it appears. Powers end by their date, people leave: then it is
 * offered to whoever stands in for an empty role as well.
 */
@Component
class NobodysTasks {

    private static final String WITHOUT_HOLDER = """
      select t.* from act_ru_task t where t.tenant_id_ = #{organisation}
      and exists (select 1 from act_ru_identitylink i where i.task_id_ = t.id_ and i.type_ = 'candidate'
        and i.group_id_ is not null)
      and not exists (select 1 from act_ru_identitylink i where i.task_id_ = t.id_ and i.type_ = 'candidate'
        and i.group_id_ = any (string_to_array(#{held}, ',')))""";

    private final TaskService tasks;
    private final ProcessEngineConfigurationImpl engine;
    private final Organisations organisations;
    private final People people;

    NobodysTasks(TaskService tasks, ProcessEngineConfigurationImpl engine, Organisations organisations, People people) {
        this.tasks = tasks;
        this.engine = engine;
        this.organisations = organisations;
        this.people = people;
    }

    @Scheduled(cron = "0 15 3 * * *")
    @EventListener(ApplicationReadyEvent.class)
    void sweep() {
        organisations.all().stream().map(Organisation::id).forEach(this::entrust);
    }

    /** Offers the organisation's tasks whose roles nobody holds to whoever stands in; a second call changes nothing. */
    void entrust(UUID organisationId) {
        String held = Arrays.stream(Role.values())
                .filter(role -> !people.holders(organisationId, role).isEmpty())
                .map(role -> Groups.id(organisationId, role))
                .collect(Collectors.joining(","));
        String standIn = Groups.id(organisationId, people.standIn(organisationId, Role.CURATOR));
        engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> {
                    tasks
                            .createNativeTaskQuery()
                            .sql(WITHOUT_HOLDER)
                            .parameter("organisation", organisationId.toString())
                            .parameter("held", held)
                            .list()
                            .stream()
                            .filter(task -> tasks.getIdentityLinksForTask(task.getId()).stream()
                                    .noneMatch(link -> standIn.equals(link.getGroupId())))
                            .forEach(task -> tasks.addCandidateGroup(task.getId(), standIn));
                    return null;
                }));
    }
}
