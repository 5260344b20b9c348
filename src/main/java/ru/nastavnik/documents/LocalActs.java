package ru.nastavnik.documents;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.shared.DayBounds;
import ru.nastavnik.shared.Decider;
import ru.nastavnik.shared.DecisionRecord;
import ru.nastavnik.shared.Decisions;
import ru.nastavnik.shared.Door;
import ru.nastavnik.shared.Entry;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.SchoolClock;
import ru.nastavnik.shared.Written;
import ru.nastavnik.shared.files.StoredFileInfo;
import ru.nastavnik.shared.files.StoredFiles;

/** The organisation's local acts: drafted, agreed, approved, numbered, in force; or there already and only named. */
@Service
@Transactional
public class LocalActs {

    /** Federal law 273-FZ, article 111. */
    private static final LocalDate LAW_ON_EDUCATION = LocalDate.of(2013, 9, 1);

    private static final Set<ActState> OVER = Set.of(ActState.REJECTED, ActState.NOT_REQUIRED, ActState.REPEALED);

    private final LocalActRepository acts;
    private final ActVersionRepository versions;
    private final ActKinds kinds;
    private final ActNumbers numbers;
    private final StoredFiles files;
    private final Organisations organisations;
    private final Decisions decisions;
    private final SchoolClock clock;
    private final ApplicationEventPublisher events;

