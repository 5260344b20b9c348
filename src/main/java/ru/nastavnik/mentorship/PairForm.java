package ru.nastavnik.mentorship;

/** Who mentors whom. */
public enum PairForm {
    TEACHER_TEACHER("Педагог — педагог"),
    LEADER_TEACHER("Руководитель — педагог"),
    PARTNER_TEACHER("Социальный партнёр — педагог"),
    TEACHER_PUPIL("Педагог — ученик");

    private final String title;

    PairForm(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
