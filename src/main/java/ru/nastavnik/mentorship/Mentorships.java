package ru.nastavnik.mentorship;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.mentorship.Mentorship.ProgrammeState;
import ru.nastavnik.mentorship.Mentorship.ResultKind;
import ru.nastavnik.mentorship.Mentorship.State;
import ru.nastavnik.mentorship.MentorshipEvents.PairEnded;
import ru.nastavnik.mentorship.MentorshipEvents.PairFinishing;
import ru.nastavnik.mentorship.MentorshipEvents.PairTerminated;
import ru.nastavnik.mentorship.MentorshipEvents.PersonalProgrammeApproved;
import ru.nastavnik.mentorship.MentorshipEvents.PersonalProgrammeDrafted;
import ru.nastavnik.mentorship.MentorshipEvents.PersonalProgrammeReturned;
import ru.nastavnik.mentorship.MentorshipEvents.ReplacementCancelled;
import ru.nastavnik.mentorship.MentorshipEvents.SearchEnded;
import ru.nastavnik.mentorship.MentorshipEvents.SupportCancelled;
import ru.nastavnik.mentorship.Replacement.Initiative;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.organisation.People;
import ru.nastavnik.participants.Participant;
import ru.nastavnik.participants.Participants;
import ru.nastavnik.shared.Decider;
import ru.nastavnik.shared.Decisions;
import ru.nastavnik.shared.Entry;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.RussianDate;
import ru.nastavnik.shared.SchoolClock;

/** The work of pairs from their order to their end. */
@Service
@Transactional
public class Mentorships {

    private static final String MEETING = "meeting";
    private static final String MENTEE_DECLINED = "Наставляемый отказался от поиска нового наставника";
    private static final Set<State> AT_WORK = EnumSet.of(State.ACTIVE, State.SUSPENDED);

