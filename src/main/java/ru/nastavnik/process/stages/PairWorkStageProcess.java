package ru.nastavnik.process.stages;

import ru.nastavnik.process.ProcessVariable;

/**
 * Contract of the diagram «Этап 5. Организация и осуществление работы наставнических пар»;
 * its business key is the id of the stage.
 */
public final class PairWorkStageProcess {

    public static final String KEY = "PairWorkStageProcess";

    /** Number of the stage in the roadmap. */
    public static final int STAGE = 5;

    public static final ProcessVariable<Boolean> PAIR_WORK_COMPLETE = ProcessVariable.flag("pairWorkComplete");

    public static final String PAIR_WORK_CHANGED = "mentoring.pairWorkChanged";

    private PairWorkStageProcess() {}
}
