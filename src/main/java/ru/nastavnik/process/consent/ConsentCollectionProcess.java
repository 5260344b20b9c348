package ru.nastavnik.process.consent;

import ru.nastavnik.process.ProcessVariable;

/** Contract of the diagram «Сбор согласий»; its business key is the id of the collection. */
public final class ConsentCollectionProcess {

    public static final String KEY = "ConsentCollectionProcess";

    public static final ProcessVariable<Boolean> CONSENTS_AWAITED = ProcessVariable.flag("consentsAwaited");

    public static final String MARK_CONSENTS = "UserTask_MarkConsents";
    public static final String CONTACT_SILENT = "UserTask_ContactSilent";

    public static final String CONSENTS_ANSWERED = "mentoring.consentsAnswered";

    private ConsentCollectionProcess() {}
}
