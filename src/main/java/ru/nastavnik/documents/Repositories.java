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

    Optional<LocalAct> findByOrganisationIdAndJournalAndYearAndNumberKey(
            UUID organisationId, String journal, Integer year, String numberKey);

    @Query("select a.number from LocalAct a "
            + "where a.organisationId = :organisationId and a.journal = :journal and a.year = :year")
    List<String> numbers(UUID organisationId, String journal, Integer year);

    Optional<LocalAct> findFirstByOrganisationIdAndKindCodeAndStateOrderByActDateDesc(
            UUID organisationId, String kind, ActState state);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from LocalAct a where a.id = :id")
    Optional<LocalAct> lock(UUID id);
}

interface ActVersionRepository extends JpaRepository<ActVersion, UUID> {

    Optional<ActVersion> findFirstByActIdOrderByNumberDesc(UUID actId);

    @Query("select count(v) > 0 from ActVersion v join v.annexes a where a.fileId = :fileId")
    boolean hasAnnex(UUID fileId);
}

interface ActKindRepository extends JpaRepository<ActKind, String> {

    @Query("select k from ActKind k where k.organisationId is null or k.organisationId = :organisationId")
    List<ActKind> of(UUID organisationId);

    @Query("select k from ActKind k where k.founding and k.outcome is not null")
    List<ActKind> findFoundingWithOutcome();

    @Query("select k from ActKind k join ActDemand d on d.kind = k.code "
            + "where d.organisationId = :organisationId order by d.demandedAt, k.code")
    List<ActKind> demandedBy(UUID organisationId);
}

interface ActJournalRepository extends JpaRepository<ActJournal, String> {

    @Query("select j from ActJournal j where j.organisationId is null or j.organisationId = :organisationId")
    List<ActJournal> of(UUID organisationId);
}

interface ActDemandRepository extends JpaRepository<ActDemand, ActDemand.Key> {}

interface AcknowledgementRepository extends JpaRepository<Acknowledgement, UUID> {

    List<Acknowledgement> findByActId(UUID actId);

    List<Acknowledgement> findByPersonIdInAndDecisionIdIsNull(Collection<UUID> personIds);
}
