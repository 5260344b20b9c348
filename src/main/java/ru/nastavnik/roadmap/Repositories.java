package ru.nastavnik.roadmap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ProgrammeRepository extends JpaRepository<Programme, UUID> {

    List<Programme> findByOrganisationIdOrderByPeriodFromDesc(UUID organisationId);

    @Query("select p from Programme p where p.organisationId = :organisationId and p.track = :track"
            + " and p.state in :states and p.periodFrom <= :to and p.periodTo >= :from")
    List<Programme> overlapping(
            UUID organisationId,
            Programme.Track track,
            Collection<Programme.State> states,
            LocalDate from,
            LocalDate to);

    /** Held until the transaction ends: two requests for one school come one after the other. */
    @Query(value = "select cast(pg_advisory_xact_lock(hashtextextended(:key, 0)) as text)", nativeQuery = true)
    String lock(String key);
}

interface StageRepository extends JpaRepository<Stage, UUID> {

    List<Stage> findByProgrammeIdOrderByNumber(UUID programmeId);

    @Query("select s.id from Stage s, Programme p where p.id = s.programmeId and p.state = 'RUNNING'"
            + " and s.state = 'OPEN'")
    List<UUID> openOnes();
}

interface MeasureRepository extends JpaRepository<Measure, UUID> {

    List<Measure> findByStageIdOrderByPosition(UUID stageId);

    /** A row that waits to be done, with its programme. */
    record Open(UUID programmeId, Measure row) {}

    @Query("select new ru.nastavnik.roadmap.MeasureRepository$Open(p.id, m) from Measure m, Stage s, Programme p"
            + " where s.id = m.stageId and p.id = s.programmeId and p.organisationId = :organisationId"
            + " and p.state = 'RUNNING' and s.state = 'OPEN' and m.state in ('NOT_STARTED', 'IN_PROGRESS')"
            + " order by m.dueTo, s.number, m.position")
    List<Open> open(UUID organisationId);

    @Query("select m from Measure m, Stage s where s.id = m.stageId and s.programmeId = :programmeId"
            + " order by s.number, m.position")
    List<Measure> ofProgramme(UUID programmeId);

    @Query("select count(m) from Measure m where m.stageId = :stageId and m.optional = false"
            + " and m.state in ('NOT_STARTED', 'IN_PROGRESS')")
    long countDue(UUID stageId);
}

interface EvidenceRepository extends JpaRepository<Evidence, UUID> {

    List<Evidence> findByMeasureIdOrderByRecordedAt(UUID measureId);

    List<Evidence> findByMeasureIdInOrderByRecordedAt(Collection<UUID> measureIds);
}

interface ReachedOutcomeRepository extends JpaRepository<ReachedOutcome, UUID> {

    List<ReachedOutcome> findByProgrammeId(UUID programmeId);
}

interface StageWaiverRepository extends JpaRepository<StageWaiver, UUID> {

    Optional<StageWaiver> findByStageIdAndState(UUID stageId, StageWaiver.State state);

    Optional<StageWaiver> findFirstByStageIdAndState(UUID stageId, StageWaiver.State state);
}

interface OccasionRepository extends JpaRepository<Occasion, UUID> {

    List<Occasion> findByProgrammeIdOrderByHeldOn(UUID programmeId);
}

interface PublicationRepository extends JpaRepository<Publication, UUID> {

    List<Publication> findByProgrammeIdOrderByPublishedOn(UUID programmeId);
}
