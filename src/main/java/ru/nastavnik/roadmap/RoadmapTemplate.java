package ru.nastavnik.roadmap;

import java.time.MonthDay;
import java.util.List;

/** A roadmap as a source document proposes it, before a school sets its dates and roles. */
record RoadmapTemplate(String code, String title, List<Part> stages) {

    /** A stage of the template. */
    record Part(int number, String title, List<Row> rows) {}

    /**
     * A row of the template.
     *
     * @param proposedRole code of the role where the table of proposals does not fit; null where it does
     * @param proposedFrom first day «MM-DD» in a school year; null when the document says none
     * @param proposedTo   last day «MM-DD»; null when the document says none
     */
    record Row(
            String ref,
            String number,
            String kind,
            String title,
            String proposedRole,
            String proposedFrom,
            String proposedTo,
            boolean optional,
            boolean continuous,
            EvidenceKind evidence,
            String process) {

        MonthDay from() {
            return day(proposedFrom);
        }

        MonthDay to() {
            return day(proposedTo);
        }

        private static MonthDay day(String text) {
            return text == null ? null : MonthDay.parse("--" + text);
        }
    }
}
