package ru.nastavnik.roadmap;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.RussianDate;

/** A row of the roadmap. It is done only with its evidence (E26). */
@Entity
public class Measure {

    /** Where a row stands. */
    public enum State {
        NOT_STARTED("Не начато"),
        IN_PROGRESS("В работе"),
        DONE("Выполнено"),
        NOT_REQUIRED("Не требуется");

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

    private UUID stageId;
    private int position;
    private String ref;
    private String number;

    @Enumerated(EnumType.STRING)
    private MeasureKind kind;

    private String title;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<Outcome> outcomes;

    private boolean anyOutcome;

    @Enumerated(EnumType.STRING)
    private EvidenceKind evidenceKind;

    private boolean optional;
    private boolean continuous;
    private LocalDate dueFrom;
    private LocalDate dueTo;

    @Enumerated(EnumType.STRING)
    private Role responsibleRole;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<Role> sharedRoles;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> sharedBodies;

    private boolean accepted;

    @Enumerated(EnumType.STRING)
    private State state;

    private @Nullable LocalDate doneOn;
    private @Nullable String reason;

    protected Measure() {}

    Measure(
            UUID stageId,
            int position,
            RoadmapTemplate.Row row,
            Fulfilment fulfilment,
            DueWindow due,
            Role responsibleRole) {
        this.id = UUID.randomUUID();
        this.stageId = stageId;
        this.position = position;
        this.ref = row.ref();
        this.number = row.number();
        this.kind = MeasureKind.ofCode(row.kind());
        this.title = row.title().substring(0, 1).toUpperCase(Locale.ROOT)
                + row.title().substring(1);
        this.outcomes = fulfilment.outcomes();
        this.anyOutcome = fulfilment.any();
        this.evidenceKind = fulfilment.evidence();
        this.optional = row.optional();
        this.continuous = row.continuous();
        this.dueFrom = due.from();
        this.dueTo = due.to();
        this.responsibleRole = responsibleRole;
        this.sharedRoles = row.sharedRoles().stream().map(Role::ofCode).toList();
        this.sharedBodies = row.sharedBodies();
        this.state = State.NOT_STARTED;
    }

    public UUID id() {
        return id;
    }

    public UUID stageId() {
        return stageId;
    }

    /** @return «1.5» */
    public String number() {
        return number;
    }

    public MeasureKind kind() {
        return kind;
    }

    public String title() {
        return title;
    }

    /** @return the title cut to fit a list: «1.5. Подготовка шаблона персонализированной…» */
    public String shortTitle() {
        String text = number + ". " + title;
        return text.length() <= 90 ? text : text.substring(0, text.lastIndexOf(' ', 89)) + "…";
    }

    /** @return whether somebody carries it out by hand; otherwise outcomes fulfil it */
    public boolean byHand() {
        return outcomes.isEmpty();
    }

    /** @return what fulfils it */
    public List<Outcome> outcomes() {
        return outcomes;
    }

    /** @return whether it is fulfilled once these have been reached */
    boolean fulfilledBy(Set<Outcome> reached) {
        return anyOutcome ? outcomes.stream().anyMatch(reached::contains) : reached.containsAll(outcomes);
    }

    /** The row waits for this one of its outcomes no longer. */
    void dispenseWith(Outcome outcome) {
        outcomes = outcomes.stream().filter(other -> other != outcome).toList();
    }

    public EvidenceKind evidenceKind() {
        return evidenceKind;
    }

    /**
     * @param existed whether it is about a document that was there before
     * @return what somebody may show that the row is done with (E26)
     */
    public List<EvidenceKind> enterableEvidence(boolean existed) {
        return evidenceKind.entered(existed);
    }

    /** @throws Refusal when the row is not shown to be done by this (E26) */
    void demandFitting(Proof proof, boolean existed) {
        if (!evidenceKind.shownBy(proof.kind(), existed)) {
            throw Refusal.invalid(
                    "Мероприятие " + number + " так не подтверждается. Нужно: " + evidenceKind.title() + ".");
        }
    }

    /** @return whether the row is done only when there is need of it */
    public boolean optional() {
        return optional;
    }

    /** @return whether the row goes on through the whole period */
    public boolean continuous() {
        return continuous;
    }

    public LocalDate dueFrom() {
        return dueFrom;
    }

    /** @return the last day on which the row is in time */
    public LocalDate dueTo() {
        return dueTo;
    }

    /** @return who carries it out */
    public Role responsibleRole() {
        return responsibleRole;
    }

    /** @return whether others of the school answer for it beside whoever carries it out */
    public boolean shared() {
        return !sharedRoles.isEmpty();
    }

    /** @return whether somebody with these roles answers for it beside whoever carries it out */
    public boolean sharedWith(Set<Role> roles) {
        return !roles.contains(responsibleRole) && sharedRoles.stream().anyMatch(roles::contains);
    }

    /** @return «Заместитель директора; также: наставник, педагогический совет» */
    public String responsible() {
        String others = Stream.concat(
                        sharedRoles.stream()
                                .filter(role -> role != responsibleRole)
                                .map(Role::title)
                                .map(title -> title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1)),
                        sharedBodies.stream())
                .collect(Collectors.joining(", "));
        return others.isEmpty() ? responsibleRole.title() : responsibleRole.title() + "; также: " + others;
    }

    /** @return whether the curator has accepted the proposed dates and the responsible role */
    public boolean accepted() {
        return accepted;
    }

    public State state() {
        return state;
    }

    public @Nullable LocalDate doneOn() {
        return doneOn;
    }

    /** @return why it is not required; null otherwise */
    public @Nullable String reason() {
        return reason;
    }

    /** @return whether nothing more is to be done */
    public boolean closed() {
        return state == State.DONE || state == State.NOT_REQUIRED;
    }

    /**
     * How late the row is (E28). Optional and continuous rows are never late, nor are rows that were due before the
     * roadmap was approved, nor those of a programme that does not run.
     *
     * @param today the date in the zone of the organisation
     * @return days since it was due; 0 when it is not late
     */
    public long daysLate(Programme programme, LocalDate today) {
        boolean mayBeLate = !closed()
                && !optional
                && !continuous
                && programme.running()
                && programme.approvedOn() != null
                && !dueTo.isBefore(programme.approvedOn());
        return mayBeLate ? Math.max(0, ChronoUnit.DAYS.between(dueTo, today)) : 0;
    }

    void accept() {
        accepted = true;
    }

    void assign(Role role, LocalDate from, LocalDate to) {
        responsibleRole = role;
        dueFrom = from;
        dueTo = to;
        accepted = true;
    }

    void handOver(Role to) {
        if (closed()) {
            throw Refusal.wrongState("Мероприятие уже закрыто: «" + state.title() + "». Передавать нечего.");
        }
        responsibleRole = to;
    }

    void begin() {
        if (state == State.NOT_STARTED) {
            state = State.IN_PROGRESS;
        }
    }

    /** A row that was not required may turn out to be done after all. */
    void done(LocalDate on) {
        if (state != State.DONE) {
            state = State.DONE;
            doneOn = on;
            reason = null;
        }
    }

    void notRequired(String reason, LocalDate on) {
        if (state == State.DONE) {
            throw Refusal.wrongState("Мероприятие уже выполнено "
                    + RussianDate.of(Objects.requireNonNull(doneOn, "What is done has its day")) + ".");
        }
        if (state != State.NOT_REQUIRED) {
            state = State.NOT_REQUIRED;
            doneOn = on;
            this.reason = reason;
        }
    }
}
