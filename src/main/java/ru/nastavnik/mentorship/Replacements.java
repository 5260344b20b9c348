package ru.nastavnik.mentorship;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.documents.ActKind;
import ru.nastavnik.documents.LocalActs;
import ru.nastavnik.mentorship.MentorshipEvents.MentorReplaced;
import ru.nastavnik.mentorship.MentorshipEvents.PairResumed;
import ru.nastavnik.mentorship.MentorshipEvents.PairSuspended;
import ru.nastavnik.mentorship.MentorshipEvents.ReplacementCancelled;
import ru.nastavnik.mentorship.MentorshipEvents.ReplacementRequested;
import ru.nastavnik.mentorship.Replacement.Cause;
import ru.nastavnik.mentorship.Replacement.Initiative;
import ru.nastavnik.mentorship.Replacement.Release;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.organisation.People;
import ru.nastavnik.organisation.Person;
import ru.nastavnik.participants.Participant;
import ru.nastavnik.shared.Decider;
import ru.nastavnik.shared.Decisions;
import ru.nastavnik.shared.Entry;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.RussianDate;

/** Another mentor for a pair: only by order, on one of five grounds, and the period's end stays (S4-2.8, E10). */
@Service
@Transactional
public class Replacements {

    /** What the director says to a replacement. */
    public enum Verdict {
        APPROVE(ReplacementVerdict.APPROVE),
        RETURN(ReplacementVerdict.RETURN),
        REJECT(ReplacementVerdict.REJECT);

        private final ReplacementVerdict recorded;

        Verdict(ReplacementVerdict recorded) {
            this.recorded = recorded;
        }
    }

    private final ReplacementRepository replacements;
    private final MentorshipRepository pairs;
    private final PersonalProgrammes programmes;
    private final Presence presence;
    private final PairLists lists;
    private final UnmatchedSupports supports;
    private final Workload workload;
    private final PairConsents pairConsents;
    private final PairOrders orders;
    private final LocalActs acts;
    private final RowLocks locks;
    private final EmployerWarning warning;
    private final Organisations organisations;
    private final People people;
    private final Decisions decisions;
    private final ApplicationEventPublisher events;

