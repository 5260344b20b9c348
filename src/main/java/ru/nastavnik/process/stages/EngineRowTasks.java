package ru.nastavnik.process.stages;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import ru.nastavnik.consent.Consents;
import ru.nastavnik.documents.LocalAct;
import ru.nastavnik.documents.LocalActs;
import ru.nastavnik.process.ProcessVariable;
import ru.nastavnik.process.consent.ConsentCollectionProcess;
import ru.nastavnik.process.documents.LocalActApprovalProcess;
import ru.nastavnik.process.pairs.MentorshipProcess;
import ru.nastavnik.process.pairs.PairFormationProcess;
import ru.nastavnik.process.pairs.PersonalProgrammeApprovalProcess;
import ru.nastavnik.process.programme.MentoringProgrammeProcess;
import ru.nastavnik.process.support.UnmatchedSupportProcess;
import ru.nastavnik.roadmap.Measure;
import ru.nastavnik.roadmap.RowTasks;

/** Finds the tasks behind rows; the engine's own checks decide which ones the current user may see. */
@Component
class EngineRowTasks implements RowTasks {

    /** Tasks that always belong to the same rows. */
    private static final Map<String, List<String>> ROWS = Map.ofEntries(
            Map.entry(PreparationStageProcess.CITE_ACTS, List.of("S2-1.1", "S2-1.2")),
            Map.entry(MentoringProgrammeProcess.COMPLETE_ROADMAP, List.of("S2-1.3")),
            Map.entry(MentoringProgrammeProcess.APPROVE_ROADMAP, List.of("S2-1.3")),
            Map.entry(MenteeBankStageProcess.COLLECT_REQUESTS, List.of("S2-2.1")),
            Map.entry(MentorBankStageProcess.PROPOSE_MENTORS, List.of("S2-3.2")),
            Map.entry(SelectionTrainingStageProcess.SELECT_MENTORS, List.of("S2-4.1")),
            Map.entry(SelectionTrainingStageProcess.RECORD_TRAINING, List.of("S2-4.2")),
            Map.entry(PairFormationProcess.MATCH_PAIRS, List.of("S2-5.1", "S2-1.4")),
            Map.entry(PairFormationProcess.APPROVE_PAIR_LIST, List.of("S2-5.1", "S2-1.4")),
            Map.entry(PairFormationProcess.REGISTER_PAIR_ORDER, List.of("S2-5.1", "S2-1.4")),
            Map.entry(MentorshipProcess.DRAFT_PERSONAL_PROGRAMME, List.of("S2-5.2")),
            Map.entry(PersonalProgrammeApprovalProcess.APPROVE_PERSONAL_PROGRAMMES, List.of("S2-5.2")),
            Map.entry(UnmatchedSupportProcess.SUPPORT_MENTEE, List.of(UnmatchedSupportProcess.SUPPORT_ROW)),
            Map.entry(CompletionStageProcess.RECORD_FINAL_EVENT, List.of("S2-6.3")),
            Map.entry(InformationSupportStageProcess.PUBLISH_NEWS, List.of("S2-7.1")),
            Map.entry(InformationSupportStageProcess.PUBLISH_RESULTS, List.of("S2-7.1")));

    private static final Set<String> OF_CONSENTS =
            Set.of(ConsentCollectionProcess.MARK_CONSENTS, ConsentCollectionProcess.CONTACT_SILENT);
    private static final Set<String> OF_ACTS = Set.of(
            LocalActApprovalProcess.DRAFT_ACT,
            LocalActApprovalProcess.RECORD_AGREEMENT,
            LocalActApprovalProcess.DECIDE_ON_ACT,
            LocalActApprovalProcess.REVISE_ACT,
            LocalActApprovalProcess.REGISTER_ACT);
    private static final String[] ALL = Stream.of(
                    ROWS.keySet(), OF_CONSENTS, OF_ACTS, Set.of(RoadmapMeasureProcess.CARRY_OUT_MEASURE))
            .flatMap(Set::stream)
            .toArray(String[]::new);

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ProcessEngineConfigurationImpl engine;
    private final LocalActs acts;
    private final Consents consents;

    EngineRowTasks(
            TaskService tasks,
            RuntimeService runtime,
            ProcessEngineConfigurationImpl engine,
            LocalActs acts,
            Consents consents) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.engine = engine;
        this.acts = acts;
        this.consents = consents;
    }

    @Override
    public Map<UUID, String> of(UUID programmeId, Collection<Measure> rows) {
        List<Task> open = ((TaskQueryImpl) tasks.createTaskQuery()
                        .taskDefinitionKeyIn(ALL)
                        .processVariableValueEquals(ProcessVariable.PROGRAMME_ID.name(), programmeId.toString())
                        .orderByDueDate()
                        .asc())
                .unlimitedList();
        if (open.isEmpty()) {
            return Map.of();
        }
        Map<String, UUID> subjects = subjects(open);
        Map<UUID, UUID> rowsOfActs = acts.of(programmeId).stream()
                .filter(act -> act.measureId() != null)
                .collect(Collectors.toMap(LocalAct::id, LocalAct::measureId));
        Map<String, UUID> byRef = rows.stream().collect(Collectors.toMap(Measure::ref, Measure::id));
        Map<UUID, String> found = new HashMap<>();
        open.forEach(task -> {
            UUID subject = subjects.get(task.getProcessInstanceId());
            rowsOf(task.getTaskDefinitionKey(), subject, rowsOfActs, byRef)
                    .filter(Objects::nonNull)
                    .forEach(row -> found.putIfAbsent(row, task.getId()));
        });
        return found;
    }

    private Stream<UUID> rowsOf(String task, UUID subject, Map<UUID, UUID> rowsOfActs, Map<String, UUID> byRef) {
        if (task.equals(RoadmapMeasureProcess.CARRY_OUT_MEASURE)) {
            return Stream.of(subject);
        }
        if (OF_ACTS.contains(task)) {
            return Stream.of(subject).map(rowsOfActs::get);
        }
        return (OF_CONSENTS.contains(task) ? Stream.of(bankRow(subject)) : ROWS.get(task).stream()).map(byRef::get);
    }

    private String bankRow(UUID collectionId) {
        return ConsentCollectionProcess.BANK_ROWS.get(
                consents.collection(collectionId).side());
    }

    /** @return what the instances of these tasks are about; not everybody who has a task may see its instance */
    private Map<String, UUID> subjects(List<Task> open) {
        Set<String> instances = open.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
        return engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() ->
                        runtime.createProcessInstanceQuery().processInstanceIds(instances).unlimitedList().stream()
                                .collect(Collectors.toMap(
                                        ProcessInstance::getId,
                                        instance -> UUID.fromString(instance.getBusinessKey())))));
    }
}
