package ru.nastavnik.process.stages;

import ru.nastavnik.process.ProcessVariable;

/** Contract of the diagram «Формирование банка наставников»; its business key is the id of the stage. */
public final class MentorBankStageProcess {

    public static final String KEY = "MentorBankStageProcess";

    public static final ProcessVariable<Boolean> MORE_MENTORS = ProcessVariable.flag("moreMentors");

    public static final String PROPOSE_MENTORS = "UserTask_ProposeMentors";

    private MentorBankStageProcess() {}
}
