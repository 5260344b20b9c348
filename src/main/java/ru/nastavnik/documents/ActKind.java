package ru.nastavnik.documents;

/** What kind of local act it is. */
public enum ActKind {
    REGULATION("Положение о наставничестве", "ACTS"),
    REGULATION_ORDER("Приказ об утверждении положения о наставничестве", "ORDERS"),
    FINAL_EVENT_ORDER("Приказ о проведении итогового мероприятия", "ORDERS"),
    PAIR_ORDER("Приказ о закреплении наставнических пар", "ORDERS"),
    REPLACEMENT_ORDER("Приказ о замене наставника", "ORDERS"),
    OTHER("Другой документ", "ACTS");

    private final String title;
    private final String journal;

    ActKind(String title, String journal) {
        this.title = title;
        this.journal = journal;
    }

    public String title() {
        return title;
    }

    /** @return code of the journal in which it gets its number */
    public String journal() {
        return journal;
    }

    /** @return «в журнале приказов» */
    String inJournal() {
        return journal.equals("ORDERS") ? "в журнале приказов" : "в журнале локальных актов";
    }
}
