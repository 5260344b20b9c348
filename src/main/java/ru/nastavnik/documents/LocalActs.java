package ru.nastavnik.documents;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.shared.Decider;
import ru.nastavnik.shared.DecisionRecord;
import ru.nastavnik.shared.Decisions;
import ru.nastavnik.shared.Door;
import ru.nastavnik.shared.Entry;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.SchoolClock;

/** The organisation's local acts: drafted, agreed, approved, numbered, in force; or there already and only named. */
@Service
@Transactional
public class LocalActs {

    private static final String SUBJECT = "localAct";
    private static final Set<ActState> OVER = Set.of(ActState.REJECTED, ActState.NOT_REQUIRED, ActState.REPEALED);

    private final LocalActRepository acts;
    private final Organisations organisations;
    private final Decisions decisions;
    private final SchoolClock clock;
    private final ApplicationEventPublisher events;

    LocalActs(
            LocalActRepository acts,
            Organisations organisations,
            Decisions decisions,
            SchoolClock clock,
            ApplicationEventPublisher events) {
        this.acts = acts;
        this.organisations = organisations;
        this.decisions = decisions;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Asks for an act. Asked again for the same row of the roadmap, the act that is being made for it is given.
     *
     * @param programmeId null when it belongs to no programme
     * @param measureId   row of the roadmap that it will fulfil; null when none
     * @param drafter     who prepares it
     * @return id of the act, a draft
     */
    public UUID request(
            UUID organisationId, UUID programmeId, UUID measureId, ActKind kind, String title, Role drafter) {
        if (measureId != null) {
            Optional<LocalAct> asked = acts.findByMeasureIdAndStateNotIn(measureId, OVER).stream()
                    .filter(act -> act.kind() == kind)
                    .findFirst();
            if (asked.isPresent()) {
                return asked.get().id();
            }
        }
        return acts.saveAndFlush(
                        new LocalAct(organisationId, programmeId, measureId, kind, title, drafter, clock.instant()))
                .id();
    }

    /**
     * Asks for an act in the place of a rejected one, with its text to start from.
     *
     * @return id of the new draft
     */
    public UUID requestAnew(UUID rejectedId) {
        LocalAct rejected = get(rejectedId);
        LocalAct anew = new LocalAct(
                rejected.organisationId(),
                rejected.programmeId(),
                rejected.measureId(),
                rejected.kind(),
                rejected.title(),
                rejected.drafterRole(),
                clock.instant());
        anew.startFrom(rejected.body());
        return acts.saveAndFlush(anew).id();
    }

    @Transactional(readOnly = true)
    public LocalAct get(UUID actId) {
        return acts.findById(actId).orElseThrow(() -> Refusal.notFound("Такого документа нет."));
    }

    /** @return acts of the programme, oldest first */
    @Transactional(readOnly = true)
    public List<LocalAct> of(UUID programmeId) {
        return acts.findByProgrammeIdOrderByCreatedAt(programmeId);
    }

    /** @return acts of the programme that have been asked for and not been drafted yet */
    @Transactional(readOnly = true)
    public List<LocalAct> drafts(UUID programmeId) {
        return acts.findByProgrammeIdAndStateOrderByCreatedAt(programmeId, ActState.DRAFT);
    }

    /** @return the newest act of this kind that is in force */
    @Transactional(readOnly = true)
    public Optional<LocalAct> inForce(UUID organisationId, ActKind kind) {
        return acts.findFirstByOrganisationIdAndKindAndStateOrderByActDateDesc(organisationId, kind, ActState.IN_FORCE);
    }

    /** @return what has been remarked about the act, oldest first */
    @Transactional(readOnly = true)
    public List<DecisionRecord> remarks(UUID actId) {
        return decisions.about(actId).stream()
                .filter(decision -> decision.subjectKind().equals(SUBJECT) && decision.remark() != null)
                .toList();
    }

    /** @return why the act that was drafted for the same row of the roadmap before this one was rejected */
    @Transactional(readOnly = true)
    public Optional<String> rejectionBefore(LocalAct draft) {
        if (draft.measureId() == null) {
            return Optional.empty();
        }
        return acts.findFirstByMeasureIdAndKindAndStateOrderByCreatedAtDesc(
                        draft.measureId(), draft.kind(), ActState.REJECTED)
                .flatMap(rejected -> remarks(rejected.id()).stream().reduce((earlier, last) -> last))
                .map(DecisionRecord::remark);
    }

    /**
     * Names an act that is there already. The same act may be named by one programme after another: it stays one.
     *
     * @return id of the act in force
     * @throws Refusal when another act has this number in the journal of that year (E30)
     */
    public UUID cite(
            UUID organisationId,
            UUID programmeId,
            UUID measureId,
            ActKind kind,
            String number,
            LocalDate date,
            Decider decider,
            Entry entry) {
        Optional<LocalAct> named = alreadyNamed(organisationId, kind, number, date);
        if (named.isPresent()) {
            return named.get().id();
        }
        LocalAct act = acts.save(new LocalAct(
                organisationId, programmeId, measureId, kind, kind.title(), Role.CURATOR, clock.instant()));
        return cite(act, number, date, decider, entry);
    }

    /**
     * The act that was to be drafted is there already.
     *
     * @return id of the act in force: this one, or the one that was named before under this number; then this draft is
     *     not required
     */
    public UUID citeInstead(UUID actId, String number, LocalDate date, Decider decider, Entry entry) {
        LocalAct draft = get(actId);
        Optional<LocalAct> named = alreadyNamed(draft.organisationId(), draft.kind(), number, date);
        if (named.isPresent()) {
            draft.notRequire("Действует документ " + named.get().requisites());
            acts.saveAndFlush(draft);
            return named.get().id();
        }
        return cite(draft, number, date, decider, entry);
    }

    private Optional<LocalAct> alreadyNamed(UUID organisationId, ActKind kind, String number, LocalDate date) {
        return acts.findByOrganisationIdAndJournalAndYearAndNumber(
                        organisationId, kind.journal(), date.getYear(), number.strip())
                .filter(act -> act.kind() == kind
                        && act.state() == ActState.IN_FORCE
                        && act.date().equals(date));
    }

    private UUID cite(LocalAct act, String number, LocalDate date, Decider decider, Entry entry) {
        checkNumber(act, number, date);
        act.cite(number.strip(), date);
        saveNumbered(act);
        decisions.record(act.organisationId(), SUBJECT, act.id(), "CITED", null, decider, entry);
        return act.id();
    }

    /**
     * Puts an act in force that the application has composed and that has been decided before (a list of pairs).
     *
     * @throws Refusal when the number is taken (E30)
     */
    public UUID issue(
            UUID organisationId,
            UUID programmeId,
            ActKind kind,
            String title,
            String body,
            String number,
            LocalDate date) {
        LocalAct act =
                acts.save(new LocalAct(organisationId, programmeId, null, kind, title, Role.CURATOR, clock.instant()));
        checkNumber(act, number, date);
        act.issue(body, number.strip(), date);
        saveNumbered(act);
        events.publishEvent(new ActInForce(act.id()));
        return act.id();
    }

    /** The draft is ready; it goes to the council when that is demanded, else to the director. */
    public void draft(UUID actId, String title, String body, boolean councilDemanded) {
        get(actId).draft(title, body, councilDemanded);
    }

    /**
     * The teachers' council has decided.
     *
     * @param agreed false when there are remarks
     * @param remark what is to be mended; null when agreed
     * @param by     account that records it
     */
    public void recordCouncilDecision(
            UUID actId, String minutes, LocalDate on, boolean agreed, String remark, UUID by) {
        LocalAct act = get(actId);
        if (on.isAfter(organisations.today(act.organisationId()))) {
            throw Refusal.invalid("Дата протокола ещё не наступила. Проверьте дату.");
        }
        if (agreed) {
            act.agree(minutes, on);
        } else {
            act.sendBack();
        }
        decisions.record(
                act.organisationId(),
                SUBJECT,
                actId,
                agreed ? "AGREED" : "REMARKS",
                remark,
                new Decider(null, "Педагогический совет"),
                new Entry(Door.PAPER, on, "Протокол № " + minutes, by));
    }

    /** The director has decided. */
    public void decide(UUID actId, ActDecision decision, String remark, Decider decider, Entry entry) {
        LocalAct act = get(actId);
        switch (decision) {
            case APPROVE -> act.approve();
            case RETURN -> act.sendBack();
            case REJECT -> act.reject();
        }
        decisions.record(act.organisationId(), SUBJECT, actId, decision.name(), remark, decider, entry);
    }

    /** @return whether the council must decide once more: it was demanded and has not agreed yet */
    public boolean revise(UUID actId, String title, String body) {
        LocalAct act = get(actId);
        act.revise(title, body);
        return act.state() == ActState.ON_AGREEMENT;
    }

    /** @throws Refusal when the number is taken (E30) or the date has not come yet */
    public void register(UUID actId, String number, LocalDate date) {
        LocalAct act = get(actId);
        checkNumber(act, number, date);
        act.register(number.strip(), date);
        saveNumbered(act);
    }

    /** @return the act, in force; done again, nothing changes */
    public LocalAct putInForce(UUID actId) {
        LocalAct act = get(actId);
        if (act.putInForce()) {
            acts.flush();
            events.publishEvent(new ActInForce(actId));
        }
        return act;
    }

    public void notRequired(UUID actId, String reason) {
        get(actId).notRequire(reason);
    }

    /** The programme has ended, and with it the work on its acts that nobody has decided on. */
    public void giveUp(UUID programmeId, String reason) {
        acts.findByProgrammeIdOrderByCreatedAt(programmeId).stream()
                .filter(LocalAct::undecided)
                .forEach(act -> act.giveUp(reason));
        acts.flush();
    }

    /** Gives the draft to another role. */
    public void handOver(UUID actId, Role to) {
        get(actId).handOver(to);
        acts.flush();
    }

    private void checkNumber(LocalAct act, String number, LocalDate date) {
        if (number.isBlank()) {
            throw Refusal.invalid("Укажите номер документа.");
        }
        if (date.isAfter(organisations.today(act.organisationId()))) {
            throw Refusal.invalid("Дата документа ещё не наступила. Укажите сегодняшний день или более ранний.");
        }
        acts.findByOrganisationIdAndJournalAndYearAndNumber(
                        act.organisationId(), act.kind().journal(), date.getYear(), number.strip())
                .filter(other -> !other.id().equals(act.id()))
                .ifPresent(other -> {
                    throw taken(act.kind(), number.strip(), date);
                });
    }

    private void saveNumbered(LocalAct act) {
        try {
            acts.saveAndFlush(act);
        } catch (DataIntegrityViolationException e) {
            throw taken(act.kind(), act.number(), act.date());
        }
    }

    private static Refusal taken(ActKind kind, String number, LocalDate date) {
        return Refusal.wrongState(
                "Номер %s %s за %d год уже занят. Укажите другой.".formatted(number, kind.inJournal(), date.getYear()));
    }
}