    Replacements(
            ReplacementRepository replacements,
            MentorshipRepository pairs,
            PersonalProgrammes programmes,
            Presence presence,
            PairLists lists,
            UnmatchedSupports supports,
            Workload workload,
            PairConsents pairConsents,
            PairOrders orders,
            LocalActs acts,
            RowLocks locks,
            EmployerWarning warning,
            Organisations organisations,
            People people,
            Decisions decisions,
            ApplicationEventPublisher events) {
        this.replacements = replacements;
        this.pairs = pairs;
        this.programmes = programmes;
        this.presence = presence;
        this.lists = lists;
        this.supports = supports;
        this.workload = workload;
        this.pairConsents = pairConsents;
        this.orders = orders;
        this.acts = acts;
        this.locks = locks;
        this.warning = warning;
        this.organisations = organisations;
        this.people = people;
        this.decisions = decisions;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public Replacement get(UUID replacementId) {
        return replacements.findById(replacementId).orElseThrow(() -> Refusal.notFound("Такой замены нет."));
    }

    /** @return the pair whose mentor is to be replaced */
    @Transactional(readOnly = true)
    public Mentorship pairOf(UUID replacementId) {
        return pairs.findById(get(replacementId).mentorshipId()).orElseThrow();
    }

    /** @return the pairs of the organisation for which a replacement is under way */
    @Transactional(readOnly = true)
    public Set<UUID> pairsUnderWay(UUID organisationId) {
        return replacements.findByOrganisationIdAndStateIn(organisationId, Replacement.State.OPEN).stream()
                .map(Replacement::mentorshipId)
                .collect(Collectors.toSet());
    }

    /**
     * Asks for another mentor.
     *
     * @param request   in the asker's own words
     * @param accountId who asks
     * @return id of the replacement
     */
    public UUID request(UUID mentorshipId, @Nullable String request, UUID accountId) {
        Mentorship pair =
                locks.held(pairs.findById(mentorshipId).orElseThrow(() -> Refusal.notFound("Такой пары нет.")));
        boolean atWork = pair.state() == Mentorship.State.ACTIVE || pair.state() == Mentorship.State.SUSPENDED;
        if (!atWork || pair.finishing()) {
            throw Refusal.wrongState("Эта пара не работает: "
                    + pair.stateTitle().toLowerCase(Locale.ROOT) + ". Менять наставника не нужно.");
        }
        if (request == null || request.isBlank()) {
            throw Refusal.invalid("Напишите, почему нужен другой наставник.");
        }
        if (replacements
                .findByMentorshipIdAndStateIn(mentorshipId, Replacement.State.OPEN)
                .isPresent()) {
            throw underWay();
        }
        Replacement replacement;
        try {
            replacement = replacements.saveAndFlush(
                    new Replacement(pair, request.strip(), accountId, organisations.today(pair.organisationId())));
        } catch (DataIntegrityViolationException e) {
            throw underWay();
        }
        events.publishEvent(new ReplacementRequested(replacement.id(), Cause.REQUEST));
        return replacement.id();
    }

    /**
     * The mentor has left the school: the pair rests, and another mentor is searched at once.
     *
     * @param pair      at work or at rest, held, without an open replacement
     * @param leftOn    the first day without the mentor
     * @param reason    why
     * @param accountId who says so
     * @return id of the replacement
     */
    UUID replaceDismissed(Mentorship pair, LocalDate leftOn, String reason, UUID accountId) {
        Replacement replacement = replacements.saveAndFlush(
                Replacement.ofDismissed(pair, reason, accountId, organisations.today(pair.organisationId()), leftOn));
        events.publishEvent(new ReplacementRequested(replacement.id(), Cause.MENTOR_LEFT));
        return replacement.id();
    }

    /** The mentor of a pair for which another one is searched already has left the school: they stop now. */
    void releaseDismissed(Replacement open, Mentorship pair, LocalDate leftOn) {
        Replacement replacement = locks.held(open);
        replacement.releaseAtOnce(leftOn);
        suspend(pair);
        pair.endMentor(leftOn.minusDays(1), ReplacementGround.MENTOR_DISMISSED.wording());
        presence.trim(pair);
        replacements.flush();
    }

    /** Whoever was to take the pair over has left the school. @return id of the replacement that goes on instead */
    UUID searchAnew(Replacement open) {
        Replacement replacement = locks.held(open);
        cancel(replacement);
        return begin(replacement);
    }

    /** What ended with its pair goes on with it: by the request, or by the search where that was accepted. */
    void reopen(UUID cancelledId) {
        begin(get(cancelledId));
    }

    private UUID begin(Replacement cancelled) {
        Replacement anew = replacements.saveAndFlush(cancelled.anew(pairOf(cancelled.id())));
        events.publishEvent(new ReplacementRequested(
                anew.id(), anew.state() == Replacement.State.REQUESTED ? Cause.REQUEST : Cause.CANDIDATE_LEFT));
        return anew.id();
    }

    /** The new mentor has left before anything was handed over to them. */
    void endHandOver(Replacement open) {
        Replacement replacement = locks.held(open);
        replacement.endHandOver();
        replacements.flush();
        events.publishEvent(new ReplacementCancelled(replacement.id()));
    }

    /**
     * The mentor has not left after all, and nobody has decided on the replacement since.
     *
     * @param resting whether the pair rests only because of that
     */
    void mentorGoesOn(Replacement replacement, Mentorship pair, boolean resting) {
        pair.mentorGoesOn(replacement.oldMentorId());
        pairs.flush();
        if (resting) {
            goOn(pair);
        }
    }

    void cancel(Replacement replacement) {
        if (replacement.cancel()) {
            replacements.flush();
            events.publishEvent(new ReplacementCancelled(replacement.id()));
        }
    }

    private static Refusal underWay() {
        return Refusal.wrongState("Замена наставника в этой паре уже рассматривается. Повторно ничего не записано.");
    }

    /**
     * The curator accepts the request.
     *
     * @param noticeOn when the mentor was warned by the employer or handed in their refusal; null with initiative OTHER
     * @param basis    the paper on which it rests; may be null
     * @return when the old mentor stops: an employee's own refusal holds at once, an employer's cancellation after three
     *     working days of warning (E6)
     */
    public Release accept(
            UUID replacementId,
            @Nullable ReplacementGround ground,
            @Nullable Initiative initiative,
            @Nullable LocalDate noticeOn,
            @Nullable String basis,
            Decider curator,
            Entry entry) {
        Replacement replacement = locks.held(get(replacementId));
        if (ground != null
                && ground.byEmployer()
                && initiative == Initiative.OTHER
                && employee(replacement, replacement.oldMentorId())) {
            throw Refusal.invalid(
                    "По этому основанию наставничество отменяет сама школа. Выберите «Школа отменяет "
                            + "наставничество работника»: его предупреждают за три рабочих дня (статья 351.8 Трудового кодекса).");
        }
        Mentorship pair = pairOf(replacementId);
        if (replacement.releasedOn() != null) {
            replacement.accept(ground, Initiative.OTHER, null, null, basis);
            record(replacement, ReplacementVerdict.ACCEPT, null, curator, entry);
            return Release.AT_ONCE;
        }
        LocalDate notice =
                initiative == Initiative.OTHER || initiative == null ? null : warning.checked(pair, noticeOn);
        LocalDate warningEndsOn = initiative == Initiative.EMPLOYER ? warning.endsOn(pair, notice) : null;
        replacement.accept(ground, initiative, notice, warningEndsOn, basis);
        record(replacement, ReplacementVerdict.ACCEPT, null, curator, entry);
        return Objects.requireNonNull(initiative, "Nothing is accepted without it")
                .release();
    }

    /**
     * The curator declines the request.
     *
     * @throws Refusal when the mentor, an employee, has asked: an employee may refuse mentoring on any day
     */
    public void decline(UUID replacementId, @Nullable String remark, Decider curator, Entry entry) {
        Replacement replacement = locks.held(get(replacementId));
        if (remark == null) {
            throw Refusal.invalid("Напишите, почему просьба отклонена.");
        }
        boolean mentorAsked = people.personOf(replacement.requestedBy(), replacement.organisationId())
                .map(Person::id)
                .filter(replacement.oldMentorId()::equals)
                .isPresent();
        if (mentorAsked && employee(replacement, replacement.oldMentorId())) {
            throw Refusal.wrongState(
                    "Просьбу подал сам наставник. Работник вправе отказаться от наставничества в любой день "
                            + "(статья 351.8 Трудового кодекса). Примите просьбу и подберите другого наставника.");
        }
        pairConsents.requireMayGoOn(replacement.organisationId(), replacement.oldMentorId());
        replacement.decline();
        record(replacement, ReplacementVerdict.DECLINE, remark, curator, entry);
    }

    /** The old mentor stops now; the pair waits for a new one. A second call changes nothing. */
    public void release(UUID replacementId) {
        Replacement replacement = locks.held(get(replacementId));
        if (replacement.releasedOn() != null) {
            return;
        }
        LocalDate warningEndsOn = replacement.warningEndsOn();
        LocalDate firstDayWithout = warningEndsOn == null ? replacement.noticeOn() : warningEndsOn.plusDays(1);
        LocalDate released = replacement.release(firstDayWithout);
        Mentorship pair = locks.held(pairOf(replacementId));
        suspend(pair);
        pair.endMentor(released.minusDays(1), replacement.groundWording());
        presence.trim(pair);
    }

    /** @return the mentors of the pair's programme who could take the pair over, whether they have a free place or not */
    @Transactional(readOnly = true)
    public List<Participant> candidates(UUID replacementId) {
        Replacement replacement = get(replacementId);
        Mentorship pair = pairOf(replacementId);
        return lists.mentors(pair.programmeId()).stream()
                .filter(mentor -> !mentor.personId().equals(replacement.oldMentorId())
                        && !pair.menteeIds().contains(mentor.personId()))
                .toList();
    }

    /** The curator chooses who is asked to take the pair over. */
    public void choose(UUID replacementId, UUID mentorParticipantId, Decider curator, Entry entry) {
        Replacement replacement = locks.held(get(replacementId));
        Participant mentor = candidates(replacementId).stream()
                .filter(one -> one.id().equals(mentorParticipantId))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("Этого человека нет в банке наставников. Выберите другого."));
        requirePlace(replacement, mentor.personId());
        replacement.choose(mentor.personId());
        record(replacement, ReplacementVerdict.CHOOSE, null, curator, entry);
    }

