package ru.nastavnik.process.consent;

import java.util.Map;
import ru.nastavnik.participants.Side;
import ru.nastavnik.process.ProcessVariable;

/** Contract of the diagram «Сбор согласий»; its business key is the id of the collection. */
public final class ConsentCollectionProcess {

    public static final String KEY = "ConsentCollectionProcess";

    public static final ProcessVariable<Boolean> CONSENTS_AWAITED = ProcessVariable.flag("consentsAwaited");

    public static final String MARK_CONSENTS = "UserTask_MarkConsents";
    public static final String CONTACT_SILENT = "UserTask_ContactSilent";

    public static final String CONSENTS_ANSWERED = "mentoring.consentsAnswered";

    /** The row of the roadmap that the bank of a side fulfils. */
    public static final Map<Side, String> BANK_ROWS = Map.of(Side.MENTEE, "S2-2.2", Side.MENTOR, "S2-3.2");

    private ConsentCollectionProcess() {}
}
