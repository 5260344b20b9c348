package ru.nastavnik.mentorship;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface PairListRepository extends JpaRepository<PairList, UUID> {

    List<PairList> findByProgrammeIdAndClosedAtIsNullOrderByOpenedAt(UUID programmeId);

    boolean existsByProgrammeIdAndClosedAtIsNull(UUID programmeId);

    boolean existsByProgrammeId(UUID programmeId);
}

interface MentorshipRepository extends JpaRepository<Mentorship, UUID> {

    List<Mentorship> findByPairListId(UUID pairListId);

    List<Mentorship> findByPairListIdAndStateIn(UUID pairListId, Collection<Mentorship.State> states);

    List<Mentorship> findByProgrammeIdAndStateIn(UUID programmeId, Collection<Mentorship.State> states);

    long countByProgrammeIdAndStateIn(UUID programmeId, Collection<Mentorship.State> states);

    List<Mentorship> findByOrganisationIdAndStateIn(UUID organisationId, Collection<Mentorship.State> states);

    boolean existsByProgrammeIdAndStateIn(UUID programmeId, Collection<Mentorship.State> states);

    /** Whoever has left a group is no mentee of it any more. */
    @Query("select m from Mentorship m where m.state in :states and exists (select 1 from MentorshipMember x"
            + " where x.mentorship = m and x.side = 'MENTEE' and x.personId = :menteeId and x.gone = false)")
    List<Mentorship> ofMentee(UUID menteeId, Collection<Mentorship.State> states);

    /** @return which of these persons are mentees in such pairs */
    @Query("select distinct x.personId from MentorshipMember x where x.side = 'MENTEE' and x.gone = false"
            + " and x.personId in :personIds and x.mentorship.state in :states")
    Set<UUID> menteesAmong(Collection<UUID> personIds, Collection<Mentorship.State> states);

    /** The same in the pairs of one programme. */
    @Query("select distinct x.personId from MentorshipMember x where x.side = 'MENTEE' and x.gone = false"
            + " and x.personId in :personIds and x.mentorship.state in :states"
            + " and x.mentorship.programmeId = :programmeId")
    Set<UUID> menteesAmong(UUID programmeId, Collection<UUID> personIds, Collection<Mentorship.State> states);

    /** The members of pairs that have just been approved hold their places: for all pairs at one stroke. */
    @Modifying(flushAutomatically = true)
    @Query("update MentorshipMember x set x.holds = true where x.mentorship.id in :pairIds")
    void holdPlaces(Collection<UUID> pairIds);

    /** @return what these persons do as mentors now or from a coming day on, with their pairs */
    @Query("select x from MentorshipMember x join fetch x.mentorship m where x.side = 'MENTOR' and x.memberTo is null"
            + " and x.personId in :mentorIds and m.state in :states")
    List<MentorshipMember> mentoring(Collection<UUID> mentorIds, Collection<Mentorship.State> states);

    /** @return the day, until that one, on which this person last became a member of a pair by order; null when never */
    @Query("select max(x.memberFrom) from MentorshipMember x where x.personId = :personId and x.holds = true"
            + " and x.beginOrderId is not null and x.memberFrom <= :until")
    LocalDate lastBegun(UUID personId, LocalDate until);

    /** @return pairs in such states in which this person is a member now, on either side */
    @Query("select m from Mentorship m where m.state in :states and exists (select 1 from MentorshipMember x"
            + " where x.mentorship = m and x.personId = :personId and x.gone = false)")
    List<Mentorship> of(UUID personId, Collection<Mentorship.State> states);

    @Query(
            "select m from Mentorship m where m.programmeId = :programmeId and m.state = 'ACTIVE' and m.finishing = false"
                    + " and exists (select 1 from PersonalProgramme p where p.mentorshipId = m.id and p.state = 'DRAFTED')"
                    + " order by m.periodFrom, m.id")
    List<Mentorship> awaitingProgrammeDecision(UUID programmeId);

    /** When somebody is at the school; as the database knows it now, whatever has been read before. */
    record Stay(
            UUID personId, LocalDate enteredOn, @Nullable LocalDate dismissedOn) {}

    @Query("select new ru.nastavnik.mentorship.MentorshipRepository$Stay(p.id, p.enteredOn, p.dismissedOn)"
            + " from Person p where p.id in :personIds")
    List<Stay> stays(Collection<UUID> personIds);

