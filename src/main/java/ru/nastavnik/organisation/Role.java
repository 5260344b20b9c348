package ru.nastavnik.organisation;

import java.util.Arrays;

/** What a power lets a person be in an organisation. The code is part of the engine's group id. */
public enum Role {
    DIRECTOR("director", "Директор", "И. о. директора"),
    CURATOR("curator", "Куратор", "И. о. куратора"),
    DEPUTY("deputy", "Заместитель директора", "И. о. заместителя директора"),
    SUBJECT_LEAD("subjectLead", "Руководитель ШМО", "И. о. руководителя ШМО"),
    CLASS_TEACHER("classTeacher", "Классный руководитель", "И. о. классного руководителя"),
    PSYCHOLOGIST("psychologist", "Педагог-психолог", "И. о. педагога-психолога"),
    CLERK("clerk", "Секретарь", "И. о. секретаря"),
    HR("hr", "Специалист по кадрам", "И. о. специалиста по кадрам"),
    SITE_EDITOR("siteEditor", "Ответственный за сайт", "И. о. ответственного за сайт"),
    MENTOR("mentor", "Наставник", "Наставник"),
    MENTEE("mentee", "Наставляемый", "Наставляемый"),
    MUNICIPAL_COORDINATOR("municipalCoordinator", "Муниципальный координатор", "И. о. муниципального координатора"),
    MUNICIPAL_HEAD("municipalHead", "Начальник управления образования", "И. о. начальника управления образования"),
    ADMINISTRATOR("administrator", "Технический администратор", "Технический администратор");

    private final String code;
    private final String title;
    private final String actingTitle;

    Role(String code, String title, String actingTitle) {
        this.code = code;
        this.title = title;
        this.actingTitle = actingTitle;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    /** @return the title of whoever holds this power, «И. о.» when only acting */
    public String title(boolean acting) {
        return acting ? actingTitle : title;
    }

    /** @throws IllegalArgumentException when no role has this code */
    public static Role ofCode(String code) {
        return Arrays.stream(values())
                .filter(role -> role.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No role has the code " + code));
    }
}
