package ru.nastavnik.process.task;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import ru.nastavnik.documents.LocalActs;
import ru.nastavnik.organisation.People;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.roadmap.Roadmap;

/**
 * For expressions in models: whose task it is. An empty role falls to the curator, the curator's to the director; so no
 * task is nobody's when it appears.
 */
@Component("roles")
public class Roles {

    private final People people;
    private final Roadmap roadmap;
    private final LocalActs acts;

    Roles(People people, Roadmap roadmap, LocalActs acts) {
        this.people = people;
        this.roadmap = roadmap;
        this.acts = acts;
    }

    /**
     * @param codes codes of roles, separated by commas
     * @return the groups of the engine to which the task is offered
     */
    public List<String> of(DelegateExecution execution, String codes) {
        return groups(
                execution,
                Arrays.stream(codes.split(","))
                        .map(String::trim)
                        .map(Role::ofCode)
                        .toList());
    }

    /** @return the group responsible for the measure that the process is about */
    public List<String> responsible(DelegateExecution execution) {
        return groups(execution, List.of(roadmap.measure(subject(execution)).responsibleRole()));
    }

    /** @return the group that drafts the act that the process is about */
    public List<String> drafter(DelegateExecution execution) {
        return groups(execution, List.of(acts.get(subject(execution)).drafterRole()));
    }

    /** @return the groups that may enter the decision on the act that the process is about */
    public List<String> approver(DelegateExecution execution) {
        return groups(
                execution,
                List.of(acts.get(subject(execution)).kind().approverRole(), Role.CLERK));
    }

    private List<String> groups(DelegateExecution execution, List<Role> roles) {
        UUID organisationId = UUID.fromString(execution.getTenantId());
        return roles.stream()
                .map(role -> people.standIn(organisationId, role))
                .map(role -> group(organisationId, role))
                .distinct()
                .toList();
    }

    /** @return id of the engine's group: organisation and role */
    public static String group(UUID organisationId, Role role) {
        return organisationId + "_" + role.code();
    }

    private static UUID subject(DelegateExecution execution) {
        return UUID.fromString(execution.getProcessBusinessKey());
    }
}