    @Query(
            "select count(m) from Mentorship m where m.programmeId = :programmeId and m.state in :states"
                    + " and not exists (select 1 from PersonalProgramme p where p.mentorshipId = m.id and p.state = 'APPROVED')")
    int countWithoutProgramme(UUID programmeId, Collection<Mentorship.State> states);
}

interface PersonalProgrammeRepository extends JpaRepository<PersonalProgramme, UUID> {

    Optional<PersonalProgramme> findByMentorshipId(UUID mentorshipId);

    List<PersonalProgramme> findByMentorshipIdIn(Collection<UUID> mentorshipIds);
}

interface PersonalProgrammeVersionRepository extends JpaRepository<PersonalProgrammeVersion, UUID> {

    int countByPersonalProgrammeId(UUID personalProgrammeId);

    Optional<PersonalProgrammeVersion> findFirstByPersonalProgrammeIdOrderByNumberDesc(UUID personalProgrammeId);

    @Query("select v from PersonalProgrammeVersion v where v.personalProgrammeId in :ids and v.number ="
            + " (select max(n.number) from PersonalProgrammeVersion n"
            + " where n.personalProgrammeId = v.personalProgrammeId)")
    List<PersonalProgrammeVersion> newestOf(Collection<UUID> ids);
}

interface MeetingRepository extends JpaRepository<Meeting, UUID> {

    /** The last meeting of one pair. */
    record Last(UUID mentorshipId, LocalDate heldOn) {}

    List<Meeting> findByMentorshipIdOrderByHeldOn(UUID mentorshipId);

    Optional<Meeting> findByMentorshipIdAndHeldOn(UUID mentorshipId, LocalDate heldOn);

    boolean existsByMentorshipIdAndKind(UUID mentorshipId, MeetingKind kind);

    /** @return the day of the last meeting at which this person was; null when there was none */
    @Query("select max(m.heldOn) from Meeting m join m.memberIds x, MentorshipMember member"
            + " where member.id = x and member.personId = :personId")
    LocalDate lastWith(UUID personId);

    @Query("select new ru.nastavnik.mentorship.MeetingRepository$Last(m.mentorshipId, max(m.heldOn)) from Meeting m"
            + " where m.mentorshipId in :mentorshipIds group by m.mentorshipId")
    List<Last> lastOf(Collection<UUID> mentorshipIds);
}

interface SilentMonthRepository extends JpaRepository<SilentMonth, UUID> {

    Optional<SilentMonth> findFirstByMentorshipIdAndConclusionIsNullOrderByMarkedOnDesc(UUID mentorshipId);
}

interface ReplacementRepository extends JpaRepository<Replacement, UUID> {

    Optional<Replacement> findByMentorshipIdAndStateIn(UUID mentorshipId, Collection<Replacement.State> states);

    List<Replacement> findByMentorshipIdAndNewMentorIdAndState(
            UUID mentorshipId, UUID newMentorId, Replacement.State state);

    /** @return replacements in which this person has been chosen as the new mentor and does not work by order yet */
    @Query("select r from Replacement r where r.newMentorId = :personId and r.orderId is null and r.state in :states")
    List<Replacement> choosing(UUID personId, Collection<Replacement.State> states);

    List<Replacement> findByOrganisationIdAndStateIn(UUID organisationId, Collection<Replacement.State> states);

    /** A pair that a candidate has agreed to take over and has no order for yet. */
    record TakenOver(UUID newMentorId, Mentorship pair) {}

    @Query("select new ru.nastavnik.mentorship.ReplacementRepository$TakenOver(r.newMentorId, m)"
            + " from Replacement r, Mentorship m where m.id = r.mentorshipId and r.newMentorId in :mentorIds"
            + " and r.state in :states and r.orderId is null")
    List<TakenOver> takenOver(Collection<UUID> mentorIds, Collection<Replacement.State> states);
}

interface UnmatchedSupportRepository extends JpaRepository<UnmatchedSupport, UUID> {

    Optional<UnmatchedSupport> findByParticipantIdAndClosedOnIsNull(UUID participantId);

    List<UnmatchedSupport> findByParticipantIdInAndClosedOnIsNull(Collection<UUID> participantIds);

    /** @return the open supports of these persons, in whatever programme */
    @Query("select u from UnmatchedSupport u, Participant p where p.id = u.participantId and p.side = 'MENTEE'"
            + " and p.personId in :personIds and u.closedOn is null")
    List<UnmatchedSupport> openOf(Collection<UUID> personIds);
}
