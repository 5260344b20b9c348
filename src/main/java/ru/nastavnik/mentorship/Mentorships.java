package ru.nastavnik.mentorship;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.mentorship.Mentorship.ResultKind;
import ru.nastavnik.mentorship.Mentorship.State;
import ru.nastavnik.mentorship.MentorshipEvents.MenteeLeft;
import ru.nastavnik.mentorship.MentorshipEvents.PairEnded;
import ru.nastavnik.mentorship.MentorshipEvents.PairFinishing;
import ru.nastavnik.mentorship.MentorshipEvents.PairRevived;
import ru.nastavnik.mentorship.MentorshipEvents.PairTerminated;
import ru.nastavnik.mentorship.MentorshipEvents.ReplacementCancelled;
import ru.nastavnik.mentorship.MentorshipEvents.SearchEnded;
import ru.nastavnik.mentorship.MentorshipEvents.SupportCancelled;
import ru.nastavnik.mentorship.Replacement.Initiative;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.participants.Participant;
import ru.nastavnik.participants.Participants;
import ru.nastavnik.participants.Side;
import ru.nastavnik.shared.Decider;
import ru.nastavnik.shared.DecisionRecord;
import ru.nastavnik.shared.Decisions;
import ru.nastavnik.shared.Entry;
import ru.nastavnik.shared.Known;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.RussianDate;
import ru.nastavnik.shared.SchoolClock;

/** The work of pairs from their order to their end. */
@Service
@Transactional
public class Mentorships {

    private static final String MENTEE_DECLINED = "Наставляемый отказался от поиска нового наставника";
    private static final Set<State> AT_WORK = EnumSet.of(State.ACTIVE, State.SUSPENDED);

    private final MentorshipRepository pairs;
    private final MeetingRepository meetings;
    private final SilentMonthRepository silentMonths;
    private final ReplacementRepository replacements;
    private final PairListRepository lists;
    private final UnmatchedSupports supports;
    private final PersonalProgrammes programmes;
    private final PairLabels labels;
    private final Workload workload;
    private final EmployerWarning warning;
    private final RowLocks locks;
    private final Presence presence;
    private final Participants participants;
    private final Organisations organisations;
    private final Decisions decisions;
    private final SchoolClock clock;
    private final ApplicationEventPublisher events;

