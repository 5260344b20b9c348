package ru.nastavnik.process.stages;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;
import ru.nastavnik.documents.LocalAct;
import ru.nastavnik.documents.LocalActs;
import ru.nastavnik.process.ProcessVariable;
import ru.nastavnik.process.documents.LocalActApprovalProcess;
import ru.nastavnik.roadmap.Roadmap;
import ru.nastavnik.roadmap.RowTasks;

/** Finds the task behind a row; the engine's own checks decide which ones the current user may see. */
@Component
class EngineRowTasks implements RowTasks {

  private final TaskService tasks;
  private final Roadmap roadmap;
  private final LocalActs acts;

  EngineRowTasks(TaskService tasks, Roadmap roadmap, LocalActs acts) {
    this.tasks = tasks;
    this.roadmap = roadmap;
    this.acts = acts;
  }

  /**
   * Looks among the tasks about the row itself, its acts, its stage and its programme; last among those of its process
   * that are about something else in the programme: a pair, a mentee. An act that nobody has named yet is named in the
   * stage of preparation.
   */
  @Override
  public Optional<String> taskOf(UUID programmeId, UUID measureId, String process) {
    List<UUID> actsOfRow = acts.of(programmeId).stream().filter(act -> measureId.equals(act.measureId()))
        .map(LocalAct::id).toList();
    boolean actNotNamedYet = process.equals(LocalActApprovalProcess.KEY) && actsOfRow.isEmpty();
    Stream<TaskQuery> aboutRow = Stream.concat(Stream.of(measureId), actsOfRow.stream()).map(this::about);
    Stream<TaskQuery> ofProcess = Stream.of(
        about(roadmap.measure(measureId).stageId())
            .processDefinitionKey(actNotNamedYet ? PreparationStageProcess.KEY : process),
        about(programmeId).processDefinitionKey(process),
        tasks.createTaskQuery().processDefinitionKey(process)
            .processVariableValueEquals(ProcessVariable.PROGRAMME_ID.name(), programmeId.toString()));
    return Stream.concat(aboutRow, ofProcess).map(EngineRowTasks::first).flatMap(Optional::stream).findFirst();
  }

  private TaskQuery about(UUID subjectId) {
    return tasks.createTaskQuery().processInstanceBusinessKey(subjectId.toString());
  }

  private static Optional<String> first(TaskQuery query) {
    return query.orderByDueDate().asc().listPage(0, 1).stream().map(Task::getId).findFirst();
  }
}
