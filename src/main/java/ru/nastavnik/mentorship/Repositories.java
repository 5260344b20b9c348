package ru.nastavnik.mentorship;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface PairListRepository extends JpaRepository<PairList, UUID> {

    List<PairList> findByProgrammeIdAndClosedAtIsNullOrderByOpenedAt(UUID programmeId);

    boolean existsByProgrammeIdAndClosedAtIsNull(UUID programmeId);

    boolean existsByProgrammeId(UUID programmeId);
}

interface MentorshipRepository extends JpaRepository<Mentorship, UUID> {

    List<Mentorship> findByPairListIdAndStateIn(UUID pairListId, Collection<Mentorship.State> states);

    List<Mentorship> findByProgrammeIdAndStateIn(UUID programmeId, Collection<Mentorship.State> states);

    List<Mentorship> findByOrganisationIdAndStateIn(UUID organisationId, Collection<Mentorship.State> states);

    List<Mentorship> findByMenteeIdAndStateIn(UUID menteeId, Collection<Mentorship.State> states);

    boolean existsByMenteeIdAndStateIn(UUID menteeId, Collection<Mentorship.State> states);

    boolean existsByProgrammeIdAndStateIn(UUID programmeId, Collection<Mentorship.State> states);

    @Query("select count(m) from Mentorship m where m.mentorId = :mentorId and m.state in :states")
    int countOf(UUID mentorId, Collection<Mentorship.State> states);

    @Query(
            "select m from Mentorship m where m.programmeId = :programmeId and m.state = 'ACTIVE' and m.finishing = false"
                    + " and m.programmeState = 'DRAFTED' order by m.periodFrom, m.id")
    List<Mentorship> awaitingProgrammeDecision(UUID programmeId);

    @Query("select count(m) from Mentorship m where m.programmeId = :programmeId and m.state in :states"
            + " and m.programmeState <> 'APPROVED'")
    int countWithoutProgramme(UUID programmeId, Collection<Mentorship.State> states);
}

interface MeetingRepository extends JpaRepository<Meeting, UUID> {

    /** The last meeting of one pair. */
    record Last(UUID mentorshipId, LocalDate heldOn) {}

    List<Meeting> findByMentorshipIdOrderByHeldOn(UUID mentorshipId);

    Optional<Meeting> findByMentorshipIdAndHeldOn(UUID mentorshipId, LocalDate heldOn);

    boolean existsByMentorshipIdAndKind(UUID mentorshipId, MeetingKind kind);

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

    List<Replacement> findByOrganisationIdAndStateIn(UUID organisationId, Collection<Replacement.State> states);

    @Query("select count(r) from Replacement r where r.newMentorId = :mentorId and r.state in :states"
            + " and r.orderId is null")
    int countOf(UUID mentorId, Collection<Replacement.State> states);
}

interface UnmatchedSupportRepository extends JpaRepository<UnmatchedSupport, UUID> {

    Optional<UnmatchedSupport> findByParticipantIdAndClosedOnIsNull(UUID participantId);

    List<UnmatchedSupport> findByParticipantIdInAndClosedOnIsNull(Collection<UUID> participantIds);
}
