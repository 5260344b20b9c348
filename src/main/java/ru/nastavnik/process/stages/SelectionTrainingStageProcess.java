package ru.nastavnik.process.stages;

/** Contract of the diagram «Этап 4. Отбор и обучение»; its business key is the id of the stage. */
public final class SelectionTrainingStageProcess {

    public static final String KEY = "SelectionTrainingStageProcess";

    public static final String SELECT_MENTORS = "UserTask_SelectMentors";
    public static final String RECORD_TRAINING = "UserTask_RecordTraining";

    /** Rows of the roadmap that the two tasks fulfil. */
    public static final String SELECTION_ROW = "S2-4.1";

    public static final String TRAINING_ROW = "S2-4.2";

    private SelectionTrainingStageProcess() {}
}
