package ru.nastavnik.documents;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface LocalActRepository extends JpaRepository<LocalAct, UUID> {

    List<LocalAct> findByProgrammeIdOrderByCreatedAt(UUID programmeId);

    List<LocalAct> findByProgrammeIdAndStateOrderByCreatedAt(UUID programmeId, ActState state);

    Optional<LocalAct> findFirstByMeasureIdAndKindAndStateOrderByCreatedAtDesc(
            UUID measureId, ActKind kind, ActState state);

    List<LocalAct> findByMeasureIdAndStateNotIn(UUID measureId, Collection<ActState> states);

    Optional<LocalAct> findByOrganisationIdAndJournalAndYearAndNumber(
            UUID organisationId, String journal, Integer year, String number);

    Optional<LocalAct> findFirstByOrganisationIdAndKindAndStateOrderByActDateDesc(
            UUID organisationId, ActKind kind, ActState state);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from LocalAct a where a.id = :id")
    Optional<LocalAct> lock(UUID id);
}

interface AcknowledgementRepository extends JpaRepository<Acknowledgement, UUID> {

    List<Acknowledgement> findByActId(UUID actId);

    List<Acknowledgement> findByPersonIdInAndDecisionIdIsNull(Collection<UUID> personIds);

    boolean existsByActIdAndDecisionIdIsNull(UUID actId);
}
