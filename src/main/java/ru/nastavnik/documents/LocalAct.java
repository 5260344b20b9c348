package ru.nastavnik.documents;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.RussianDate;
import ru.nastavnik.shared.Written;

/** A local act of the organisation. Once approved its text does not change: a correction is a new act (E30). */
@Entity
public class LocalAct {

    static final String SUBJECT = "localAct";
    static final int LONGEST_TITLE = 300;

    private static final Set<ActState> UNDECIDED =
            EnumSet.of(ActState.DRAFT, ActState.ON_AGREEMENT, ActState.ON_APPROVAL, ActState.RETURNED);

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID organisationId;
    private @Nullable UUID programmeId;
    private @Nullable UUID measureId;

    @ManyToOne(optional = false)
    @JoinColumn(name = "kind")
    private ActKind kind;

    private String title;
    private @Nullable UUID textId;

    @Enumerated(EnumType.STRING)
    private ActState state;

    private @Nullable LocalDate approvedOn;

    @ElementCollection
    @CollectionTable(name = "act_agreement", joinColumns = @JoinColumn(name = "act_id"))
    @OrderColumn(name = "position")
    private List<Agreement> agreements = new ArrayList<>();

    @Enumerated(EnumType.STRING)
    private Role drafterRole;

    private String journal;
    private @Nullable String number;
    private @Nullable String numberKey;
    private @Nullable Integer year;
    private @Nullable LocalDate actDate;
    private boolean cited;
    private @Nullable String reason;
    private Instant createdAt;

    protected LocalAct() {}

    LocalAct(
            UUID organisationId,
            @Nullable UUID programmeId,
            @Nullable UUID measureId,
            ActKind kind,
            String title,
            Role drafterRole,
            Instant createdAt) {
        this.id = UUID.randomUUID();
        this.organisationId = organisationId;
        this.programmeId = programmeId;
        this.measureId = measureId;
        this.kind = kind;
        this.title = title;
        this.journal = kind.journal().code();
        this.drafterRole = drafterRole;
        this.state = ActState.DRAFT;
        this.createdAt = createdAt;
    }

    public UUID id() {
        return id;
    }

    public UUID organisationId() {
        return organisationId;
    }

    /** @return the programme for which it was made; null when for none */
    public @Nullable UUID programmeId() {
        return programmeId;
    }

    /** @return the row of the roadmap that it fulfils; null when none */
    public @Nullable UUID measureId() {
        return measureId;
    }

    public ActKind kind() {
        return kind;
    }

    public String title() {
        return title;
    }

    /** @return id of the version that is current; null when its text lies on paper only */
    public @Nullable UUID textId() {
        return textId;
    }

    public ActState state() {
        return state;
    }

    /** @return who has to agree next; empty when all have */
    public Optional<String> awaitedBody() {
        return agreements.stream()
                .filter(agreement -> !agreement.given())
                .findFirst()
                .map(Agreement::body);
    }

