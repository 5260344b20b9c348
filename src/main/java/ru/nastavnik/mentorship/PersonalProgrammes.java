package ru.nastavnik.mentorship;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.mentorship.MentorshipEvents.PersonalProgrammeApproved;
import ru.nastavnik.mentorship.MentorshipEvents.PersonalProgrammeDrafted;
import ru.nastavnik.mentorship.MentorshipEvents.PersonalProgrammeReturned;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.roadmap.Roadmap;
import ru.nastavnik.shared.DayBounds;
import ru.nastavnik.shared.Decider;
import ru.nastavnik.shared.Decisions;
import ru.nastavnik.shared.Entry;
import ru.nastavnik.shared.Known;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.SchoolClock;

/** The personal programmes of pairs and groups: drafted by the mentor, decided by the director (E17). */
@Service
@Transactional
public class PersonalProgrammes {

    /**
     * A programme that waits for the director.
     *
     * @param version the text that is decided on
     */
    public record Drafted(Mentorship pair, PersonalProgrammeVersion version) {}

    private final PersonalProgrammeRepository programmes;
    private final PersonalProgrammeVersionRepository versions;
    private final MentorshipRepository pairs;
    private final PairLabels labels;
    private final RowLocks locks;
    private final Decisions decisions;
    private final SchoolClock clock;
    private final ApplicationEventPublisher events;
    private final Roadmap roadmap;
    private final Organisations organisations;

    PersonalProgrammes(
            PersonalProgrammeRepository programmes,
            PersonalProgrammeVersionRepository versions,
            MentorshipRepository pairs,
            PairLabels labels,
            RowLocks locks,
            Decisions decisions,
            SchoolClock clock,
            ApplicationEventPublisher events,
            Roadmap roadmap,
            Organisations organisations) {
        this.programmes = programmes;
        this.versions = versions;
        this.pairs = pairs;
        this.labels = labels;
        this.locks = locks;
        this.decisions = decisions;
        this.clock = clock;
        this.events = events;
        this.roadmap = roadmap;
        this.organisations = organisations;
    }

    /** @return the pair's programme; empty until its first version is drafted */
    @Transactional(readOnly = true)
    public Optional<PersonalProgramme> of(UUID mentorshipId) {
        return programmes.findByMentorshipId(mentorshipId);
    }

    /** @return the programmes of these pairs that have one, by pair */
    @Transactional(readOnly = true)
    public Map<UUID, PersonalProgramme> of(Collection<UUID> mentorshipIds) {
        return mentorshipIds.isEmpty()
                ? Map.of()
                : programmes.findByMentorshipIdIn(mentorshipIds).stream()
                        .collect(Collectors.toMap(PersonalProgramme::mentorshipId, Function.identity()));
    }

    @Transactional(readOnly = true)
    public boolean approved(UUID mentorshipId) {
        return of(mentorshipId)
                .filter(programme -> programme.state() == PersonalProgramme.State.APPROVED)
                .isPresent();
    }

    /** @return the newest version of the pair's programme, whatever has been decided on it */
    @Transactional(readOnly = true)
    public Optional<PersonalProgrammeVersion> newest(UUID mentorshipId) {
        return of(mentorshipId)
                .flatMap(programme -> versions.findFirstByPersonalProgrammeIdOrderByNumberDesc(programme.id()));
    }

    /**
     * Puts a new version of the pair's programme before the director.
     *
     * @param content what will be done, each on a line of its own
     */
    public void draft(UUID mentorshipId, @Nullable String goal, @Nullable String content) {
        if (goal == null) {
            throw Refusal.invalid("Напишите цель работы пары.");
        }
        if (content == null) {
            throw Refusal.invalid("Напишите, что будете делать.");
        }
        locks.held(pair(mentorshipId)).requireAtWork();
        PersonalProgramme programme =
                of(mentorshipId).orElseGet(() -> programmes.save(new PersonalProgramme(mentorshipId)));
        programme.draft();
        programmes.flush();
        int number = versions.countByPersonalProgrammeId(programme.id()) + 1;
        versions.saveAndFlush(new PersonalProgrammeVersion(programme.id(), number, goal, content, clock.instant()));
        events.publishEvent(new PersonalProgrammeDrafted(mentorshipId));
    }

    private Mentorship pair(UUID mentorshipId) {
        return pairs.findById(mentorshipId).orElseThrow(() -> Refusal.notFound("Такой пары нет."));
    }

