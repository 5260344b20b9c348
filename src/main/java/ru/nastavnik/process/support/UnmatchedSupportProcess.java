package ru.nastavnik.process.support;

import ru.nastavnik.process.ProcessVariable;

/** Contract of the diagram «Наставляемый без наставника»; its business key is the id of the participant. */
public final class UnmatchedSupportProcess {

    public static final String KEY = "UnmatchedSupportProcess";

    public static final ProcessVariable<Boolean> SEARCH_GOES_ON = ProcessVariable.flag("searchGoesOn");

    public static final String SUPPORT_MENTEE = "UserTask_SupportMentee";

    public static final String MENTEE_MATCHED = "mentoring.menteeMatched";

    private UnmatchedSupportProcess() {}
}
