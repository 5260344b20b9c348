package ru.nastavnik.process.documents;

import ru.nastavnik.process.ProcessVariable;

/** Contract of the diagram «Согласование и утверждение документа»; its business key is the id of the act. */
public final class LocalActApprovalProcess {

    public static final String KEY = "LocalActApprovalProcess";

    public static final ProcessVariable<String> DRAFT_OUTCOME = ProcessVariable.text("draftOutcome");
    public static final ProcessVariable<Boolean> AGREEMENT_AWAITED = ProcessVariable.flag("agreementAwaited");
    public static final ProcessVariable<String> AGREEMENT = ProcessVariable.text("agreement");
    public static final ProcessVariable<String> ACT_DECISION = ProcessVariable.text("actDecision");

    public static final String DRAFT_ACT = "UserTask_DraftAct";
    public static final String RECORD_AGREEMENT = "UserTask_RecordAgreement";
    public static final String DECIDE_ON_ACT = "UserTask_DecideOnAct";
    public static final String REVISE_ACT = "UserTask_ReviseAct";
    public static final String REGISTER_ACT = "UserTask_RegisterAct";

    private LocalActApprovalProcess() {}
}
