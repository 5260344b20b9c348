package ru.nastavnik.roadmap;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.nastavnik.shared.DayBounds;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.RussianDate;

/** The mentoring programme of a school for a period and a track; its rows are the roadmap. */
@Entity
public class Programme {

    private static final int PREPARATION_MONTHS = 6;

    /** Where a programme stands. */
    public enum State {
        DRAFT("Черновик"),
        ON_APPROVAL("На утверждении"),
        RUNNING("Идёт"),
        REJECTED("Отклонена"),
        CANCELLED("Прекращена"),
        CLOSED("Завершена");

        private final String title;

        State(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** Whom a programme is for. */
    public enum Track {
        STAFF("Педагоги");

        private final String title;

        Track(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID organisationId;
    private String templateCode;

    @Enumerated(EnumType.STRING)
    private Track track;

    private LocalDate periodFrom;
    private LocalDate periodTo;

    @Enumerated(EnumType.STRING)
    private State state;

    private @Nullable LocalDate approvedOn;
    private @Nullable String conclusion;

    protected Programme() {}

    Programme(UUID organisationId, String templateCode, Track track, LocalDate periodFrom, LocalDate periodTo) {
        this.id = UUID.randomUUID();
        this.organisationId = organisationId;
        this.templateCode = templateCode;
        this.track = track;
        this.periodFrom = periodFrom;
        this.periodTo = periodTo;
        this.state = State.DRAFT;
    }

    public UUID id() {
        return id;
    }

    public UUID organisationId() {
        return organisationId;
    }

    public String templateCode() {
        return templateCode;
    }

    /** @return «Педагоги, 01.09.2026 – 31.05.2027» */
    public String title() {
        return track.title() + ", " + RussianDate.of(periodFrom) + " – " + RussianDate.of(periodTo);
    }

    public Track track() {
        return track;
    }

    public LocalDate periodFrom() {
        return periodFrom;
    }

    public LocalDate periodTo() {
        return periodTo;
    }

    /** @return days of what prepares the programme: from half a year before its first day on */
    public DayBounds preparation(LocalDate today) {
        return DayBounds.untilToday(today)
                .notBefore(periodFrom.minusMonths(PREPARATION_MONTHS), "за полгода до начала программы");
    }

    /** @return days on which something of the programme is held */
    public DayBounds work(LocalDate today) {
        return DayBounds.untilToday(today).notBefore(periodFrom, "начало программы");
    }

    /** @return days for which something of the programme is planned */
    public DayBounds plan() {
        return DayBounds.between(periodFrom, "начало программы", periodTo, "конец программы");
    }

    public State state() {
        return state;
    }

    /** @return the day of the director's approval; null while there is none */
    public @Nullable LocalDate approvedOn() {
        return approvedOn;
    }

    public @Nullable String conclusion() {
        return conclusion;
    }

    public boolean running() {
        return state == State.RUNNING;
    }

    /** @return whether nothing of it may change any more */
    public boolean ended() {
        return state == State.REJECTED || state == State.CANCELLED || state == State.CLOSED;
    }

    void demandDraft() {
        if (state != State.DRAFT) {
            throw Refusal.wrongState(
                    "Дорожная карта уже передана директору. Изменить её можно, когда директор вернёт её"
                            + " на доработку.");
        }
    }

    void demandNotEnded() {
        if (ended()) {
            throw Refusal.wrongState(
                    "Программа уже завершена или прекращена. В её дорожную карту ничего не записывается.");
        }
    }

    void submit() {
        demandDraft();
        state = State.ON_APPROVAL;
    }

    private void demandOnApproval() {
        if (state != State.ON_APPROVAL) {
            throw Refusal.wrongState(
                    "Дорожная карта сейчас не на утверждении. Обновите страницу: решение могли уже внести.");
        }
    }

    void approve(LocalDate on) {
        demandOnApproval();
        approvedOn = on;
    }

    void returnForRework() {
        demandOnApproval();
        state = State.DRAFT;
    }

    void open() {
        if (state == State.RUNNING) {
            return;
        }
        demandOnApproval();
        if (approvedOn == null) {
            throw Refusal.wrongState("Дорожная карта ещё не утверждена директором.");
        }
        state = State.RUNNING;
    }

    void reject() {
        if (state == State.REJECTED) {
            return;
        }
        demandOnApproval();
        state = State.REJECTED;
    }

    void conclude(@Nullable String conclusion) {
        demandNotEnded();
        this.conclusion = conclusion;
    }

    void close() {
        if (state == State.CLOSED) {
            return;
        }
        if (state != State.RUNNING) {
            throw Refusal.wrongState("Завершить можно только программу, которая идёт.");
        }
        state = State.CLOSED;
    }

    void cancel() {
        if (state == State.CANCELLED) {
            return;
        }
        demandNotEnded();
        state = State.CANCELLED;
    }
}
