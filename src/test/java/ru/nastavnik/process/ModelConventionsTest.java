package ru.nastavnik.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import ru.nastavnik.roadmap.Outcome;

/** What every model and form keeps to. */
class ModelConventionsTest {

    private final List<Path> models = files("processes", ".bpmn");
    private final List<Path> forms = files("forms", ".form");

    @Test
    void everyModel_isNamedAsItsProcess_livesForADefinedTime_andHasADiagram() throws IOException {
        assertThat(models).hasSizeGreaterThanOrEqualTo(18);
        for (Path file : models) {
            BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
            Collection<Process> processes = model.getModelElementsByType(Process.class);
            assertThat(processes).as("processes of %s", file).hasSize(1);
            Process process = processes.iterator().next();
            assertThat(file.getFileName()).hasToString(process.getId() + ".bpmn");
            assertThat(process.getName()).as("name of %s", file).matches(".*[А-Яа-я].*");
            assertThat(process.getCamundaHistoryTimeToLiveString())
                    .as("history of %s", file)
                    .isNotBlank();
            assertThat(Files.readString(file)).as("diagram of %s", file).contains("BPMNDiagram");
        }
    }

    @Test
    void everyNode_isNamedByItsKind_andSpeaksRussian() {
        for (Path file : models) {
            BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
            for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
                assertThat(node.getId()).as(file.toString()).startsWith(prefix(node));
                if (node.getName() != null) {
                    assertThat(node.getName()).as(node.getId()).matches("(?s).*[А-Яа-я].*");
                } else {
                    assertThat(node).as(node.getId()).isInstanceOf(Gateway.class);
                }
            }
            assertThat(model.getModelElementsByType(SequenceFlow.class))
                    .extracting(BaseElement::getId)
                    .allMatch(id -> id.startsWith("Flow_"));
            assertThat(model.getModelElementsByType(Message.class))
                    .extracting(Message::getName)
                    .allMatch(name -> name.startsWith("mentoring."));
        }
    }

    @Test
    void everyUserTask_hasAFormOfItsName_someoneToDoIt_andADueDate() {
        Set<String> formIds = new HashSet<>();
        forms.forEach(form -> formIds.add(form.getFileName().toString().replace(".form", "")));
        for (Path file : models) {
            for (UserTask task : Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(UserTask.class)) {
                String form = task.getId().replace("UserTask_", "") + "Form";
                assertThat(task.getCamundaFormRef()).as(task.getId()).isEqualTo(form);
                assertThat(task.getCamundaFormRefBinding()).as(task.getId()).isEqualTo("latest");
                assertThat(formIds).as(task.getId()).contains(form);
                assertThat(task.getCamundaCandidateGroups()).as(task.getId()).startsWith("${roles.");
                assertThat(task.getCamundaDueDate()).as(task.getId()).startsWith("${deadlines.");
            }
        }
    }

    @Test
    void everyServiceTask_callsTheDelegateOfItsName() {
        for (Path file : models) {
            for (ServiceTask task : Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(ServiceTask.class)) {
                String name = task.getId().replace("ServiceTask_", "");
                assertThat(task.getCamundaDelegateExpression())
                        .as(task.getId())
                        .isEqualTo("#{" + Character.toLowerCase(name.charAt(0)) + name.substring(1) + "Delegate}");
            }
        }
    }

    @Test
    void everyOutcome_thatAModelAsksFor_isOne() throws IOException {
        List<String> outcomes = Stream.of(Outcome.values()).map(Outcome::name).toList();
        Set<String> asked = new HashSet<>();
        for (Path file : models) {
            Matcher found = Pattern.compile("stageKeys\\.awaits\\(execution, '([^']*)'\\)")
                    .matcher(Files.readString(file));
            while (found.find()) {
                asked.addAll(List.of(found.group(1).split(",")));
            }
        }
        assertThat(asked).hasSizeGreaterThanOrEqualTo(4).isSubsetOf(outcomes);
    }

    @Test
    void everyForm_isNamedAsItsFile_once_andLimitsEveryText() throws IOException {
        ObjectMapper json = new ObjectMapper();
        Set<String> ids = new HashSet<>();
        for (Path file : forms) {
            JsonNode form = json.readTree(file.toFile());
            assertThat(file.getFileName()).hasToString(form.path("id").asText() + ".form");
            assertThat(ids.add(form.path("id").asText()))
                    .as("%s is there twice", file)
                    .isTrue();
            List<JsonNode> components = new ArrayList<>();
            collect(form, components);
            for (JsonNode component : components) {
                String type = component.path("type").asText();
                assertThat(type)
                        .as(file.toString())
                        .isIn(
                                "text",
                                "textfield",
                                "textarea",
                                "number",
                                "datetime",
                                "checkbox",
                                "checklist",
                                "radio",
                                "select",
                                "taglist",
                                "table",
                                "group",
                                "separator",
                                "spacer");
                if (type.startsWith("text")
                        && !type.equals("text")
                        && !component.path("disabled").asBoolean()) {
                    assertThat(component.path("validate").path("maxLength").asInt())
                            .as("%s %s", file, component.path("key"))
                            .isBetween(1, 4000);
                }
                assertThat(component.path("text").asText())
                        .as("user text in %s", file)
                        .doesNotContain("{{");
            }
        }
    }

    private static void collect(JsonNode parent, List<JsonNode> into) {
        parent.path("components").forEach(component -> {
            into.add(component);
            collect(component, into);
        });
    }

    private static String prefix(FlowNode node) {
        if (node instanceof UserTask) {
            return "UserTask_";
        }
        if (node instanceof ServiceTask) {
            return "ServiceTask_";
        }
        if (node instanceof CallActivity) {
            return "CallActivity_";
        }
        if (node instanceof SubProcess) {
            return "SubProcess_";
        }
        if (node instanceof Gateway) {
            return "Gateway_";
        }
        if (node instanceof StartEvent) {
            return "StartEvent_";
        }
        if (node instanceof EndEvent) {
            return "EndEvent_";
        }
        return node instanceof BoundaryEvent ? "BoundaryEvent_" : "Event_";
    }

    private static List<Path> files(String folder, String ending) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
