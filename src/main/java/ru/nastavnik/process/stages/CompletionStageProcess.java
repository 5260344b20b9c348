package ru.nastavnik.process.stages;

/**
 * Contract of the diagram «Этап 6. Завершение персонализированных программ наставничества»;
 * its business key is the id of the stage.
 */
public final class CompletionStageProcess {

    public static final String KEY = "CompletionStageProcess";

    public static final String RECORD_FINAL_EVENT = "UserTask_RecordFinalEvent";

    /** Rows of the roadmap: the order on the final event, and the event. */
    public static final String FINAL_EVENT_ORDER_ROW = "S2-6.2";

    public static final String FINAL_EVENT_ROW = "S2-6.3";

    private CompletionStageProcess() {}
}
