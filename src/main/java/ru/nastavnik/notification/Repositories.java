package ru.nastavnik.notification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface NoticeRepository extends JpaRepository<Notice, UUID> {

    List<Notice> findByAccountIdAndReadAtIsNullOrderByCreatedAtDesc(UUID accountId);

    @Modifying(flushAutomatically = true)
    @Query("update Notice n set n.readAt = :now where n.accountId = :accountId and n.kind = :kind "
            + "and n.subjectId = :subjectId and n.readAt is null")
    void readAll(UUID accountId, NoticeKind kind, UUID subjectId, Instant now);
}

interface GivenUpStepRepository extends JpaRepository<GivenUpStep, UUID> {

    List<GivenUpStep> findByJobIdAndRepairedAtIsNull(String jobId);
}

interface TakenTaskRepository extends JpaRepository<TakenTask, UUID> {

    List<TakenTask> findTop20ByOrganisationIdOrderByTakenAtDesc(UUID organisationId);
}

interface OutboxRepository extends JpaRepository<OutboxMail, UUID> {

    /** Locked for this node; another node takes the next one. */
    @Query(nativeQuery = true, value = """
      select * from outbox_mail where sent_at is null and given_up_at is null and next_attempt <= :now
      order by next_attempt limit 1 for update skip locked""")
    Optional<OutboxMail> nextDue(Instant now);
}
