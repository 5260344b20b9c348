package ru.nastavnik.consent;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import ru.nastavnik.participants.Side;
import ru.nastavnik.shared.Door;

interface ConsentKindRepository extends JpaRepository<ConsentKind, String> {

    List<ConsentKind> findAllByOrderByPosition();
}

interface ConsentTextRepository extends JpaRepository<ConsentText, UUID> {

    List<ConsentText> findByKindOrderByVersion(String kind);

    @Query("select min(t.validFrom) from ConsentText t")
    LocalDate firstValidFrom();
}

interface ConsentCollectionRepository extends JpaRepository<ConsentCollection, UUID> {

    List<ConsentCollection> findByProgrammeIdAndEndedAtIsNull(UUID programmeId);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from ConsentCollection c where c.id in :ids order by c.id")
    List<ConsentCollection> lock(Collection<UUID> ids);

    /** @return the collections of programmes that go on in which one of these consents stands */
    @Query("select distinct c from ConsentCollection c where c.endedAt is null and c.id in "
            + "(select r.key.collectionId from ConsentRequest r where r.key.consentId in :consentIds)")
    List<ConsentCollection> openWith(Collection<UUID> consentIds);
}

interface ConsentRequestRepository extends JpaRepository<ConsentRequest, ConsentRequest.Key> {

    @Query("select count(r) > 0 from ConsentRequest r join ConsentCollection c on c.id = r.key.collectionId "
            + "where r.key.consentId = :consentId and c.programmeId = :programmeId")
    boolean existsInProgramme(UUID consentId, UUID programmeId);

    /** A consent that is asked for again stands in the new collection of its programme only. */
    @Modifying(flushAutomatically = true)
    @Query("delete from ConsentRequest r where r.key.consentId = :consentId and r.key.collectionId in "
            + "(select c.id from ConsentCollection c where c.programmeId = :programmeId)")
    void deleteInProgramme(UUID consentId, UUID programmeId);
}

interface ConsentEventRepository extends Repository<ConsentEvent, ConsentEvent.Key> {

    /** One event as a person reads it; without door, proof and capacity where nobody has said anything. */
    record Told(
            UUID consentId,
            ConsentState state,
            int textVersion,
            LocalDate happenedOn,
            Instant recordedAt,
            Door door,
            String proof,
            UUID decidedBy,
            String capacity,
            UUID recordedBy) {}

    @Query("select new ru.nastavnik.consent.ConsentEventRepository$Told(e.key.consentId, e.state, t.version, "
            + "e.happenedOn, e.recordedAt, d.door, d.proof, d.decidedBy, d.capacity, d.recordedBy) from ConsentEvent e "
            + "join Consent c on c.id = e.key.consentId join ConsentText t on t.id = e.textId "
            + "left join DecisionRecord d on d.id = e.decisionId "
            + "where c.organisationId = :organisationId order by e.key.consentId, e.key.number")
    List<Told> toldIn(UUID organisationId);
}

/**
 * Decisions («is anything awaited?») are asked as counts: an entity that the transaction has seen before it got the
 * lock may be stale.
 */
interface ConsentRepository extends JpaRepository<Consent, UUID> {

    String IN_COLLECTION =
            "c.id in (select r.key.consentId from ConsentRequest r where r.key.collectionId = :collectionId)";
    String IN_PROGRAMME = "c.id in (select r.key.consentId from ConsentRequest r join ConsentCollection k "
            + "on k.id = r.key.collectionId where k.programmeId = :programmeId and k.endedAt is null)";
    String AWAITED = "c.state = ru.nastavnik.consent.ConsentState.AWAITED";
    String OWN = "c.giver = ru.nastavnik.consent.Giver.SELF";

    @Query("select c.id from Consent c where c.personId = :personId and c.kind.code = :kind and c.giver = :giver")
    Optional<UUID> idOf(UUID personId, String kind, Giver giver);

    List<Consent> findByIdInOrderById(Collection<UUID> ids);

    List<Consent> findByPersonIdIn(Collection<UUID> personIds);

    List<Consent> findByOrganisationId(UUID organisationId);

    @Query("select c from Consent c where " + IN_COLLECTION)
    List<Consent> ofCollection(UUID collectionId);

    @Query("select c from Consent c where " + AWAITED + " and " + IN_COLLECTION)
    List<Consent> awaitedIn(UUID collectionId);

    @Query("select count(c) > 0 from Consent c where " + AWAITED + " and " + IN_COLLECTION)
    boolean isAwaitedIn(UUID collectionId);

    @Query("select c from Consent c where c.personId = :personId and " + OWN + " and " + AWAITED + " and "
            + IN_PROGRAMME)
    List<Consent> ownAwaited(UUID programmeId, UUID personId);

    @Query("select distinct c.personId from Consent c where c.personId in :personIds and " + OWN + " and " + AWAITED
            + " and " + IN_PROGRAMME)
    Set<UUID> ownAwaited(UUID programmeId, Collection<UUID> personIds);

    @Query("select c.id from Consent c where c.personId = :personId and " + AWAITED)
    List<UUID> awaitedOf(UUID personId);

    /** @return how many of the consents for which this side of the programme is asked stand so */
    @Query(
            "select count(c) from Consent c where c.state = :state and c.id in (select r.key.consentId from ConsentRequest r "
                    + "join ConsentCollection k on k.id = r.key.collectionId where k.programmeId = :programmeId and k.side = :side)")
    long count(UUID programmeId, Side side, ConsentState state);

    /** @return open requests that no programme waits for any more */
    @Query("select c.id from Consent c where c.organisationId = :organisationId and " + AWAITED + " and not exists "
            + "(select 1 from ConsentRequest r join ConsentCollection k on k.id = r.key.collectionId "
            + "where r.key.consentId = c.id and k.endedAt is null)")
    List<UUID> awaitedByNobody(UUID organisationId);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Consent c where c.id in :ids order by c.id")
    List<Consent> lock(Collection<UUID> ids);

    /** What {@link Consent#say} does to each of them, as one statement for a table of many. */
    @Modifying
    @Query("update Consent c set c.state = :state, c.answeredOn = :day, c.eventNumber = c.eventNumber + 1 "
            + "where c.id in :ids")
    void answered(Collection<UUID> ids, ConsentState state, LocalDate day);

    /** One statement: whoever answers at the same moment has answered, and is reminded no more. */
    @Query(
            nativeQuery = true,
            value =
                    "update consent set reminders = reminders + 1 where state = 'AWAITED' and reminders < :max and id in "
                            + "(select consent_id from consent_request where collection_id = :collectionId) returning person_id")
    List<UUID> remind(UUID collectionId, int max);
}
