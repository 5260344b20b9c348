package ru.nastavnik.process.stages;

import ru.nastavnik.process.ProcessVariable;

/** Contract of the diagram «Мероприятие дорожной карты»; its business key is the id of the row. */
public final class RoadmapMeasureProcess {

    public static final String KEY = "RoadmapMeasureProcess";

    /** Name of an {@link Ending}. */
    public static final ProcessVariable<String> MEASURE_OUTCOME = ProcessVariable.text("measureOutcome");

    public static final String CARRY_OUT_MEASURE = "UserTask_CarryOutMeasure";

    /** The four ways out of a measure. */
    public enum Ending {
        DONE,
        EXISTS,
        NOT_REQUIRED,
        HANDED_OVER
    }

    private RoadmapMeasureProcess() {}
}
