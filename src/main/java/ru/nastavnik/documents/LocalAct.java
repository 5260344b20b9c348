package ru.nastavnik.documents;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.RussianDate;

/** A local act of the organisation. Once approved its text does not change: a correction is a new act (E30). */
@Entity
public class LocalAct {

    private static final Set<ActState> UNDECIDED =
            EnumSet.of(ActState.DRAFT, ActState.ON_AGREEMENT, ActState.ON_APPROVAL, ActState.RETURNED);

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID organisationId;
    private UUID programmeId;
    private UUID measureId;

    @Enumerated(EnumType.STRING)
    private ActKind kind;

    private String title;
    private String body = "";

    @Enumerated(EnumType.STRING)
    private ActState state;

    private boolean councilDemanded;
    private String councilMinutes;
    private LocalDate councilOn;

    @Enumerated(EnumType.STRING)
    private Role drafterRole;

    private String journal;
    private String number;
    private Integer year;
    private LocalDate actDate;
    private boolean cited;
    private String reason;
    private Instant createdAt;

    protected LocalAct() {}

    LocalAct(
            UUID organisationId,
            UUID programmeId,
            UUID measureId,
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
        this.journal = kind.journal();
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
    public UUID programmeId() {
        return programmeId;
    }

    /** @return the row of the roadmap that it fulfils; null when none */
    public UUID measureId() {
        return measureId;
    }

    public ActKind kind() {
        return kind;
    }

    public String title() {
        return title;
    }

    public String body() {
        return body;
    }

    public ActState state() {
        return state;
    }

    public boolean councilDemanded() {
        return councilDemanded;
    }

    /** @return whether the teachers' council has agreed to it */
    public boolean councilAgreed() {
        return councilOn != null;
    }

    /** @return «Протокол № 1 от 29.08.2025»: where the council's agreement stands; null when it has not agreed */
    public String councilAgreement() {
        return councilAgreed() ? "Протокол № " + councilMinutes + " от " + RussianDate.of(councilOn) : null;
    }

    public Role drafterRole() {
        return drafterRole;
    }

    public String number() {
        return number;
    }

    /** @return date of the act; null before its registration */
    public LocalDate date() {
        return actDate;
    }

    /** @return whether it was there before and is only named here */
    public boolean cited() {
        return cited;
    }

    /** @return why it is not required; null otherwise */
    public String reason() {
        return reason;
    }

    /** @return «№ 12 от 01.09.2026»; an empty text before registration */
    public String requisites() {
        return number == null ? "" : "№ " + number + " от " + RussianDate.of(actDate);
    }

    /** @return «Приказ о замене наставника № 12 от 01.09.2026» */
    public String caption() {
        String name = kind == ActKind.OTHER ? title : kind.title();
        return number == null ? name : name + " " + requisites();
    }

    void startFrom(String earlierBody) {
        body = earlierBody;
    }

    void draft(String newTitle, String newBody, boolean demandCouncil) {
        demand("Проект уже подготовлен.", ActState.DRAFT);
        title = newTitle;
        body = newBody;
        councilDemanded = demandCouncil;
        state = demandCouncil ? ActState.ON_AGREEMENT : ActState.ON_APPROVAL;
    }

    void agree(String minutes, LocalDate on) {
        demand("Решения педагогического совета по этому документу не ждут.", ActState.ON_AGREEMENT);
        councilMinutes = minutes;
        councilOn = on;
        state = ActState.ON_APPROVAL;
    }

    void sendBack() {
        demand(
                "Вернуть на доработку можно только проект, по которому ждут решения.",
                ActState.ON_AGREEMENT,
                ActState.ON_APPROVAL);
        state = ActState.RETURNED;
    }

    void approve() {
        demand("Решения по этому документу не ждут.", ActState.ON_APPROVAL);
        state = ActState.APPROVED;
    }

    void reject() {
        demand("Решения по этому документу не ждут.", ActState.ON_APPROVAL);
        state = ActState.REJECTED;
    }

    void revise(String newTitle, String newBody) {
        demand("Этот документ не возвращён на доработку.", ActState.RETURNED);
        title = newTitle;
        body = newBody;
        state = councilDemanded && !councilAgreed() ? ActState.ON_AGREEMENT : ActState.ON_APPROVAL;
    }

    void register(String newNumber, LocalDate date) {
        demand("Зарегистрировать можно только утверждённый документ, которого ещё нет в журнале.", ActState.APPROVED);
        if (number != null) {
            throw Refusal.wrongState("Документ уже зарегистрирован: " + requisites() + ".");
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
        enterInJournal(existingNumber, date);
        cited = true;
        state = ActState.IN_FORCE;
    }

    /** Made by the application itself and decided before: approved and numbered at once. */
    void issue(String newBody, String newNumber, LocalDate date) {
        demand("Этот документ уже готовят или он уже действует.", ActState.DRAFT);
        body = newBody;
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
        actDate = date;
        year = date.getYear();
    }

    private void demand(String sentence, ActState first, ActState... others) {
        if (!EnumSet.of(first, others).contains(state)) {
            throw Refusal.wrongState(sentence + " Состояние документа: «" + state.title() + "».");
        }
    }
}