    /** Nobody can take the pair over yet: it rests, and its mentee is supported while the search goes on (E24). */
    public void keepInSight(UUID replacementId) {
        Mentorship pair = locks.held(pairOf(replacementId));
        suspend(pair);
        supports.openAfter(pair);
    }

    private void suspend(Mentorship pair) {
        if (pair.state() == Mentorship.State.ACTIVE) {
            pair.suspend();
            pairs.flush();
            programmes.withdrawDraft(pair.id());
            events.publishEvent(new PairSuspended(pair.id()));
        }
    }

    /**
     * The candidate's answer. A yes is the consent to extra duties too, where it has not been given yet, and keeps a
     * place for the mentee.
     */
    public void answer(UUID replacementId, boolean agrees, Decider candidate, Entry entry) {
        Replacement replacement = locks.held(get(replacementId));
        UUID candidateId = replacement.newMentorId();
        if (agrees) {
            locks.holdPeople(List.of(candidateId));
            requirePlace(replacement, candidateId);
            requirePresent(replacement, candidateId);
            replacement.candidateAgrees();
            pairConsents.consentToDuties(
                    replacement.organisationId(), pairOf(replacementId).programmeId(), candidateId, candidate, entry);
        } else {
            replacement.candidateRefuses();
        }
        record(
                replacement,
                agrees ? ReplacementVerdict.CANDIDATE_AGREES : ReplacementVerdict.CANDIDATE_REFUSES,
                null,
                candidate,
                entry);
    }

