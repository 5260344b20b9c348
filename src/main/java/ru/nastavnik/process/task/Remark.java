package ru.nastavnik.process.task;

import ru.nastavnik.organisation.People;
import ru.nastavnik.shared.DecisionRecord;

/** A row of the table of remarks: what was said about the thing when it was sent back. */
public record Remark(String date, String author, String remark) {

    /** By the name that whoever decided had on that day; who has said nothing has only refused. */
    public static Remark of(DecisionRecord decision, People people) {
        return new Remark(
                FormData.date(decision.happenedOn()),
                people.signature(decision),
                decision.remark() == null ? "Отказ" : decision.remark());
    }
}