    /** @return «Педагогический совет: протокол № 1 от 29.08.2025», a line for each who has agreed; null when nobody has */
    public @Nullable String agreedBy() {
        return agreements.stream()
                .filter(Agreement::given)
                .map(Agreement::stamp)
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("\n"), stamps -> stamps.isEmpty() ? null : stamps));
    }

    public Role drafterRole() {
        return drafterRole;
    }

    public @Nullable String number() {
        return number;
    }

    /** @return the day on which it was approved; null before */
    public @Nullable LocalDate approvedOn() {
        return approvedOn;
    }

    /** @return date of the act; null before its registration */
    public @Nullable LocalDate date() {
        return actDate;
    }

    /** @return the date under which it stands in its journal; not asked before its registration */
    public LocalDate journalDate() {
        return Objects.requireNonNull(actDate, "What is registered has its date");
    }

    /** @return whether it was there before and is only named here */
    public boolean cited() {
        return cited;
    }

    /** @return why it is not required; null otherwise */
    public @Nullable String reason() {
        return reason;
    }

    /** @return «№ 12 от 01.09.2026»; an empty text before registration */
    public String requisites() {
        return number == null || actDate == null ? "" : "№ " + number + " от " + RussianDate.of(actDate);
    }

    /** @return «Приказ о замене наставника № 12 от 01.09.2026» */
    public String caption() {
        String name = kind.is(ActKind.OTHER) ? title : kind.title();
        return number == null ? name : name + " " + requisites();
    }

    /** The text that its author finds there. */
    void startFrom(ActVersion earlier) {
        demand("Проект уже подготовлен.", ActState.DRAFT);
        textId = earlier.id();
    }

    /** @param bodies who has to agree to it, one after another */
    void draft(ActVersion text, List<String> bodies) {
        demand("Проект уже подготовлен.", ActState.DRAFT);
        bodies.stream().map(Agreement::awaitedOf).forEach(agreements::add);
        submit(text);
    }

    /** The body that was awaited has agreed. */
    void agree(String minutes, LocalDate on) {
        demand("Согласования этого документа не ждут.", ActState.ON_AGREEMENT);
        int next = (int) agreements.stream().takeWhile(Agreement::given).count();
        agreements.set(next, new Agreement(agreements.get(next).body(), minutes, on));
        state = awaitedBody().isPresent() ? ActState.ON_AGREEMENT : ActState.ON_APPROVAL;
    }

    /** The body that was awaited has remarks. */
    void remark() {
        demand("Согласования этого документа не ждут.", ActState.ON_AGREEMENT);
        state = ActState.RETURNED;
    }

    /**
     * Whoever approves it has decided.
     *
     * @param on   when
     * @param read the version that they had before them
     */
    void decide(ActDecision decision, LocalDate on, UUID read) {
        demand("Решения по этому документу не ждут.", ActState.ON_APPROVAL);
        if (!read.equals(textId)) {
            throw Refusal.wrongState(
                    "Пока вы читали, проект изменили. Откройте задачу заново и прочитайте новую редакцию.");
        }
        agreements.stream().filter(agreement -> agreement.givenAfter(on)).forEach(later -> {
            throw Refusal.invalid("Решение не может быть раньше согласования (" + later.stamp() + "). Проверьте дату.");
        });
        if (decision == ActDecision.APPROVE) {
            approvedOn = on;
        }
        state = switch (decision) {
            case APPROVE -> ActState.APPROVED;
            case RETURN -> ActState.RETURNED;
            case REJECT -> ActState.REJECTED;
        };
    }

    void revise(ActVersion text) {
        demand("Этот документ не возвращён на доработку.", ActState.RETURNED);
        submit(text);
    }

    private void submit(ActVersion text) {
        title = text.title();
        textId = text.id();
        state = awaitedBody().isPresent() ? ActState.ON_AGREEMENT : ActState.ON_APPROVAL;
    }

    void register(String newNumber, LocalDate date) {
        demand("Зарегистрировать можно только утверждённый документ, которого ещё нет в журнале.", ActState.APPROVED);
        if (number != null) {
            throw Refusal.wrongState("Документ уже зарегистрирован: " + requisites() + ".");
        }
        LocalDate approved = Objects.requireNonNull(approvedOn, "An approved act has the day of its approval");
        if (date.isBefore(approved)) {
            throw Refusal.invalid("Документ утверждён " + RussianDate.of(approved)
                    + ". Его дата не может быть раньше: укажите этот день или более поздний.");
        }
        enterInJournal(newNumber, date);
    }

    /** @return whether it has come into force just now */
    boolean putInForce() {
        if (state == ActState.IN_FORCE) {
            return false;
        }
        demand("Ввести в действие можно только утверждённый документ.", ActState.APPROVED);
        if (number == null) {
            throw Refusal.wrongState("Сначала зарегистрируйте документ: внесите номер и дату.");
        }
        state = ActState.IN_FORCE;
        return true;
    }

    /** The act was there before: only its number and date are named. */
    void cite(String existingNumber, LocalDate date) {
        demand("Этот документ уже готовят или он уже действует.", ActState.DRAFT);
        textId = null;
        enterInJournal(existingNumber, date);
        cited = true;
        state = ActState.IN_FORCE;
    }

    /** Made by the application itself and decided before: approved and numbered at once. */
    void issue(ActVersion text, String newNumber, LocalDate date) {
        demand("Этот документ уже готовят или он уже действует.", ActState.DRAFT);
        textId = text.id();
        enterInJournal(newNumber, date);
        state = ActState.IN_FORCE;
    }

    void notRequire(String why) {
        demand("Отметить «сейчас не требуется» можно, пока проект не готов.", ActState.DRAFT);
        reason = why;
        state = ActState.NOT_REQUIRED;
    }

    /** @return whether nobody has decided yet whether it is approved */
    boolean undecided() {
        return UNDECIDED.contains(state);
    }

    void giveUp(String why) {
        if (!undecided()) {
            throw Refusal.wrongState("Решение по документу уже принято. Состояние документа: «" + state.title() + "».");
        }
        reason = why;
        state = ActState.NOT_REQUIRED;
    }

    void handOver(Role to) {
        demand("Передать можно только документ, проект которого ещё не готов.", ActState.DRAFT);
        drafterRole = to;
    }

    private void enterInJournal(String newNumber, LocalDate date) {
        number = newNumber;
        numberKey = Written.numberKey(newNumber);
        actDate = date;
        year = date.getYear();
    }

    private void demand(String sentence, ActState first, ActState... others) {
        if (!EnumSet.of(first, others).contains(state)) {
            throw Refusal.wrongState(sentence + " Состояние документа: «" + state.title() + "».");
        }
    }
}
