package ru.nastavnik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.nastavnik.support.SchoolTest;

/** Looks, after all other tests of the run, at what they have passed. By itself it has nothing to look at. */
@Order(Integer.MAX_VALUE)
class EveryNodeIsPassedTest extends SchoolTest {

    @Autowired
    private RepositoryService repository;

    @Test
    @DisplayName("the tests together pass every activity, event and gateway of every model")
    void testsTogether_passEveryNode() {
        assumeTrue(
                history.createHistoricActivityInstanceQuery()
                                .activityId("EndEvent_ProgrammeClosed")
                                .finished()
                                .count()
                        > 0,
                "No test of this run has led a programme to its end: every node can only be passed by all tests together.");

        Map<String, Set<String>> missing = new TreeMap<>();
        for (ProcessDefinition definition :
                repository.createProcessDefinitionQuery().latestVersion().list()) {
            Set<String> passed = passed(definition);
            Collection<FlowNode> nodes =
                    repository.getBpmnModelInstance(definition.getId()).getModelElementsByType(FlowNode.class);
            assertThat(nodes).as(definition.getKey()).isNotEmpty();
            nodes.stream()
                    .filter(node -> !isPassed(node, passed))
                    .map(FlowNode::getId)
                    .forEach(id -> missing.computeIfAbsent(definition.getKey(), key -> new TreeSet<>())
                            .add(id));
        }
        assertThat(missing).as("nodes that no test has passed, by model").isEmpty();
    }

    /** The event that is waited for takes the gateway's token away: such a gateway never ends by itself. */
    private static boolean isPassed(FlowNode node, Set<String> passed) {
        return node instanceof EventBasedGateway gateway
                ? gateway.getSucceedingNodes().list().stream()
                        .map(FlowNode::getId)
                        .allMatch(passed::contains)
                : passed.contains(node.getId());
    }

    /** In any version: another test deploys a model anew, before or after the one that passes it. */
    private Set<String> passed(ProcessDefinition definition) {
        return repository.createProcessDefinitionQuery().processDefinitionKey(definition.getKey()).list().stream()
                .flatMap(
                        version -> history
                                .createHistoricActivityInstanceQuery()
                                .processDefinitionId(version.getId())
                                .finished()
                                .list()
                                .stream())
                .filter(node -> !node.isCanceled())
                .map(HistoricActivityInstance::getActivityId)
                .collect(Collectors.toSet());
    }
}
