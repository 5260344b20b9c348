package ru.nastavnik.roadmap;

/** What shows that a row is done (E26). */
public enum EvidenceKind {
  /** A file kept here. */
  FILE,
  /** An address in the Internet. */
  LINK,
  /** A place in the school's files: «дело №, лист». */
  REFERENCE,
  /** Marks of who took part, with the place where their sheet lies. */
  ATTENDANCE,
  /** What the system itself has recorded: an act in force, a bank, pairs. */
  SYSTEM
}
