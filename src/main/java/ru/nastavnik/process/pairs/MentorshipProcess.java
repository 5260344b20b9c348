package ru.nastavnik.process.pairs;

import ru.nastavnik.process.ProcessVariable;

/** Contract of the diagram «Работа пары»; its business key is the id of the mentorship. */
public final class MentorshipProcess {

    public static final String KEY = "MentorshipProcess";

    public static final ProcessVariable<Boolean> PERSONAL_PROGRAMME_APPROVED =
            ProcessVariable.flag("personalProgrammeApproved");
    public static final ProcessVariable<Boolean> MEETINGS_HELD = ProcessVariable.flag("meetingsHeld");
    public static final ProcessVariable<Boolean> WORK_PERIOD_OVER = ProcessVariable.flag("workPeriodOver");

    public static final String DRAFT_PERSONAL_PROGRAMME = "UserTask_DraftPersonalProgramme";
    public static final String MARK_MEETINGS = "UserTask_MarkMeetings";
    public static final String CLARIFY_NO_MEETINGS = "UserTask_ClarifyNoMeetings";
    public static final String HOLD_FINAL_MEETING = "UserTask_HoldFinalMeeting";
    public static final String SUM_UP_PAIR = "UserTask_SumUpPair";

    public static final String PROGRAMME_APPROVED = "mentoring.personalProgrammeApproved";
    public static final String PROGRAMME_RETURNED = "mentoring.personalProgrammeReturned";
    public static final String MENTOR_REPLACED = "mentoring.mentorReplaced";
    public static final String PAIR_SUSPENDED = "mentoring.pairSuspended";
    public static final String PAIR_RESUMED = "mentoring.pairResumed";
    public static final String PAIR_FINISHING = "mentoring.pairFinishing";
    public static final String PAIR_TERMINATED = "mentoring.pairTerminated";

    private MentorshipProcess() {}
}
