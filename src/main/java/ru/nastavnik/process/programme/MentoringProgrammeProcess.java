package ru.nastavnik.process.programme;

import ru.nastavnik.process.ProcessVariable;

/** Contract of the diagram «Программа наставничества»; its business key is the id of the programme. */
public final class MentoringProgrammeProcess {

    public static final String KEY = "MentoringProgrammeProcess";

    public static final ProcessVariable<String> TEMPLATE_CODE = ProcessVariable.text("templateCode");
    public static final ProcessVariable<String> TRACK = ProcessVariable.text("track");
    /** First and last day of the programme, «2026-09-01». */
    public static final ProcessVariable<String> PERIOD_FROM = ProcessVariable.text("periodFrom");

    public static final ProcessVariable<String> PERIOD_TO = ProcessVariable.text("periodTo");
    public static final ProcessVariable<Boolean> ROADMAP_COMPLETED = ProcessVariable.flag("roadmapCompleted");
    public static final ProcessVariable<String> ROADMAP_DECISION = ProcessVariable.text("roadmapDecision");
    /** Name of an {@link OpenPairs}. */
    public static final ProcessVariable<String> OPEN_PAIRS = ProcessVariable.text("openPairs");

    public static final String COMPLETE_ROADMAP = "UserTask_CompleteRoadmap";
    public static final String APPROVE_ROADMAP = "UserTask_ApproveRoadmap";
    public static final String CLOSE_PROGRAMME = "UserTask_CloseProgramme";

    public static final String PROGRAMME_CANCELLED = "mentoring.programmeCancelled";

    /** What becomes of pairs that still work when the year is closed. */
    public enum OpenPairs {
        END,
        CONTINUE
    }

    private MentoringProgrammeProcess() {}
}
