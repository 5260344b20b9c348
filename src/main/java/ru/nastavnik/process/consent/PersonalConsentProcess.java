package ru.nastavnik.process.consent;

import ru.nastavnik.process.ProcessVariable;

/** Contract of the diagram «Согласие участника»; its business key is the id of the participant. */
public final class PersonalConsentProcess {

    public static final String KEY = "PersonalConsentProcess";

    /** The collection in which the person has been asked. */
    public static final ProcessVariable<String> COLLECTION_ID = ProcessVariable.text("collectionId");

    public static final String GIVE_CONSENTS = "UserTask_GiveConsents";

    public static final String PERSON_ANSWERED = "mentoring.personAnswered";

    private PersonalConsentProcess() {}
}
