package ru.nastavnik.process.pairs;

import ru.nastavnik.process.ProcessVariable;

/** Contract of the diagram «Подбор и закрепление пар»; its business key is the id of the pair list. */
public final class PairFormationProcess {

    public static final String KEY = "PairFormationProcess";

    public static final ProcessVariable<Boolean> MATCHING_FINISHED = ProcessVariable.flag("matchingFinished");
    public static final ProcessVariable<Boolean> PAIRS_PROPOSED = ProcessVariable.flag("pairsProposed");
    public static final ProcessVariable<Boolean> ANY_PAIR_APPROVED = ProcessVariable.flag("anyPairApproved");
    public static final ProcessVariable<Boolean> PAIRS_RETURNED = ProcessVariable.flag("pairsReturned");

    public static final String MATCH_PAIRS = "UserTask_MatchPairs";
    public static final String APPROVE_PAIR_LIST = "UserTask_ApprovePairList";
    public static final String REGISTER_PAIR_ORDER = "UserTask_RegisterPairOrder";

    private PairFormationProcess() {}
}
