package ru.nastavnik.process.stages;

import ru.nastavnik.process.ProcessVariable;

/** Contract of the diagram «Формирование банка наставляемых»; its business key is the id of the stage. */
public final class MenteeBankStageProcess {

    public static final String KEY = "MenteeBankStageProcess";

    public static final ProcessVariable<Boolean> MORE_REQUESTS = ProcessVariable.flag("moreRequests");

    public static final String COLLECT_REQUESTS = "UserTask_CollectRequests";

    private MenteeBankStageProcess() {}
}
