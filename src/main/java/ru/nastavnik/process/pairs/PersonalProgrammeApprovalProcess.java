package ru.nastavnik.process.pairs;

import ru.nastavnik.process.ProcessVariable;

/**
 * Contract of the diagram «Утверждение программ пар»; its business key is the id of the programme in which the pairs
 * began, which may have been closed meanwhile.
 */
public final class PersonalProgrammeApprovalProcess {

    public static final String KEY = "PersonalProgrammeApprovalProcess";

    public static final ProcessVariable<Boolean> MORE_PROGRAMMES = ProcessVariable.flag("moreProgrammes");

    public static final String APPROVE_PERSONAL_PROGRAMMES = "UserTask_ApprovePersonalProgrammes";

    public static final String PROGRAMMES_WITHDRAWN = "mentoring.programmesWithdrawn";

    private PersonalProgrammeApprovalProcess() {}
}
