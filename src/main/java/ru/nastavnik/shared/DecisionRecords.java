package ru.nastavnik.shared;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface DecisionRecords extends Repository<DecisionRecord, UUID> {

    DecisionRecord save(DecisionRecord decision);

    List<DecisionRecord> findBySubjectIdOrderByRecordedAt(UUID subjectId);

    List<DecisionRecord> findBySubjectIdInAndSubjectKindAndVerdictOrderByRecordedAt(
            Collection<UUID> subjectIds, String subjectKind, String verdict);

    @Query("select max(d.happenedOn) from DecisionRecord d where d.subjectId in :subjectIds"
            + " and d.subjectKind = :subjectKind and d.verdict = :verdict")
    @Nullable
    LocalDate lastDay(Collection<UUID> subjectIds, String subjectKind, String verdict);
}
