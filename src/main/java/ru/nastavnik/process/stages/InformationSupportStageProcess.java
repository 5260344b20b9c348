package ru.nastavnik.process.stages;

/**
 * Contract of the diagram «Информационная поддержка системы наставничества»;
 * its business key is the id of the stage.
 */
public final class InformationSupportStageProcess {

    public static final String KEY = "InformationSupportStageProcess";

    public static final String PUBLISH_NEWS = "UserTask_PublishNews";
    public static final String PUBLISH_RESULTS = "UserTask_PublishResults";

    public static final String STAGES_COMPLETED = "mentoring.stagesCompleted";

    private InformationSupportStageProcess() {}
}
