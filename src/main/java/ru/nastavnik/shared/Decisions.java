package ru.nastavnik.shared;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The one place where decisions, consents, acknowledgements and meetings are written down. */
@Service
public class Decisions {

    private final DecisionRecords records;
    private final SchoolClock clock;

    Decisions(DecisionRecords records, SchoolClock clock) {
        this.records = records;
        this.clock = clock;
    }

    /**
     * Writes a decision down.
     *
     * @param organisationId whose decision it is
     * @param verdict what was decided, of the enum of the thing's kind
     * @param subjectId id of that thing
     * @param textId id of the text, act or version that was decided on; null when nothing written was
     * @param remark what was remarked; null when nothing
     * @param decider who decided
     * @param entry through which door and by whom it was entered
     * @return id of the record
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID record(
            UUID organisationId,
            Verdict verdict,
            UUID subjectId,
            @Nullable UUID textId,
            @Nullable String remark,
            Decider decider,
            Entry entry) {
        return records.save(new DecisionRecord(
                        organisationId,
                        verdict.subjectKind(),
                        subjectId,
                        verdict.name(),
                        textId,
                        remark,
                        decider,
                        entry,
                        clock.instant()))
                .id();
    }

    /**
     * @return what has been decided about this thing, oldest first
     */
    @Transactional(readOnly = true)
    public List<DecisionRecord> about(UUID subjectId) {
        return records.findBySubjectIdOrderByRecordedAt(subjectId);
    }

    /** @return where this has been decided about any of these things, oldest first */
    @Transactional(readOnly = true)
    public List<DecisionRecord> about(Collection<UUID> subjectIds, Verdict verdict) {
        return records.findBySubjectIdInAndSubjectKindAndVerdictOrderByRecordedAt(
                subjectIds, verdict.subjectKind(), verdict.name());
    }

    /**
     * @return the last day on which this was decided about any of these things; null when it never was
     */
    @Transactional(readOnly = true)
    public @Nullable LocalDate lastDay(Collection<UUID> subjectIds, Verdict verdict) {
        return subjectIds.isEmpty() ? null : records.lastDay(subjectIds, verdict.subjectKind(), verdict.name());
    }
}
