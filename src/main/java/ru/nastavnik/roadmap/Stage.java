package ru.nastavnik.roadmap;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.nastavnik.shared.Refusal;

/** One stage of a programme. Its gate: no obligatory row is open any more. */
@Entity
public class Stage {

    /** Where a stage stands. */
    public enum State {
        PLANNED("Не начат"),
        OPEN("Идёт"),
        CLOSED("Завершён"),
        WAIVED("Завершён без подтверждения");

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

    private UUID programmeId;
    private int number;

    @Enumerated(EnumType.STRING)
    private StageKind kind;

    private String title;

    @Enumerated(EnumType.STRING)
    private State state;

    private boolean awaited;
    private @Nullable LocalDate openedOn;
    private @Nullable LocalDate closedOn;

    protected Stage() {}

    Stage(UUID programmeId, int number, StageKind kind, String title) {
        this.id = UUID.randomUUID();
        this.programmeId = programmeId;
        this.number = number;
        this.kind = kind;
        this.title = title;
        this.state = State.PLANNED;
    }

    public UUID id() {
        return id;
    }

    public UUID programmeId() {
        return programmeId;
    }

    public int number() {
        return number;
    }

    public StageKind kind() {
        return kind;
    }

    public String title() {
        return title;
    }

    public State state() {
        return state;
    }

    public @Nullable LocalDate openedOn() {
        return openedOn;
    }

    public @Nullable LocalDate closedOn() {
        return closedOn;
    }

    /** @return whether it may be ended without its evidence: one that ends with its programme may not */
    public boolean mayBeWaived() {
        return kind != StageKind.INFORMATION_SUPPORT;
    }

    /** @return whether it runs or has run */
    public boolean begun() {
        return state != State.PLANNED;
    }

    /** @return whether somebody waits to be told that the gate is met */
    boolean awaited() {
        return awaited;
    }

    void await(boolean awaited) {
        this.awaited = awaited;
    }

    void open(LocalDate on) {
        if (state == State.PLANNED) {
            state = State.OPEN;
            openedOn = on;
        }
    }

    void close(LocalDate on) {
        if (state == State.PLANNED) {
            throw Refusal.wrongState("Этап ещё не начат.");
        }
        if (state == State.OPEN) {
            state = State.CLOSED;
            closedOn = on;
        }
        awaited = false;
    }

    void demandOpen() {
        if (state != State.OPEN) {
            throw Refusal.wrongState("Завершить без подтверждения можно только этап, который идёт. Этот: «"
                    + state.title().toLowerCase(Locale.ROOT) + "».");
        }
    }

    void waive(LocalDate on) {
        demandOpen();
        state = State.WAIVED;
        closedOn = on;
        awaited = false;
    }
}
