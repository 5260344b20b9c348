package ru.nastavnik.notification;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that a person is told on their page. */
@Entity
public class Notice {

    @Id
    private UUID id;

    private UUID accountId;

    @Enumerated(EnumType.STRING)
    private NoticeKind kind;

    private UUID subjectId;
    private Instant createdAt;
    private @Nullable Instant readAt;

    protected Notice() {}

    Notice(UUID accountId, NoticeKind kind, UUID subjectId, Instant createdAt) {
        this.id = UUID.randomUUID();
        this.accountId = accountId;
        this.kind = kind;
        this.subjectId = subjectId;
        this.createdAt = createdAt;
    }

    public UUID id() {
        return id;
    }

    public UUID accountId() {
        return accountId;
    }

    public NoticeKind kind() {
        return kind;
    }

    public UUID subjectId() {
        return subjectId;
    }

    public Instant createdAt() {
        return createdAt;
    }

    void read(Instant moment) {
        if (readAt == null) {
            readAt = moment;
        }
    }
}
