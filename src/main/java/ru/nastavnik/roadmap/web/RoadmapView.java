package ru.nastavnik.roadmap.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.nastavnik.roadmap.OutcomeProgress;

/**
 * What the page of a roadmap shows.
 *
 * @param conclusion what has been written down about the year when it was closed; null when nothing
 */
record RoadmapView(
        UUID programmeId,
        String title,
        String state,
        @Nullable String conclusion,
        boolean mayCancel,
        List<LateRow> late,
        List<StageCard> stages,
        List<Other> others) {

    /** A row that is late, on top of the page. */
    record LateRow(
            UUID measureId,
            String title,
            @Nullable String lateness,
            @Nullable String taskUrl) {}

    /** Another programme of the person's organisations. */
    record Other(UUID programmeId, String title) {}

    /**
     * A stage.
     *
     * @param colour      class of its badge
     * @param missing     rows that keep it from being completed
     * @param mayBeWaived whether this person may ask for it to be ended without its evidence
     * @param waiverAsked whether the director has been asked
     */
    record StageCard(
            UUID id,
            int number,
            String title,
            String state,
            String colour,
            List<Row> rows,
            List<String> missing,
            boolean mayBeWaived,
            boolean waiverAsked) {}

    /**
     * A row.
     *
     * @param colour   class of the badge of its state
     * @param lateness «Срок прошёл 3 дня назад»; null when it is in time
     * @param remark   a word on the state: the day, why it is not required; null when there is none
     * @param progress how far the work has come, «утверждено 3 из 4», and where it is seen
     * @param taskUrl  where its work is done; null when there is nothing for this person to do
     * @param underWay the task that somebody else does about it, where this person answers for the row too; else null
     */
    record Row(
            UUID id,
            String number,
            String title,
            String due,
            String responsible,
            List<Proof> proofs,
            String state,
            String colour,
            long daysLate,
            @Nullable String lateness,
            @Nullable String remark,
            List<OutcomeProgress.Progress> progress,
            @Nullable String taskUrl,
            @Nullable String underWay) {}

    /** What shows that a row is done; without an address it is a text. */
    record Proof(String text, @Nullable String url) {}
}