    /**
     * The director's decision. After a rejection the old mentor goes on, in a pair that has rested meanwhile too.
     *
     * @param remark demanded unless approved
     * @throws Refusal when a consent is missing (E4), or a replacement is to be rejected whose old mentor has already
     *     stopped
     */
    public void decide(UUID replacementId, Verdict verdict, @Nullable String remark, Decider decider, Entry entry) {
        Replacement replacement = locks.held(get(replacementId));
        if (verdict != Verdict.APPROVE && remark == null) {
            throw Refusal.invalid("Напишите замечание: куратор увидит, почему замена не утверждена.");
        }
        switch (verdict) {
            case APPROVE -> {
                locks.holdPeople(List.of(replacement.newMentorId()));
                requirePresent(replacement, replacement.newMentorId());
                pairConsents.requireFor(pairOf(replacementId), replacement.newMentorId());
                replacement.approve();
                lists.selectWithPair(
                        pairOf(replacementId).programmeId(), Set.of(replacement.newMentorId()), decider, entry);
            }
            case RETURN -> replacement.sendBack();
            case REJECT -> {
                pairConsents.requireMayGoOn(replacement.organisationId(), replacement.oldMentorId());
                replacement.reject();
                goOn(locks.held(pairOf(replacementId)));
            }
        }
        record(replacement, verdict.recorded, verdict == Verdict.APPROVE ? null : remark, decider, entry);
    }

    private void goOn(Mentorship pair) {
        if (pair.state() == Mentorship.State.SUSPENDED) {
            pair.resume();
            pairs.flush();
            supports.matched(pair.menteeIds());
            events.publishEvent(new PairResumed(pair.id()));
        }
    }

