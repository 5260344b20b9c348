package ru.nastavnik.roadmap;

import java.time.MonthDay;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A roadmap as a source document proposes it, before a school sets its dates and roles.
 *
 * @param name what it is called where one is chosen
 */
record RoadmapTemplate(String code, String name, String title, List<Part> stages) {

    /** @return kinds of its stages */
    Set<StageKind> kinds() {
        return stages.stream().map(Part::kind).collect(Collectors.toSet());
    }

    List<Row> rows() {
        return stages.stream().flatMap(part -> part.rows().stream()).toList();
    }

    /** A stage of the template. */
    record Part(int number, StageKind kind, String title, List<Row> rows) {}

    /**
     * A row of the template.
     *
     * @param ref          what the row is cited by, its id in the source document; nothing depends on it
     * @param proposedRole code of the role where the table of proposals does not fit; null where it does
     * @param sharedRoles  codes of the roles that answer for it too
     * @param sharedBodies others that answer for it too, in the words of the document: «педагогический совет»
     * @param proposedFrom first day «MM-DD» in a school year; null when the document says none
     * @param proposedTo   last day «MM-DD»; null when the document says none
     * @param outcomes     what fulfils it; empty when somebody carries it out by hand
     * @param anyOutcome   whether one of them is enough; all of them are needed otherwise
     */
    record Row(
            String ref,
            String number,
            String kind,
            String title,
            @Nullable String proposedRole,
            List<String> sharedRoles,
            List<String> sharedBodies,
            @Nullable String proposedFrom,
            @Nullable String proposedTo,
            boolean optional,
            boolean continuous,
            EvidenceKind evidence,
            List<Outcome> outcomes,
            boolean anyOutcome) {

        Row {
            outcomes = outcomes == null ? List.of() : List.copyOf(outcomes);
            sharedRoles = sharedRoles == null ? List.of() : List.copyOf(sharedRoles);
            sharedBodies = sharedBodies == null ? List.of() : List.copyOf(sharedBodies);
        }

        @Nullable
        MonthDay from() {
            return day(proposedFrom);
        }

        @Nullable
        MonthDay to() {
            return day(proposedTo);
        }

        private static @Nullable MonthDay day(@Nullable String text) {
            return text == null ? null : MonthDay.parse("--" + text);
        }
    }
}