    Mentorships(
            MentorshipRepository pairs,
            MeetingRepository meetings,
            SilentMonthRepository silentMonths,
            ReplacementRepository replacements,
            PairListRepository lists,
            UnmatchedSupports supports,
            PersonalProgrammes programmes,
            PairLabels labels,
            Workload workload,
            EmployerWarning warning,
            RowLocks locks,
            Presence presence,
            Participants participants,
            Organisations organisations,
            Decisions decisions,
            SchoolClock clock,
            ApplicationEventPublisher events) {
        this.pairs = pairs;
        this.meetings = meetings;
        this.silentMonths = silentMonths;
        this.replacements = replacements;
        this.lists = lists;
        this.supports = supports;
        this.programmes = programmes;
        this.labels = labels;
        this.workload = workload;
        this.warning = warning;
        this.locks = locks;
        this.presence = presence;
        this.participants = participants;
        this.organisations = organisations;
        this.decisions = decisions;
        this.clock = clock;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public Mentorship get(UUID mentorshipId) {
        return pairs.findById(mentorshipId).orElseThrow(() -> Refusal.notFound("Такой пары нет."));
    }

    /** @return the programme's pairs that count as working: waiting for the order, at work, suspended */
    @Transactional(readOnly = true)
    public List<Mentorship> workingOf(UUID programmeId) {
        return pairs.findByProgrammeIdAndStateIn(programmeId, State.WORKING);
    }

    /** @return the organisation's pairs that count as working, whatever programme they began in */
    @Transactional(readOnly = true)
    public List<Mentorship> workingIn(UUID organisationId) {
        return pairs.findByOrganisationIdAndStateIn(organisationId, State.WORKING);
    }

    @Transactional(readOnly = true)
    public List<Mentorship> endedIn(UUID organisationId) {
        return pairs.findByOrganisationIdAndStateIn(organisationId, State.ENDED);
    }

    /** @return «1 из 2», «1 из 2, групп: 1»: what this mentor does or is to do by a decision already made (E7) */
    @Transactional(readOnly = true)
    public String loadLabel(UUID organisationId, UUID mentorId) {
        return Known.in(loadLabels(organisationId, List.of(mentorId)), mentorId);
    }

    /** @return the same of each of these mentors */
    @Transactional(readOnly = true)
    public Map<UUID, String> loadLabels(UUID organisationId, Collection<UUID> mentorIds) {
        int max = workload.max(organisationId);
        return workload.of(organisationId, mentorIds).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, load -> load.getValue().label(max)));
    }

    /** @return «Иванова А. П. — Петров П. П.»: the mentor and the mentees */
    @Transactional(readOnly = true)
    public String label(UUID mentorshipId) {
        return labels.of(get(mentorshipId));
    }

    /** @return the pair's meetings by date */
    @Transactional(readOnly = true)
    public List<Meeting> meetings(UUID mentorshipId) {
        return meetings.findByMentorshipIdOrderByHeldOn(mentorshipId);
    }

    /** @return the day of the last meeting of each of these pairs that has met */
    @Transactional(readOnly = true)
    public Map<UUID, LocalDate> lastMeetings(Collection<UUID> mentorshipIds) {
        return mentorshipIds.isEmpty()
                ? Map.of()
                : meetings.lastOf(mentorshipIds).stream()
                        .collect(
                                Collectors.toMap(MeetingRepository.Last::mentorshipId, MeetingRepository.Last::heldOn));
    }

    /** @return the days for which a meeting can be marked now, oldest first: none on which there was no mentor */
    @Transactional(readOnly = true)
    public List<LocalDate> unmarkedDays(UUID mentorshipId) {
        Mentorship pair = get(mentorshipId);
        return MeetingDays.unmarked(
                        pair.period(),
                        today(pair),
                        pair.markedOn(),
                        meetings(mentorshipId).stream().map(Meeting::heldOn).toList())
                .stream()
                .filter(pair::hasMentorOn)
                .toList();
    }

    /**
     * Marks the days on which the pair has met. What kind of meeting each was follows from their order (E18).
     *
     * @param metIds which mentees have met; asked of a group only, in a pair everybody does
     * @param entry  through which door it was told; each meeting happened on its own day
     */
    public void markMeetings(
            UUID mentorshipId, Collection<LocalDate> days, Collection<UUID> metIds, Decider decider, Entry entry) {
        Mentorship pair = locks.held(get(mentorshipId));
        pair.requireAtWorkOrFinishing();
        if (meetings.existsByMentorshipIdAndKind(mentorshipId, MeetingKind.FINAL_PAIR)) {
            throw Refusal.wrongState("Заключительная встреча уже отмечена, других после неё не отмечают.");
        }
        if (days.isEmpty()) {
            throw Refusal.invalid("Отметьте дни, когда встречались, или «Встреч не было».");
        }
        List<LocalDate> unmarked = unmarkedDays(mentorshipId);
        for (LocalDate day : new TreeSet<>(days)) {
            if (meetings.findByMentorshipIdAndHeldOn(mentorshipId, day).isPresent()) {
                throw Refusal.wrongState(
                        "Встреча " + RussianDate.of(day) + " уже отмечена. Повторно ничего не записано.");
            }
            if (!unmarked.contains(day)) {
                throw Refusal.invalid("День " + RussianDate.of(day) + " отметить нельзя. Выберите день из списка.");
            }
            Set<UUID> attendees = attendees(pair, day, metIds);
            UUID decision = recordMeeting(pair, day, MeetingVerdict.HELD, decider, entry);
            meetings.save(new Meeting(mentorshipId, day, MeetingKind.REGULAR, decision, attendees));
        }
        meetings.flush();
        nameInOrder(mentorshipId);
        pair.marked(today(pair));
    }

    /** @return the members who met: the mentor of that day, and of the mentees of that day those who came */
    private static Set<UUID> attendees(Mentorship pair, LocalDate day, Collection<UUID> metIds) {
        boolean group = pair.kind() == PairKind.GROUP;
        List<MentorshipMember> met = pair.membersOn(day).stream()
                .filter(member -> !group || member.side() == Side.MENTOR || metIds.contains(member.personId()))
                .toList();
        if (met.stream().noneMatch(member -> member.side() == Side.MENTEE)) {
            throw Refusal.invalid(
                    "Отметьте, кто из наставляемых был на встрече " + RussianDate.of(day) + ", или «Встреч не было».");
        }
        return met.stream().map(MentorshipMember::id).collect(Collectors.toSet());
    }

    private void nameInOrder(UUID mentorshipId) {
        int position = 0;
        for (Meeting meeting : meetings(mentorshipId)) {
            if (!meeting.isFinal()) {
                meeting.become(MeetingKind.inOrder(position++));
            }
        }
    }

    /** Writes down that the pair has not met in the last month. */
    public void markSilence(UUID mentorshipId, @Nullable String reason, Decider decider, Entry entry) {
        if (reason == null) {
            throw Refusal.invalid("Напишите, почему встреч не было.");
        }
        Mentorship pair = locks.held(get(mentorshipId));
        pair.requireAtWorkOrFinishing();
        LocalDate today = today(pair);
        if (today.isBefore(pair.period().from())) {
            throw Refusal.wrongState(
                    "Пара работает с " + RussianDate.of(pair.period().from()) + ". Отметьте встречи после этого дня.");
        }
        recordMeeting(pair, entry.happenedOn(), MeetingVerdict.NONE, decider, entry);
        pair.marked(today);
        silentMonths.saveAndFlush(new SilentMonth(mentorshipId, today, reason));
    }

    /** @return why the pair has not met, as was said; null when the curator has already found out */
    @Transactional(readOnly = true)
    public @Nullable String silenceReason(UUID mentorshipId) {
        return silentMonths
                .findFirstByMentorshipIdAndConclusionIsNullOrderByMarkedOnDesc(mentorshipId)
                .map(SilentMonth::reason)
                .orElse(null);
    }

    /** Writes down what the curator has found out about the last month without meetings. */
    public void clarifySilence(UUID mentorshipId, @Nullable String conclusion) {
        if (conclusion == null) {
            throw Refusal.invalid("Напишите, что выяснили и решили.");
        }
        silentMonths
                .findFirstByMentorshipIdAndConclusionIsNullOrderByMarkedOnDesc(mentorshipId)
                .orElseThrow(() -> Refusal.wrongState("Вывод по этому месяцу уже записан."))
                .conclude(conclusion);
    }

    /** @return whether the pair's period has passed or is in its last days: the final meeting is next */
    @Transactional(readOnly = true)
    public boolean workPeriodOver(UUID mentorshipId) {
        Mentorship pair = get(mentorshipId);
        return MeetingDays.workPeriodOver(pair.period(), today(pair));
    }

    /** @throws Refusal while pairs of the programme work or are being formed: the stage of their work goes on */
    @Transactional(readOnly = true)
    public void requireNoneAtWork(UUID programmeId) {
        if (lists.existsByProgrammeIdAndClosedAtIsNull(programmeId)
                || pairs.existsByProgrammeIdAndStateIn(programmeId, State.WORKING)) {
            throw Refusal.wrongState("Пары ещё работают или подбираются: этап идёт. "
                    + "Сначала завершите их работу и подбор на странице «Пары и группы».");
        }
    }

    /**
     * Decides to finish before the period's end, in agreement of mentor and curator (S4-2.7.2, E9).
     *
     * @param mentorEntry  how the mentor agreed
     * @param curatorEntry how the curator agreed
     */
    public void finishEarly(
            UUID mentorshipId, String reason, Decider mentor, Entry mentorEntry, Decider curator, Entry curatorEntry) {
        Mentorship pair = locks.held(get(mentorshipId));
        if (replacements
                .findByMentorshipIdAndStateIn(mentorshipId, Replacement.State.OPEN)
                .isPresent()) {
            throw Refusal.wrongState(
                    "По этой паре решается замена наставника. Сначала завершите её или прекратите пару.");
        }
        pair.finishEarly(reason);
        record(pair, MentorshipVerdict.FINISH_EARLY, reason, mentor, mentorEntry);
        record(pair, MentorshipVerdict.FINISH_EARLY, reason, curator, curatorEntry);
        pairs.flush();
        programmes.withdrawDraft(mentorshipId);
        events.publishEvent(new PairFinishing(mentorshipId));
    }

    /**
     * Writes down the final meeting (S4-R2.24).
     *
     * @param heldOn not before any other meeting
     * @param metIds which mentees have met; asked of a group only, in a pair everybody does
     * @param result what has come out of the work, in the mentor's words
     */
    public void holdFinalMeeting(
            UUID mentorshipId,
            LocalDate heldOn,
            Collection<UUID> metIds,
            @Nullable String result,
            Decider mentor,
            Entry entry) {
        Mentorship pair = locks.held(get(mentorshipId));
        pair.recordResult(result);
        pair.work(today(pair)).require("Дата встречи", heldOn);
        List<Meeting> held = meetings(mentorshipId);
        if (held.stream().anyMatch(Meeting::isFinal)) {
            throw Refusal.wrongState("Заключительная встреча уже отмечена. Повторно ничего не записано.");
        }
        held.stream()
                .map(Meeting::heldOn)
                .filter(day -> day.isAfter(heldOn))
                .findFirst()
                .ifPresent(later -> {
                    throw Refusal.invalid("Заключительная встреча не может быть раньше встречи " + RussianDate.of(later)
                            + ". Проверьте дату.");
                });
        UUID decision = recordMeeting(pair, heldOn, MeetingVerdict.HELD, mentor, entry);
        meetings.findByMentorshipIdAndHeldOn(mentorshipId, heldOn)
                .ifPresentOrElse(
                        sameDay -> sameDay.become(MeetingKind.FINAL_PAIR),
                        () -> meetings.save(new Meeting(
                                mentorshipId,
                                heldOn,
                                MeetingKind.FINAL_PAIR,
                                decision,
                                attendees(pair, heldOn, metIds))));
        meetings.flush();
    }

    /** Writes down what the curator thinks of the pair's work. */
    public void sumUp(UUID mentorshipId, ResultKind resultKind, @Nullable String conclusion, boolean questionnaires) {
        locks.held(get(mentorshipId)).sumUp(resultKind, conclusion, questionnaires);
    }

    /** Ends the pair's work after its final meeting; a second call changes nothing. */
    public void complete(UUID mentorshipId) {
        Mentorship pair = locks.held(get(mentorshipId));
        if (pair.ended()) {
            return;
        }
        pair.complete(meetings.existsByMentorshipIdAndKind(mentorshipId, MeetingKind.FINAL_PAIR), today(pair));
        presence.trim(pair);
        pairs.flush();
        supports.matched(pair.menteeIds());
        cancelReplacement(mentorshipId);
        events.publishEvent(new PairEnded(mentorshipId));
    }

    /**
     * Whether a pair at work may be ended at once by whoever wants it.
     *
     * @param noticeOn when the school has warned the mentor; asked only where the school takes an employee's work away
     * @throws Refusal while the mentor works through the warning (E6)
     */
    @Transactional(readOnly = true)
    public void requireEndAllowed(UUID mentorshipId, Initiative initiative, @Nullable LocalDate noticeOn) {
        Mentorship pair = get(mentorshipId);
        if (initiative == Initiative.EMPLOYER
                && pair.state() == State.ACTIVE
                && warning.protects(pair.organisationId(), pair.mentorId())) {
            LocalDate endsOn = warning.endsOn(pair, noticeOn);
            if (!today(pair).isAfter(endsOn)) {
                throw Refusal.wrongState(
                        "Школа предупреждает наставника за три рабочих дня (статья 351.8 Трудового кодекса): "
                                + "пара работает по " + RussianDate.of(endsOn)
                                + " включительно. Прекратите её после этого дня.");
            }
        }
    }

    /**
     * Ends the pair at once, without a final meeting; its mentee searches on.
     *
     * @param reason why
     */
    public void terminate(UUID mentorshipId, String reason, Decider decider, Entry entry) {
        Mentorship pair = end(mentorshipId, reason);
        record(pair, MentorshipVerdict.TERMINATE, reason, decider, entry);
        supports.openAfter(pair);
        events.publishEvent(new PairEnded(mentorshipId));
    }

    /**
     * Ends the pair at once and the search of its mentee with it: by the mentee's own word only (E24).
     *
     * @param menteeEntry how the mentee has said so
     */
    public void terminateWithSearch(UUID mentorshipId, String reason, Decider decider, Entry entry, Entry menteeEntry) {
        if (get(mentorshipId).mentees().size() > 1) {
            throw Refusal.invalid("Поиск завершает каждый наставляемый сам: отметьте тех, кто отказался, "
                    + "в «Наставляемый выходит из группы».");
        }
        Mentorship pair = end(mentorshipId, reason);
        record(pair, MentorshipVerdict.TERMINATE, reason, decider, entry);
        pair.menteeIds().forEach(menteeId -> declineSearch(pair, menteeId, menteeEntry));
        events.publishEvent(new PairEnded(mentorshipId));
    }

    /**
     * What was ended or dropped by mistake goes on.
     *
     * @param pair   held
     * @param before where it stood
     */
    void revive(Mentorship pair, State before) {
        String early = decisions.about(pair.id()).stream()
                .filter(record -> record.is(MentorshipVerdict.FINISH_EARLY))
                .map(DecisionRecord::remark)
                .reduce((first, second) -> second)
                .orElse(null);
        pair.revive(before, early);
        pairs.flush();
        programmes.withdrawDraft(pair.id());
        if (before == State.ACTIVE || before == State.APPROVED) {
            supports.matched(pair.menteeIds());
        }
        if (AT_WORK.contains(before)) {
            events.publishEvent(new PairRevived(pair.id()));
        }
    }

    private void declineSearch(Mentorship pair, UUID menteeId, Entry menteeEntry) {
        supports.menteeOf(pair.programmeId(), menteeId).ifPresent(mentee -> {
            boolean supported =
                    supports.decline(mentee, new Decider(mentee.personId(), Side.MENTEE.title()), menteeEntry);
            if (supported) {
                events.publishEvent(new SupportCancelled(mentee.id()));
            }
        });
    }

    /**
     * One mentee leaves a group, which goes on with the others; with the last one it ends.
     *
     * @param menteeId    person who leaves and searches on
     * @param menteeEntry how the mentee has said that no other mentor is wanted (E24); null when the search goes on
     */
    public void leave(
            UUID mentorshipId,
            UUID menteeId,
            String reason,
            Decider decider,
            Entry entry,
            @Nullable Entry menteeEntry) {
        Mentorship group = locks.held(get(mentorshipId));
        if (!group.menteeIds().contains(menteeId)) {
            throw Refusal.wrongState("Этого человека в группе уже нет. Обновите страницу.");
        }
        if (group.mentees().size() == 1) {
            if (menteeEntry == null) {
                terminate(mentorshipId, reason, decider, entry);
            } else {
                terminateWithSearch(mentorshipId, reason, decider, entry, menteeEntry);
            }
            return;
        }
        group.leave(menteeId, reason, today(group));
        presence.trim(group);
        record(group, MentorshipVerdict.LEAVE, reason, decider, entry);
        pairs.flush();
        if (menteeEntry == null) {
            supports.openAfter(group, menteeId);
        } else {
            declineSearch(group, menteeId, menteeEntry);
        }
        events.publishEvent(new MenteeLeft(mentorshipId));
    }

    /**
     * Ends everything of a programme that has itself been ended: its pairs, lists and supports. Nothing is told: whoever
     * ends a programme ends its work.
     */
    public void endAllOf(UUID programmeId, String reason) {
        endFormingOf(programmeId);
        locks.held(pairs.findByProgrammeIdAndStateIn(programmeId, AT_WORK)).forEach(pair -> {
            pair.terminate(reason, today(pair));
            presence.trim(pair);
            replacements
                    .findByMentorshipIdAndStateIn(pair.id(), Replacement.State.OPEN)
                    .ifPresent(Replacement::cancel);
        });
        pairs.flush();
    }

    /** Ends what a programme has begun and its pairs do not need: lists, pairs that do not work yet, supports. */
    public void endFormingOf(UUID programmeId) {
        pairs.findByProgrammeIdAndStateIn(programmeId, State.IN_LIST).forEach(Mentorship::giveUp);
        lists.findByProgrammeIdAndClosedAtIsNullOrderByOpenedAt(programmeId)
                .forEach(list -> list.close(clock.instant()));
        supports.endWith(programmeId);
        pairs.flush();
    }

    /**
     * The mentee's own word: no mentor is wanted any more. A pair that only waits for a new mentor ends with the search.
     *
     * @throws Refusal when a mentor works with the mentee or has just been approved
     */
    public void endSearch(UUID participantId, Decider mentee, Entry entry) {
        Participant participant = participants.get(participantId);
        for (Mentorship pair : pairs.ofMentee(participant.personId(), State.WORKING)) {
            if (pair.state() != State.SUSPENDED) {
                throw Refusal.wrongState("У наставляемого есть пара: " + label(pair.id()) + ", "
                        + pair.stateTitle().toLowerCase(Locale.ROOT)
                        + ". Если работа не нужна, прекратите её на странице «Пары и группы».");
            }
            if (pair.mentees().size() > 1) {
                Mentorship group = locks.held(pair);
                group.leave(participant.personId(), MENTEE_DECLINED, today(group));
                presence.trim(group);
                record(group, MentorshipVerdict.LEAVE, MENTEE_DECLINED, mentee, entry);
                pairs.flush();
                events.publishEvent(new MenteeLeft(group.id()));
            } else {
                Mentorship ended = end(pair.id(), MENTEE_DECLINED);
                record(ended, MentorshipVerdict.TERMINATE, MENTEE_DECLINED, mentee, entry);
                events.publishEvent(new PairEnded(ended.id()));
            }
        }
        supports.decline(participant, mentee, entry);
        events.publishEvent(new SearchEnded(participantId));
    }

    private void record(Mentorship pair, MentorshipVerdict verdict, String reason, Decider decider, Entry entry) {
        decisions.record(pair.organisationId(), verdict, pair.id(), null, reason, decider, entry);
    }

    private Mentorship end(UUID mentorshipId, String reason) {
        Mentorship pair = locks.held(get(mentorshipId));
        pair.terminate(reason, today(pair));
        presence.trim(pair);
        pairs.flush();
        cancelReplacement(mentorshipId);
        events.publishEvent(new PairTerminated(mentorshipId));
        return pair;
    }

    private void cancelReplacement(UUID mentorshipId) {
        replacements
                .findByMentorshipIdAndStateIn(mentorshipId, Replacement.State.OPEN)
                .filter(Replacement::cancel)
                .ifPresent(cancelled -> events.publishEvent(new ReplacementCancelled(cancelled.id())));
    }

    private UUID recordMeeting(Mentorship pair, LocalDate day, MeetingVerdict verdict, Decider decider, Entry entry) {
        return decisions.record(
                pair.organisationId(),
                verdict,
                pair.id(),
                null,
                null,
                decider,
                new Entry(entry.door(), day, entry.proof(), entry.recordedBy()));
    }

    private LocalDate today(Mentorship pair) {
        return organisations.today(pair.organisationId());
    }
}
