package ru.nastavnik.process.stages;

import ru.nastavnik.process.ProcessVariable;

/**
 * Contract of the diagram «Этап 5. Организация и осуществление работы наставнических пар»;
 * its business key is the id of the stage.
 */
public final class PairWorkStageProcess {

  public static final String KEY = "PairWorkStageProcess";

  public static final ProcessVariable<String> PAIR_WORK = ProcessVariable.text("pairWork");

  public static final String APPROVE_PERSONAL_PROGRAMMES = "UserTask_ApprovePersonalProgrammes";

  public static final String PAIR_WORK_CHANGED = "mentoring.pairWorkChanged";

  private PairWorkStageProcess() {}
}
