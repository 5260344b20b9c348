package ru.nastavnik.process.stages;

/**
 * Contract of the diagram «Завершение персонализированных программ наставничества»;
 * its business key is the id of the stage.
 */
public final class CompletionStageProcess {

    public static final String KEY = "CompletionStageProcess";

    public static final String RECORD_FINAL_EVENT = "UserTask_RecordFinalEvent";

    private CompletionStageProcess() {}
}