    LocalActs(
            LocalActRepository acts,
            ActVersionRepository versions,
            ActKinds kinds,
            ActNumbers numbers,
            StoredFiles files,
            Organisations organisations,
            Decisions decisions,
            SchoolClock clock,
            ApplicationEventPublisher events) {
        this.acts = acts;
        this.versions = versions;
        this.kinds = kinds;
        this.numbers = numbers;
        this.files = files;
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
     * @param kind        code of its kind
     * @param drafter     who prepares it
     * @return id of the act, a draft
     */
    public UUID request(
            UUID organisationId,
            @Nullable UUID programmeId,
            @Nullable UUID measureId,
            String kind,
            String title,
            Role drafter) {
        if (measureId != null) {
            Optional<LocalAct> asked = acts.findByMeasureIdAndStateNotIn(measureId, OVER).stream()
                    .filter(act -> act.kind().is(kind))
                    .findFirst();
            if (asked.isPresent()) {
                return asked.get().id();
            }
        }
        return acts.saveAndFlush(
                        begun(organisationId, programmeId, measureId, kinds.get(organisationId, kind), title, drafter))
                .id();
    }

    /**
     * Asks for an act in the place of a rejected one, with its text to start from.
     *
     * @return id of the new draft
     */
    public UUID requestAnew(UUID rejectedId) {
        LocalAct rejected = get(rejectedId);
        LocalAct anew = acts.save(begun(
                rejected.organisationId(),
                rejected.programmeId(),
                rejected.measureId(),
                rejected.kind(),
                rejected.title(),
                rejected.drafterRole()));
        ActVersion text = version(Objects.requireNonNull(rejected.textId(), "What was rejected has been written"));
        anew.startFrom(write(anew, text.title(), text.body(), List.of(), text.author()));
        acts.flush();
        return anew.id();
    }

    private LocalAct begun(
            UUID organisationId,
            @Nullable UUID programmeId,
            @Nullable UUID measureId,
            ActKind kind,
            String title,
            Role drafter) {
        return new LocalAct(organisationId, programmeId, measureId, kind, title, drafter, clock.instant());
    }

    @Transactional(readOnly = true)
    public LocalAct get(UUID actId) {
        return acts.findById(actId).orElseThrow(() -> Refusal.notFound("Такого документа нет."));
    }

    /** @return what the act says now; empty while nothing has been written, or its text lies on paper only */
    @Transactional(readOnly = true)
    public Optional<ActVersion> text(LocalAct act) {
        return Optional.ofNullable(act.textId()).map(this::version);
    }

    private ActVersion version(UUID versionId) {
        return versions.findById(versionId).orElseThrow();
    }

    /** @return the number that follows in the journal of the act this year; the paper journal may say another */
    @Transactional(readOnly = true)
    public String nextNumber(LocalAct act) {
        return numbers.next(
                act.organisationId(),
                act.kind().journal(),
                organisations.today(act.organisationId()).getYear());
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
    public Optional<LocalAct> inForce(UUID organisationId, String kind) {
        return acts.findFirstByOrganisationIdAndKindCodeAndStateOrderByActDateDesc(
                organisationId, kind, ActState.IN_FORCE);
    }

    /** @return what has been remarked about the act, oldest first */
    @Transactional(readOnly = true)
    public List<DecisionRecord> remarks(UUID actId) {
        return decisions.about(actId).stream()
                .filter(decision -> decision.remark() != null
                        && Stream.of(AgreementDecision.REMARKS, ActDecision.RETURN, ActDecision.REJECT)
                                .anyMatch(decision::is))
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
            @Nullable UUID measureId,
            String kindCode,
            String number,
            LocalDate date,
            Decider decider,
            Entry entry) {
        ActKind kind = kinds.get(organisationId, kindCode);
        Optional<LocalAct> named = alreadyNamed(organisationId, kind, number, date);
        if (named.isPresent()) {
            return named.get().id();
        }
        LocalAct act = acts.save(begun(organisationId, programmeId, measureId, kind, kind.title(), Role.CURATOR));
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
        return numbers.holder(organisationId, kind, number, date)
                .filter(act ->
                        act.kind().is(kind.code()) && act.state() == ActState.IN_FORCE && date.equals(act.date()));
    }

    private UUID cite(LocalAct act, String number, LocalDate date, Decider decider, Entry entry) {
        checkNumber(act, number, date);
        act.cite(Written.number(number), date);
        saveNumbered(act, number, date);
        decisions.record(act.organisationId(), ActCitation.CITED, act.id(), null, null, decider, entry);
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
            String kind,
            String title,
            String body,
            String number,
            LocalDate date) {
        LocalAct act = acts.save(
                begun(organisationId, programmeId, null, kinds.get(organisationId, kind), title, Role.CURATOR));
        checkNumber(act, number, date);
        act.issue(write(act, title, body, List.of(), null), Written.number(number), date);
        saveNumbered(act, number, date);
        events.publishEvent(new ActInForce(act.id()));
        return act.id();
    }

    /**
     * The draft is ready, with the files that lie with it as its annexes. It goes to those who must agree, one after
     * another, then to whoever approves it.
     *
     * @param councilDemanded whether the teachers' council must agree though the kind of the act does not demand it
     * @param by              account of its author
     * @return whether somebody must agree first
     */
    public boolean draft(UUID actId, String title, String body, boolean councilDemanded, UUID by) {
        LocalAct act = get(actId);
        List<String> bodies = Stream.concat(
                        act.kind().agreement().stream(), councilDemanded ? Stream.of(ActKind.COUNCIL) : Stream.empty())
                .distinct()
                .toList();
        act.draft(write(act, title, body, files.ofSubject(actId), by), bodies);
        return act.awaitedBody().isPresent();
    }

    /** @return the version; the last one when it says the same already */
    private ActVersion write(
            LocalAct act, String title, String body, List<StoredFileInfo> annexes, @Nullable UUID author) {
        Optional<ActVersion> last = versions.findFirstByActIdOrderByNumberDesc(act.id());
        return last.filter(version -> version.sha256().equals(ActVersion.hash(title, body, annexes)))
                .orElseGet(() -> versions.save(new ActVersion(
                        act.id(),
                        last.map(ActVersion::number).orElse(0) + 1,
                        title,
                        body,
                        annexes,
                        author,
                        clock.instant())));
    }

    /**
     * The body that was awaited has decided.
     *
     * @param remark what is to be mended; null when agreed
     * @param by     account that records it
     * @return whether somebody else must agree now
     */
    public boolean recordAgreement(
            UUID actId,
            String minutesNumber,
            LocalDate on,
            AgreementDecision decision,
            @Nullable String remark,
            UUID by) {
        LocalAct act = get(actId);
        String minutes = Written.number(minutesNumber);
        if (minutes.isEmpty()) {
            throw Refusal.invalid("Укажите номер протокола.");
        }
        existingDays(organisations.today(act.organisationId())).require("Дата протокола", on);
        String body = act.awaitedBody().orElse(null);
        switch (decision) {
            case AGREED -> act.agree(minutes, on);
            case REMARKS -> act.remark();
        }
        decisions.record(
                act.organisationId(),
                decision,
                actId,
                act.textId(),
                remark,
                new Decider(null, body),
                new Entry(Door.PAPER, on, "Протокол № " + minutes, by));
        return act.state() == ActState.ON_AGREEMENT;
    }

    /**
     * Whoever approves the act has decided.
     *
     * @param read id of the version that they had before them
     * @throws Refusal when the draft has been changed meanwhile
     */
    public void decide(
            UUID actId, UUID read, ActDecision decision, @Nullable String remark, Decider decider, Entry entry) {
        LocalAct act = get(actId);
        act.decide(decision, entry.happenedOn(), read);
        decisions.record(act.organisationId(), decision, actId, read, remark, decider, entry);
    }

    /**
     * Mends the draft: a new version of it, with the files that lie with it now.
     *
     * @return whether somebody must agree first: what has been agreed to is not asked again
     */
    public boolean revise(UUID actId, String title, String body, UUID by) {
        LocalAct act = get(actId);
        act.revise(write(act, title, body, files.ofSubject(actId), by));
        return act.awaitedBody().isPresent();
    }

    /** @return days of a document that was there before: from the law on education in force on */
    public static DayBounds existingDays(LocalDate today) {
        return DayBounds.untilToday(today)
                .notBefore(
                        LAW_ON_EDUCATION, "день, с которого действует закон «Об образовании в Российской Федерации»");
    }

    /** @return days on which the act can be registered: it was approved */
    @Transactional(readOnly = true)
    public DayBounds registrationDays(UUID actId) {
        LocalAct act = get(actId);
        return days(act).notBefore(act.approvedOn(), "день утверждения");
    }

    /** @return days on which somebody can have read the act */
    @Transactional(readOnly = true)
    public DayBounds acquaintanceDays(UUID actId) {
        LocalAct act = get(actId);
        return days(act).notBefore(act.date(), "дата документа");
    }

    private DayBounds days(LocalAct act) {
        return DayBounds.untilToday(organisations.today(act.organisationId()));
    }

    /** @throws Refusal when the number is taken (E30) or the date has not come yet */
    public void register(UUID actId, String number, LocalDate date) {
        LocalAct act = get(actId);
        checkNumber(act, number, date);
        act.register(Written.number(number), date);
        saveNumbered(act, number, date);
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
        if (Written.number(number).isEmpty()) {
            throw Refusal.invalid("Укажите номер документа.");
        }
        existingDays(organisations.today(act.organisationId())).require("Дата документа", date);
        numbers.take(act, Written.number(number), date);
    }

    private void saveNumbered(LocalAct act, String number, LocalDate date) {
        try {
            acts.saveAndFlush(act);
        } catch (DataIntegrityViolationException e) {
            throw ActNumbers.taken(act.kind(), Written.number(number), date);
        }
    }
}