    /** A draft that nobody has decided on yet is looked at anew by whoever goes on. */
    void withdrawDraft(UUID mentorshipId) {
        of(mentorshipId).ifPresent(PersonalProgramme::withdrawDraft);
        programmes.flush();
    }

    /** @return the programmes of working pairs that wait for the director, by the day on which the pair begins */
    @Transactional(readOnly = true)
    public List<Drafted> toApprove(UUID programmeId) {
        List<Mentorship> waiting = pairs.awaitingProgrammeDecision(programmeId);
        Map<UUID, PersonalProgramme> drafted =
                of(waiting.stream().map(Mentorship::id).toList());
        Map<UUID, PersonalProgrammeVersion> newest = drafted.isEmpty()
                ? Map.of()
                : versions
                        .newestOf(drafted.values().stream()
                                .map(PersonalProgramme::id)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(PersonalProgrammeVersion::personalProgrammeId, Function.identity()));
        return waiting.stream()
                .map(pair -> new Drafted(
                        pair, Known.in(newest, Known.in(drafted, pair.id()).id())))
                .toList();
    }

    @Transactional(readOnly = true)
    public boolean anyToApprove(UUID programmeId) {
        return !pairs.awaitingProgrammeDecision(programmeId).isEmpty();
    }

    /** @return days on which the programmes that wait can be decided on: the first of their pairs works */
    @Transactional(readOnly = true)
    public DayBounds decisionDays(UUID programmeId) {
        DayBounds days = DayBounds.untilToday(
                organisations.today(roadmap.programme(programmeId).organisationId()));
        return toApprove(programmeId).stream()
                .map(drafted -> drafted.pair().periodFrom())
                .min(Comparator.naturalOrder())
                .map(first -> days.notBefore(first, "начало работы первой из этих пар"))
                .orElse(days);
    }

    /**
     * The director's decision on the personal programmes (E17): on the versions that wait for it.
     *
     * @param approvedIds pairs whose programmes are approved; the rest goes back
     * @param remark      why the rest goes back; demanded when there is a rest
     */
    public void decide(
            UUID programmeId, Collection<UUID> approvedIds, @Nullable String remark, Decider decider, Entry entry) {
        List<Mentorship> waiting = locks.held(pairs.awaitingProgrammeDecision(programmeId));
        List<Drafted> drafted = toApprove(programmeId);
        Set<UUID> approved = new HashSet<>(approvedIds);
        if (drafted.size() < waiting.size()
                || !drafted.stream()
                        .map(one -> one.pair().id())
                        .collect(Collectors.toSet())
                        .containsAll(approved)) {
            throw Refusal.wrongState("Список программ изменился. Откройте задачу заново.");
        }
        List<Mentorship> rest = drafted.stream()
                .map(Drafted::pair)
                .filter(pair -> !approved.contains(pair.id()))
                .toList();
        if (!rest.isEmpty() && remark == null) {
            throw Refusal.invalid(
                    "Не отмечены: " + String.join("; ", labels.of(rest).values())
                            + ". Отметьте их или напишите замечание: с ним программы вернутся на доработку.");
        }
        Map<UUID, PersonalProgramme> byPair =
                of(drafted.stream().map(one -> one.pair().id()).toList());
        drafted.stream()
                .sorted(Comparator.comparing(one -> one.pair().id()))
                .forEach(one -> decide(
                        one,
                        Known.in(byPair, one.pair().id()),
                        approved.contains(one.pair().id()) ? null : remark,
                        decider,
                        entry));
        programmes.flush();
        drafted.forEach(one -> events.publishEvent(
                approved.contains(one.pair().id())
                        ? new PersonalProgrammeApproved(one.pair().id())
                        : new PersonalProgrammeReturned(one.pair().id())));
    }

    /** @param remark null when the version is approved */
    private void decide(
            Drafted drafted, PersonalProgramme programme, @Nullable String remark, Decider decider, Entry entry) {
        if (remark == null) {
            programme.approve();
        } else {
            programme.sendBack();
        }
        decisions.record(
                drafted.pair().organisationId(),
                remark == null ? PersonalProgrammeVerdict.APPROVE : PersonalProgrammeVerdict.RETURN,
                programme.id(),
                drafted.version().id(),
                remark,
                decider,
                entry);
    }
}
