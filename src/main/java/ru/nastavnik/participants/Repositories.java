package ru.nastavnik.participants;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface TopicRepository extends JpaRepository<Topic, String> {

    List<Topic> findAllByOrderByPosition();

    List<Topic> findByCodeInOrderByPosition(Collection<String> codes);
}

interface ParticipantRepository extends JpaRepository<Participant, UUID> {

    Optional<Participant> findByProgrammeIdAndPersonIdAndSide(UUID programmeId, UUID personId, Side side);

    List<Participant> findByProgrammeIdAndSideAndPersonIdIn(UUID programmeId, Side side, Collection<UUID> personIds);

    List<Participant> findByProgrammeIdAndPersonIdIn(UUID programmeId, Collection<UUID> personIds);

    List<Participant> findByPersonIdAndSide(UUID personId, Side side);

    List<Participant> findByPersonIdAndProgrammeIdIn(UUID personId, Collection<UUID> programmeIds);

    List<Participant> findByProgrammeIdAndSide(UUID programmeId, Side side);

    List<Participant> findByProgrammeIdAndSideAndStateIn(
            UUID programmeId, Side side, Collection<ParticipantState> states);
}
