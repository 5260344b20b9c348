package ru.nastavnik.shared;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface DecisionRecords extends Repository<DecisionRecord, UUID> {

    DecisionRecord save(DecisionRecord decision);

    List<DecisionRecord> findBySubjectIdOrderByRecordedAt(UUID subjectId);
}
