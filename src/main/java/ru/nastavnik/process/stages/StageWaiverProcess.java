package ru.nastavnik.process.stages;

import ru.nastavnik.process.ProcessVariable;

/** Contract of the diagram «Завершение этапа без подтверждения»; its business key is the id of the stage. */
public final class StageWaiverProcess {

    public static final String KEY = "StageWaiverProcess";

    public static final ProcessVariable<String> WAIVER_DECISION = ProcessVariable.text("waiverDecision");

    public static final String DECIDE_STAGE_WAIVER = "UserTask_DecideStageWaiver";

    public static final String WAIVER_CANCELLED = "mentoring.waiverCancelled";

    private StageWaiverProcess() {}
}