    private final MentorshipRepository pairs;
    private final MeetingRepository meetings;
    private final SilentMonthRepository silentMonths;
    private final ReplacementRepository replacements;
    private final PairListRepository lists;
    private final UnmatchedSupports supports;
    private final Workload workload;
    private final EmployerWarning warning;
    private final RowLocks locks;
    private final Participants participants;
    private final Organisations organisations;
    private final People people;
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
            Workload workload,
            EmployerWarning warning,
            RowLocks locks,
            Participants participants,
            Organisations organisations,
            People people,
            Decisions decisions,
            SchoolClock clock,
            ApplicationEventPublisher events) {
        this.pairs = pairs;
        this.meetings = meetings;
        this.silentMonths = silentMonths;
        this.replacements = replacements;
        this.lists = lists;
        this.supports = supports;
        this.workload = workload;
        this.warning = warning;
        this.locks = locks;
        this.participants = participants;
        this.organisations = organisations;
        this.people = people;
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

    /** @return how many mentees this person has or is to get by a decision already made (E7) */
    @Transactional(readOnly = true)
    public int load(UUID mentorId) {
        return workload.of(mentorId);
    }

    /** @return «1 из 2» */
    @Transactional(readOnly = true)
    public String loadLabel(UUID organisationId, UUID mentorId) {
        return workload.of(mentorId) + " из " + workload.max(organisationId);
    }

    /** @return «Иванова А. П. — Петров П. П.»: the mentor and the mentee */
    @Transactional(readOnly = true)
    public String label(UUID mentorshipId) {
        Mentorship pair = get(mentorshipId);
        return people.shortName(pair.mentorId()) + " — " + people.shortName(pair.menteeId());
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

    /** @return the days for which a meeting can be marked now, oldest first */
    @Transactional(readOnly = true)
    public List<LocalDate> unmarkedDays(UUID mentorshipId) {
        Mentorship pair = get(mentorshipId);
        return MeetingDays.unmarked(
                pair.period(),
                today(pair),
                lastMarkedOn(pair),
                meetings(mentorshipId).stream().map(Meeting::heldOn).toList());
    }

    /** @return the day on which meetings, or that there were none, were last marked; null when they never were */
    private LocalDate lastMarkedOn(Mentorship pair) {
        ZoneId zone = organisations.get(pair.organisationId()).zone();
        return decisions.about(pair.id()).stream()
                .filter(record -> record.subjectKind().equals(MEETING))
                .map(record -> LocalDate.ofInstant(record.recordedAt(), zone))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /**
     * Marks the days on which the pair has met. What kind of meeting each was follows from their order (E18).
     *
     * @param entry through which door it was told; each meeting happened on its own day
     */
    public void markMeetings(UUID mentorshipId, Collection<LocalDate> days, Decider decider, Entry entry) {
        Mentorship pair = locks.held(get(mentorshipId));
        requireAtWork(pair);
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
            UUID decision = recordMeeting(pair, day, "HELD", decider, entry);
            meetings.save(new Meeting(mentorshipId, day, MeetingKind.REGULAR, decision));
        }
        meetings.flush();
        nameInOrder(mentorshipId);
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
    public void markSilence(UUID mentorshipId, String reason, Decider decider, Entry entry) {
        Mentorship pair = locks.held(get(mentorshipId));
        requireAtWork(pair);
        LocalDate today = today(pair);
        if (today.isBefore(pair.period().from())) {
            throw Refusal.wrongState(
                    "Пара работает с " + RussianDate.of(pair.period().from()) + ". Отметьте встречи после этого дня.");
        }
        recordMeeting(pair, entry.happenedOn(), "NONE", decider, entry);
        silentMonths.saveAndFlush(new SilentMonth(mentorshipId, today, reason));
    }

    /** @return why the pair has not met, as was said; null when the curator has already found out */
    @Transactional(readOnly = true)
    public String silenceReason(UUID mentorshipId) {
        return silentMonths
                .findFirstByMentorshipIdAndConclusionIsNullOrderByMarkedOnDesc(mentorshipId)
                .map(SilentMonth::reason)
                .orElse(null);
    }

    /** Writes down what the curator has found out about the last month without meetings. */
    public void clarifySilence(UUID mentorshipId, String conclusion) {
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

    /** Puts the pair's personal programme before the director. */
    public void draftProgramme(UUID mentorshipId, String goal, String content) {
        locks.held(get(mentorshipId)).draftProgramme(goal, content);
        pairs.flush();
        events.publishEvent(new PersonalProgrammeDrafted(mentorshipId));
    }

    /** @return pairs of the programme whose personal programmes wait for the director */
    @Transactional(readOnly = true)
    public List<Mentorship> programmesToApprove(UUID programmeId) {
        return pairs.awaitingProgrammeDecision(programmeId);
    }

    /**
     * The director's decision on the personal programmes (E17).
     *
     * @param approvedIds pairs whose programmes are approved; the rest goes back
     * @param remark      why the rest goes back; demanded when there is a rest
     */
    public void decideProgrammes(
            UUID programmeId, Collection<UUID> approvedIds, String remark, Decider decider, Entry entry) {
        List<Mentorship> drafted = programmesToApprove(programmeId);
        Set<UUID> approved = new HashSet<>(approvedIds);
        if (!drafted.stream().map(Mentorship::id).collect(Collectors.toSet()).containsAll(approved)) {
            throw Refusal.wrongState("Список программ изменился. Откройте задачу заново.");
        }
        List<Mentorship> rest =
                drafted.stream().filter(pair -> !approved.contains(pair.id())).toList();
        if (!rest.isEmpty() && remark == null) {
            throw Refusal.invalid("Не отмечены: "
                    + rest.stream().map(pair -> label(pair.id())).collect(Collectors.joining("; "))
                    + ". Отметьте их или напишите замечание: с ним программы вернутся на доработку.");
        }
        drafted.stream().sorted(Comparator.comparing(Mentorship::id)).forEach(pair -> {
            locks.held(pair);
            boolean approve = approved.contains(pair.id());
            if (approve) {
                pair.approveProgramme();
            } else {
                pair.returnProgramme();
            }
            decisions.record(
                    pair.organisationId(),
                    "personalProgramme",
                    pair.id(),
                    approve ? "APPROVE" : "RETURN",
                    approve ? null : remark,
                    decider,
                    entry);
        });
        pairs.flush();
        drafted.forEach(pair -> events.publishEvent(
                pair.programmeState() == ProgrammeState.APPROVED
                        ? new PersonalProgrammeApproved(pair.id())
                        : new PersonalProgrammeReturned(pair.id())));
    }

    /** @return whether pairs of the programme work and every one of them has an approved personal programme (S2-5.2) */
    @Transactional(readOnly = true)
    public boolean everyPairHasProgramme(UUID programmeId) {
        return pairs.existsByProgrammeIdAndStateIn(programmeId, State.WORKING)
                && pairs.countWithoutProgramme(programmeId, State.WORKING) == 0;
    }

    /** @return whether no pair list of the programme is open, no pair works and nobody is without a mentor */
    @Transactional(readOnly = true)
    public boolean workComplete(UUID programmeId) {
        return !lists.existsByProgrammeIdAndClosedAtIsNull(programmeId)
                && !pairs.existsByProgrammeIdAndStateIn(programmeId, State.WORKING)
                && supports.openOnes(programmeId).isEmpty();
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
        decisions.record(pair.organisationId(), "mentorship", pair.id(), "FINISH_EARLY", reason, mentor, mentorEntry);
        decisions.record(pair.organisationId(), "mentorship", pair.id(), "FINISH_EARLY", reason, curator, curatorEntry);
        pairs.flush();
        events.publishEvent(new PairFinishing(mentorshipId));
    }

    /**
     * Writes down the final meeting (S4-R2.24).
     *
     * @param heldOn not before any other meeting
     * @param result what has come out of the work, in the mentor's words
     */
    public void holdFinalMeeting(UUID mentorshipId, LocalDate heldOn, String result, Decider mentor, Entry entry) {
        Mentorship pair = locks.held(get(mentorshipId));
        pair.recordResult(result);
        if (heldOn.isAfter(today(pair)) || heldOn.isBefore(pair.period().from())) {
            throw Refusal.invalid(
                    "Заключительная встреча проходит не раньше начала работы пары и не позже сегодняшнего дня. "
                            + "Проверьте дату.");
        }
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
        UUID decision = recordMeeting(pair, heldOn, "HELD", mentor, entry);
        meetings.findByMentorshipIdAndHeldOn(mentorshipId, heldOn)
                .ifPresentOrElse(
                        sameDay -> sameDay.become(MeetingKind.FINAL_PAIR),
                        () -> meetings.save(new Meeting(mentorshipId, heldOn, MeetingKind.FINAL_PAIR, decision)));
        meetings.flush();
    }

    /** Writes down what the curator thinks of the pair's work. */
    public void sumUp(UUID mentorshipId, ResultKind resultKind, String conclusion, boolean questionnaires) {
        locks.held(get(mentorshipId)).sumUp(resultKind, conclusion, questionnaires);
    }

    /** Ends the pair's work after its final meeting; a second call changes nothing. */
    public void complete(UUID mentorshipId) {
        Mentorship pair = locks.held(get(mentorshipId));
        if (pair.ended()) {
            return;
        }
        pair.complete(meetings.existsByMentorshipIdAndKind(mentorshipId, MeetingKind.FINAL_PAIR), today(pair));
        pairs.flush();
        supports.matched(pair.menteeId());
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
    public void requireEndAllowed(UUID mentorshipId, Initiative initiative, LocalDate noticeOn) {
        Mentorship pair = get(mentorshipId);
        if (initiative == Initiative.EMPLOYER
                && pair.state() == State.ACTIVE
                && warning.protects(pair.organisationId(), pair.mentorId())) {
            LocalDate endsOn = warning.endsOn(pair.organisationId(), noticeOn);
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
        recordTermination(pair, reason, decider, entry);
        supports.openAfter(pair);
        events.publishEvent(new PairEnded(mentorshipId));
    }

    /**
     * Ends the pair at once and the search of its mentee with it: by the mentee's own word only (E24).
     *
     * @param menteeEntry how the mentee has said so
     */
    public void terminateWithSearch(UUID mentorshipId, String reason, Decider decider, Entry entry, Entry menteeEntry) {
        Mentorship pair = end(mentorshipId, reason);
        recordTermination(pair, reason, decider, entry);
        supports.menteeOf(pair.programmeId(), pair.menteeId()).ifPresent(mentee -> {
            boolean supported = supports.decline(mentee, new Decider(mentee.personId(), "Наставляемый"), menteeEntry);
            if (supported) {
                events.publishEvent(new SupportCancelled(mentee.id()));
            }
        });
        events.publishEvent(new PairEnded(mentorshipId));
    }

    /**
     * Ends everything of a programme that has itself been ended: its pairs, lists and supports. Nothing is told: whoever
     * ends a programme ends its work.
     */
    public void endAllOf(UUID programmeId, String reason) {
        endFormingOf(programmeId);
        pairs.findByProgrammeIdAndStateIn(programmeId, AT_WORK).stream()
                .sorted(Comparator.comparing(Mentorship::id))
                .forEach(pair -> {
                    terminated(pair, reason);
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
        for (Mentorship pair : pairs.findByMenteeIdAndStateIn(participant.personId(), State.WORKING)) {
            if (pair.state() != State.SUSPENDED) {
                throw Refusal.wrongState("У наставляемого есть пара: " + label(pair.id()) + ", "
                        + pair.stateTitle().toLowerCase(Locale.ROOT)
                        + ". Если работа не нужна, прекратите её на странице «Пары и группы».");
            }
            recordTermination(end(pair.id(), MENTEE_DECLINED), MENTEE_DECLINED, mentee, entry);
            events.publishEvent(new PairEnded(pair.id()));
        }
        supports.decline(participant, mentee, entry);
        events.publishEvent(new SearchEnded(participantId));
    }

    private void recordTermination(Mentorship pair, String reason, Decider decider, Entry entry) {
        decisions.record(pair.organisationId(), "mentorship", pair.id(), "TERMINATE", reason, decider, entry);
    }

    private Mentorship end(UUID mentorshipId, String reason) {
        Mentorship pair = terminated(get(mentorshipId), reason);
        pairs.flush();
        cancelReplacement(mentorshipId);
        events.publishEvent(new PairTerminated(mentorshipId));
        return pair;
    }

    private Mentorship terminated(Mentorship pair, String reason) {
        locks.held(pair).terminate(reason, today(pair));
        return pair;
    }

    private void cancelReplacement(UUID mentorshipId) {
        replacements
                .findByMentorshipIdAndStateIn(mentorshipId, Replacement.State.OPEN)
                .filter(Replacement::cancel)
                .ifPresent(cancelled -> events.publishEvent(new ReplacementCancelled(cancelled.id())));
    }

    private UUID recordMeeting(Mentorship pair, LocalDate day, String verdict, Decider decider, Entry entry) {
        return decisions.record(
                pair.organisationId(),
                MEETING,
                pair.id(),
                verdict,
                null,
                decider,
                new Entry(entry.door(), day, entry.proof(), entry.recordedBy()));
    }

    private static void requireAtWork(Mentorship pair) {
        if (pair.state() != State.ACTIVE) {
            throw Refusal.wrongState(
                    "Эта пара сейчас не работает: " + pair.stateTitle().toLowerCase(Locale.ROOT) + ".");
        }
    }

    private LocalDate today(Mentorship pair) {
        return organisations.today(pair.organisationId());
    }
}
