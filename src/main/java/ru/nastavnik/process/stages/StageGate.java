package ru.nastavnik.process.stages;

import ru.nastavnik.process.ProcessVariable;

/** What the diagrams of stages have in common: the gate at their end. */
public final class StageGate {

    public static final ProcessVariable<Boolean> STAGE_COMPLETE = ProcessVariable.flag("stageComplete");

    public static final String STAGE_GATE_MET = "mentoring.stageGateMet";
    public static final String STAGE_WAIVED = "mentoring.stageWaived";

    private StageGate() {}
}
