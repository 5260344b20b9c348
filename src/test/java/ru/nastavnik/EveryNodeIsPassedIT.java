package ru.nastavnik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import ru.nastavnik.support.PassedNodes;

/** Looks, after all tests of the run, at what they have passed. By itself it has nothing to look at. */
class EveryNodeIsPassedIT {

    private static final Path MODELS = Path.of("processes");

    @Test
    @DisplayName("the tests together pass every activity, event and gateway of every model")
    void testsTogether_passEveryNode() throws IOException {
        Set<String> passed = PassedNodes.all();
        assumeTrue(
                passed.stream().anyMatch(node -> node.endsWith(" EndEvent_ProgrammeClosed")),
                "No test of this run has led a programme to its end: every node can only be passed by all tests together.");

        Map<String, Set<String>> missing = new TreeMap<>();
        for (Path file : models()) {
            BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
            String process = model.getModelElementsByType(Process.class)
                    .iterator()
                    .next()
                    .getId();
            Collection<FlowNode> nodes = model.getModelElementsByType(FlowNode.class);
            assertThat(nodes).as(process).isNotEmpty();
            nodes.stream()
                    .filter(node -> !isPassed(node, id -> passed.contains(process + " " + id)))
                    .map(FlowNode::getId)
                    .forEach(id -> missing.computeIfAbsent(process, key -> new TreeSet<>())
                            .add(id));
        }
        assertThat(missing).as("nodes that no test has passed, by model").isEmpty();
    }

    private static List<Path> models() throws IOException {
        try (var files = Files.walk(MODELS)) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).toList();
        }
    }

    /** The event that is waited for takes the gateway's token away: such a gateway never ends by itself. */
    private static boolean isPassed(FlowNode node, Predicate<String> passed) {
        return node instanceof EventBasedGateway gateway
                ? gateway.getSucceedingNodes().list().stream()
                        .map(FlowNode::getId)
                        .allMatch(passed)
                : passed.test(node.getId());
    }
}
