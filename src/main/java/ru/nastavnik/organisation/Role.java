package ru.nastavnik.organisation;

import java.util.Arrays;

/** What a power lets a person be in an organisation. The code is part of the engine's group id. */
public enum Role {
  DIRECTOR("director", "Директор", "И. о. директора", "для директора"),
  CURATOR("curator", "Куратор", "И. о. куратора", "для кураторов"),
  DEPUTY("deputy", "Заместитель директора", "И. о. заместителя директора", "для заместителей директора"),
  SUBJECT_LEAD("subjectLead", "Руководитель ШМО", "И. о. руководителя ШМО", "для руководителей ШМО"),
  CLASS_TEACHER("classTeacher", "Классный руководитель", "И. о. классного руководителя", "для классных руководителей"),
  PSYCHOLOGIST("psychologist", "Педагог-психолог", "И. о. педагога-психолога", "для психолога"),
  CLERK("clerk", "Секретарь", "И. о. секретаря", "для секретаря"),
  HR("hr", "Специалист по кадрам", "И. о. специалиста по кадрам", "для кадров"),
  SITE_EDITOR("siteEditor", "Ответственный за сайт", "И. о. ответственного за сайт", "для ответственного за сайт"),
  MENTOR("mentor", "Наставник", "Наставник", "для наставников"),
  MENTEE("mentee", "Наставляемый", "Наставляемый", "для наставляемых"),
  MUNICIPAL_COORDINATOR("municipalCoordinator", "Муниципальный координатор", "И. о. муниципального координатора", "для координатора"),
  MUNICIPAL_HEAD("municipalHead", "Начальник управления образования", "И. о. начальника управления образования", "для начальника управления"),
  ADMINISTRATOR("administrator", "Технический администратор", "Технический администратор", "для администратора");

  private final String code;
  private final String title;
  private final String actingTitle;
  private final String forWhom;

  Role(String code, String title, String actingTitle, String forWhom) {
    this.code = code;
    this.title = title;
    this.actingTitle = actingTitle;
    this.forWhom = forWhom;
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

  /** @return «для кураторов»: the caption of shared tasks */
  public String forWhom() {
    return forWhom;
  }

  /** @throws IllegalArgumentException when no role has this code */
  public static Role ofCode(String code) {
    return Arrays.stream(values()).filter(role -> role.code.equals(code)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No role has the code " + code));
  }
}
