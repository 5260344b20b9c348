package ru.nastavnik.process.consent;

import java.util.Map;
import ru.nastavnik.participants.Side;
import ru.nastavnik.process.ProcessVariable;
import ru.nastavnik.roadmap.Outcome;

/** Contract of the diagram «Сбор согласий»; its business key is the id of the collection. */
public final class ConsentCollectionProcess {

    public static final String KEY = "ConsentCollectionProcess";

    public static final ProcessVariable<Boolean> CONSENTS_AWAITED = ProcessVariable.flag("consentsAwaited");

    public static final String MARK_CONSENTS = "UserTask_MarkConsents";
    public static final String CONTACT_SILENT = "UserTask_ContactSilent";

    public static final String CONSENTS_ANSWERED = "mentoring.consentsAnswered";

    /** What the collection of a side brings about. */
    static final Map<Side, Outcome> BANK_FORMED =
            Map.of(Side.MENTEE, Outcome.MENTEE_BANK_FORMED, Side.MENTOR, Outcome.MENTOR_BANK_FORMED);

    private ConsentCollectionProcess() {}
}
