package ru.nastavnik.mentorship;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.UUID;
import ru.nastavnik.shared.Refusal;

/** The personal programme of a pair or a group: one, in as many versions as the director wants to see (E17). */
@Entity
public class PersonalProgramme {

    /** Where a personal programme stands. */
    public enum State {
        DRAFTED("На утверждении"),
        RETURNED("Возвращена на доработку"),
        APPROVED("Утверждена");

        private final String title;

        State(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    @Id
    private UUID id;

    private UUID mentorshipId;

    @Enumerated(EnumType.STRING)
    private State state;

    protected PersonalProgramme() {}

    PersonalProgramme(UUID mentorshipId) {
        this.id = UUID.randomUUID();
        this.mentorshipId = mentorshipId;
        this.state = State.RETURNED;
    }

    public UUID id() {
        return id;
    }

    public UUID mentorshipId() {
        return mentorshipId;
    }

    public State state() {
        return state;
    }

    /** A new version is put before the director. */
    void draft() {
        if (state == State.APPROVED) {
            throw Refusal.wrongState("Программа этой пары уже утверждена.");
        }
        state = State.DRAFTED;
    }

    void approve() {
        requireDrafted();
        state = State.APPROVED;
    }

    void sendBack() {
        requireDrafted();
        state = State.RETURNED;
    }

    private void requireDrafted() {
        if (state != State.DRAFTED) {
            throw Refusal.wrongState("Программа этой пары уже не ждёт утверждения. Откройте задачу заново.");
        }
    }

    /** A draft that nobody has decided on yet is looked at anew by whoever goes on. */
    void withdrawDraft() {
        if (state == State.DRAFTED) {
            state = State.RETURNED;
        }
    }
}
