package ru.nastavnik.process.stages;

/** Contract of the diagram «Отбор и обучение»; its business key is the id of the stage. */
public final class SelectionTrainingStageProcess {

    public static final String KEY = "SelectionTrainingStageProcess";

    public static final String SELECT_MENTORS = "UserTask_SelectMentors";
    public static final String RECORD_TRAINING = "UserTask_RecordTraining";

    private SelectionTrainingStageProcess() {}
}
