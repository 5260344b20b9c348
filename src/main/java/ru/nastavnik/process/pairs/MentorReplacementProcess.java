package ru.nastavnik.process.pairs;

import ru.nastavnik.process.ProcessVariable;

/** Contract of the diagram «Замена наставника»; its business key is the id of the replacement. */
public final class MentorReplacementProcess {

    public static final String KEY = "MentorReplacementProcess";

    /** Name of a {@link ru.nastavnik.mentorship.Replacement.Cause}. */
    public static final ProcessVariable<String> REPLACEMENT_CAUSE = ProcessVariable.text("replacementCause");

    public static final ProcessVariable<Boolean> REPLACEMENT_ACCEPTED = ProcessVariable.flag("replacementAccepted");
    /** Name of a {@link ru.nastavnik.mentorship.Replacement.Release}. */
    public static final ProcessVariable<String> MENTOR_RELEASE = ProcessVariable.text("mentorRelease");

    public static final ProcessVariable<Boolean> CANDIDATE_FOUND = ProcessVariable.flag("candidateFound");
    public static final ProcessVariable<Boolean> NEW_MENTOR_AGREES = ProcessVariable.flag("newMentorAgrees");
    /** Name of a {@link ru.nastavnik.mentorship.Replacements.Verdict}. */
    public static final ProcessVariable<String> REPLACEMENT_DECISION = ProcessVariable.text("replacementDecision");

    public static final String REVIEW_REPLACEMENT = "UserTask_ReviewReplacement";
    public static final String CHOOSE_NEW_MENTOR = "UserTask_ChooseNewMentor";
    public static final String ANSWER_NEW_MENTOR = "UserTask_AnswerNewMentor";
    public static final String DECIDE_REPLACEMENT = "UserTask_DecideReplacement";
    public static final String REGISTER_REPLACEMENT_ORDER = "UserTask_RegisterReplacementOrder";
    public static final String HAND_OVER = "UserTask_HandOver";

    /** The pair has ended, so nobody is to be replaced any more. */
    public static final String REPLACEMENT_CANCELLED = "mentoring.replacementCancelled";

    private MentorReplacementProcess() {}
}
