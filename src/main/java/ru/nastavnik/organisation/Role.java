package ru.nastavnik.organisation;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

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

    private static final Set<Role> NOBODY_OF_THE_STAFF =
            EnumSet.of(MENTEE, MUNICIPAL_COORDINATOR, MUNICIPAL_HEAD, ADMINISTRATOR);

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

    /** @return roles of a school's staff: whoever may answer for something or take over a task */
    public static List<Role> ofTheStaff() {
        return Arrays.stream(values())
                .filter(role -> !NOBODY_OF_THE_STAFF.contains(role))
                .toList();
    }

    /** @throws IllegalArgumentException when no role has this code */
    public static Role ofCode(String code) {
        return Arrays.stream(values())
                .filter(role -> role.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No role has the code " + code));
    }
}
