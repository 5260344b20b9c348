package ru.nastavnik.process.stages;

import ru.nastavnik.process.ProcessVariable;

/**
 * Contract of the diagram «Организация и осуществление работы наставнических пар»;
 * its business key is the id of the stage.
 */
public final class PairWorkStageProcess {

    public static final String KEY = "PairWorkStageProcess";

    public static final ProcessVariable<Boolean> PAIR_WORK_COMPLETE = ProcessVariable.flag("pairWorkComplete");

    public static final String PAIR_WORK_CHANGED = "mentoring.pairWorkChanged";

    private PairWorkStageProcess() {}
}
