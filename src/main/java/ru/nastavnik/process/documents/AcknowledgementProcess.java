package ru.nastavnik.process.documents;

import ru.nastavnik.process.ProcessVariable;

/** Contract of the diagram «Ознакомление с документом»; its business key is the id of the act. */
public final class AcknowledgementProcess {

    public static final String KEY = "AcknowledgementProcess";

    public static final ProcessVariable<Boolean> ALL_ACKNOWLEDGED = ProcessVariable.flag("allAcknowledged");

    public static final String MARK_ACKNOWLEDGED = "UserTask_MarkAcknowledged";

    public static final String SHEET_COMPLETED = "mentoring.sheetCompleted";

    private AcknowledgementProcess() {}
}
