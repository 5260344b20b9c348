package ru.nastavnik.consent;

/** What is agreed to. Each kind is a document of its own (E2). */
public enum ConsentKind {
  /** 152-ФЗ, ст. 9. */
  PROCESSING("Обработка персональных данных"),
  /** The Regulation, 2.11. */
  PARTICIPATION("Участие в программе наставничества"),
  /** ТК РФ, ст. 351.8: an employee mentors another employee. */
  EXTRA_DUTIES("Дополнительные обязанности наставника");

  private final String title;

  ConsentKind(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}
