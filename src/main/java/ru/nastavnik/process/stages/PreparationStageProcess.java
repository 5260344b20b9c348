package ru.nastavnik.process.stages;

/** Contract of the diagram «Подготовка условий»; its business key is the id of the stage. */
public final class PreparationStageProcess {

    public static final String KEY = "PreparationStageProcess";

    public static final String CITE_ACTS = "UserTask_CiteActs";

    private PreparationStageProcess() {}
}
