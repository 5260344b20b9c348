package ru.nastavnik.mentorship;

/** The closed list of grounds on which a mentor is replaced (S4-2.8.a–e, E10). */
public enum ReplacementGround {
    MENTOR_DISMISSED("прекращение наставником трудовых отношений с образовательным учреждением"),
    INCOMPATIBILITY("психологическая несовместимость наставника и наставляемого"),
    DUTIES_NEGLECTED("систематическое неисполнение наставником своих обязанностей"),
    DISCIPLINARY_ACTION("привлечение наставника к дисциплинарной ответственности"),
    REASONED_REQUEST("обоснованная просьба наставника или лица, в отношении которого осуществляется наставничество");

    private final String wording;

    ReplacementGround(String wording) {
        this.wording = wording;
    }

    /** @return whether it is the school that takes the mentoring away */
    boolean byEmployer() {
        return this == DUTIES_NEGLECTED || this == DISCIPLINARY_ACTION;
    }

    /** @return as the Regulation words it */
    public String wording() {
        return wording;
    }
}
