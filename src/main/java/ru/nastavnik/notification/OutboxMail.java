package ru.nastavnik.notification;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mail that waits to be sent: written in the transaction of what it tells of, sent outside it. */
@Entity
class OutboxMail {

    private static final int MAX_ATTEMPTS = 6;

    @Id
    private UUID id;

    private UUID noticeId;
    private int attempts;
    private Instant nextAttempt;
    private @Nullable Instant sentAt;
    private @Nullable Instant givenUpAt;

    protected OutboxMail() {}

    OutboxMail(UUID noticeId, Instant now) {
        this.id = UUID.randomUUID();
        this.noticeId = noticeId;
        this.nextAttempt = now;
    }

    UUID noticeId() {
        return noticeId;
    }

    void sent(Instant now) {
        sentAt = now;
    }

    /** Tries again after 1, 4, 16, 64, 256 minutes, then gives up: the notice stands on the person's page anyway. */
    void failed(Instant now) {
        attempts++;
        if (attempts == MAX_ATTEMPTS) {
            giveUp(now);
        } else {
            nextAttempt = now.plus(Duration.ofMinutes(1L << (2 * (attempts - 1))));
        }
    }

    void giveUp(Instant now) {
        givenUpAt = now;
    }
}
