package ru.nastavnik.consent;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface ConsentTextRepository extends JpaRepository<ConsentText, UUID> {

    List<ConsentText> findByKindOrderByVersion(ConsentKind kind);
}

interface ConsentCollectionRepository extends JpaRepository<ConsentCollection, UUID> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from ConsentCollection c where c.id in :ids order by c.id")
    List<ConsentCollection> lock(Collection<UUID> ids);
}

/**
 * Decisions («is anything awaited?») are asked as counts: an entity that the transaction has seen before it got the
 * lock may be stale.
 */
interface ConsentRepository extends JpaRepository<Consent, UUID> {

    Optional<Consent> findByProgrammeIdAndPersonIdAndKindAndGiver(
            UUID programmeId, UUID personId, ConsentKind kind, Giver giver);

    List<Consent> findByCollectionId(UUID collectionId);

    List<Consent> findByCollectionIdAndState(UUID collectionId, ConsentState state);

    List<Consent> findByProgrammeIdAndPersonIdAndGiverAndState(
            UUID programmeId, UUID personId, Giver giver, ConsentState state);

    List<Consent> findByProgrammeIdAndPersonIdAndState(UUID programmeId, UUID personId, ConsentState state);

    List<Consent> findByProgrammeIdAndState(UUID programmeId, ConsentState state);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Consent c where c.id in :ids order by c.id")
    List<Consent> lock(Collection<UUID> ids);

    /** One statement: whoever answers at the same moment has answered, and is reminded no more. */
    @Query(
            nativeQuery = true,
            value = "update consent set reminders = reminders + 1 where collection_id = :collectionId"
                    + " and state = 'AWAITED' and reminders < :max returning person_id")
    List<UUID> remind(UUID collectionId, int max);

    boolean existsByCollectionIdAndState(UUID collectionId, ConsentState state);

    boolean existsByProgrammeIdAndPersonIdAndGiverAndState(
            UUID programmeId, UUID personId, Giver giver, ConsentState state);

    boolean existsByProgrammeIdAndPersonIdAndKind(UUID programmeId, UUID personId, ConsentKind kind);

    boolean existsByProgrammeIdAndPersonIdAndKindAndStateNot(
            UUID programmeId, UUID personId, ConsentKind kind, ConsentState state);

    @Query("select max(c.answeredOn) from Consent c where c.programmeId = :programmeId and c.personId = :personId "
            + "and c.kind = :kind and c.state = ru.nastavnik.consent.ConsentState.GIVEN")
    LocalDate lastGivenOn(UUID programmeId, UUID personId, ConsentKind kind);
}