    /**
     * Issues the order on the replacement. The text names the ground and says that the period's end stays.
     *
     * @param number unique in the journal of orders and the year (E30)
     * @param date   not before the consents of the new mentor (E4)
     * @return id of the order
     */
    public UUID assign(UUID replacementId, String number, LocalDate date) {
        Replacement replacement = locks.held(get(replacementId));
        Mentorship pair = pairOf(replacementId);
        pair.work(organisations.today(pair.organisationId())).require("Дата приказа", date);
        locks.holdPeople(List.of(replacement.newMentorId()));
        presence.require(
                replacement.organisationId(),
                List.of(replacement.newMentorId()),
                pair.openPeriod(date, date),
                "Прекратите пару на странице «Пары и группы»: наставляемый останется в поиске.");
        pairConsents.requireBefore(pair, replacement.newMentorId(), date);
        LocalDate earliest = replacement.releasedOn() == null ? pair.periodFrom() : replacement.releasedOn();
        if (date.isBefore(earliest)) {
            throw Refusal.invalid("Новый наставник начинает не раньше " + RussianDate.of(earliest)
                    + ". Укажите дату приказа не раньше этого дня.");
        }
        UUID orderId = acts.issue(
                replacement.organisationId(),
                pair.programmeId(),
                ActKind.REPLACEMENT_ORDER,
                PairOrders.REPLACEMENT_TITLE,
                orders.replacement(pair, replacement, orderOf(pair), date),
                number,
                date);
        replacement.order(orderId);
        replacement.releaseByOrder(date);
        replacements.flush();
        return orderId;
    }

    private @Nullable String orderOf(Mentorship pair) {
        return pair.orderId() == null ? null : acts.get(pair.orderId()).requisites();
    }

    /** Puts the new mentor into the pair, as the order says; a suspended pair goes on. */
    public void replace(UUID replacementId) {
        Replacement replacement = get(replacementId);
        if (replacement.orderId() == null) {
            throw Refusal.wrongState("Сначала зарегистрируйте приказ о замене наставника.");
        }
        Mentorship pair = locks.held(pairOf(replacementId));
        if (pair.mentorId().equals(replacement.newMentorId())) {
            return;
        }
        LocalDate from = acts.get(replacement.orderId()).journalDate();
        boolean suspended = pair.state() == Mentorship.State.SUSPENDED;
        pair.endMentor(from.minusDays(1), replacement.groundWording());
        presence.trim(pair);
        pairs.flush();
        pair.workWith(replacement.newMentorId(), from, replacement.orderId());
        if (suspended) {
            pair.resume();
        }
        pairs.flush();
        programmes.withdrawDraft(pair.id());
        supports.matched(pair.menteeIds());
        events.publishEvent(suspended ? new PairResumed(pair.id()) : new MentorReplaced(pair.id()));
    }

    /** The old mentor, or somebody in their words, tells the new one what matters. */
    public void handOver(UUID replacementId, @Nullable String handover, Decider formerMentor, Entry entry) {
        Replacement replacement = locks.held(get(replacementId));
        if (handover == null) {
            throw Refusal.invalid("Напишите, что важно знать новому наставнику.");
        }
        replacement.handOver(handover);
        record(replacement, ReplacementVerdict.HAND_OVER, null, formerMentor, entry);
    }

    /** @return what the former mentor has written to the pair's mentor of today; empty when nobody has handed over */
    @Transactional(readOnly = true)
    public Optional<String> handoverTo(Mentorship pair) {
        return replacements
                .findByMentorshipIdAndNewMentorIdAndState(pair.id(), pair.mentorId(), Replacement.State.DONE)
                .stream()
                .max(Comparator.comparing(Replacement::requestedOn))
                .map(Replacement::handover);
    }

    /** The rest of the pair's period counts; a group takes no place. */
    private void requirePlace(Replacement replacement, UUID mentorId) {
        Mentorship pair = pairOf(replacement.id());
        if (pair.kind() == PairKind.INDIVIDUAL) {
            LocalDate today = organisations.today(replacement.organisationId());
            workload.requirePlaces(
                    replacement.organisationId(), Map.of(mentorId, List.of(pair.openPeriod(today, today))));
        }
    }

    /** Nobody takes a pair over who has left, or leaves before it ends. */
    private void requirePresent(Replacement replacement, UUID mentorId) {
        LocalDate today = organisations.today(replacement.organisationId());
        presence.require(
                replacement.organisationId(),
                List.of(mentorId),
                pairOf(replacement.id()).openPeriod(today, today),
                "Выберите другого наставника.");
    }

    private boolean employee(Replacement replacement, UUID personId) {
        return warning.protects(replacement.organisationId(), personId);
    }

    private void record(
            Replacement replacement,
            ReplacementVerdict verdict,
            @Nullable String remark,
            Decider decider,
            Entry entry) {
        decisions.record(replacement.organisationId(), verdict, replacement.id(), null, remark, decider, entry);
    }
}
