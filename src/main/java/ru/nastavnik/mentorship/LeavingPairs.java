package ru.nastavnik.mentorship;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import ru.nastavnik.consent.LeavingConsents;
import ru.nastavnik.mentorship.Mentorship.State;
import ru.nastavnik.organisation.Departure;
import ru.nastavnik.organisation.DismissalChanges;
import ru.nastavnik.organisation.Leaving;
import ru.nastavnik.organisation.People;
import ru.nastavnik.organisation.Person;
import ru.nastavnik.participants.Participant;
import ru.nastavnik.participants.ParticipantState;
import ru.nastavnik.participants.Participants;
import ru.nastavnik.participants.Side;
import ru.nastavnik.roadmap.OpenProgrammes;
import ru.nastavnik.roadmap.Programme;
import ru.nastavnik.shared.Known;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.RussianDate;
import ru.nastavnik.shared.RussianText;

/**
 * Whoever has left works in no pair: another mentor is searched for the mentees at once, a mentee's pair ends, what was
 * only proposed is dropped, the search for a mentor ends. Of all that hangs on somebody people look at the pairs first.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class LeavingPairs implements Leaving {

    private enum Change {
        PAIR_DROPPED,
        PAIR_ENDED,
        REPLACEMENT_CLOSED,
        MENTEE_LEFT,
        REPLACEMENT_OPENED,
        WARNING_DROPPED,
        MENTOR_RELEASED,
        SEARCH_ANEW,
        SEARCH_ENDED
    }

    /** What becomes of a pair when one of its people leaves. */
    private enum Fate {
        MENTOR_SOUGHT(
                "Наставник в парах",
                "Пары приостановятся, сегодня же появится задача «Подобрать нового наставника» по каждой."),
        MENTOR_RELEASED("Наставник в парах, где уже ищут другого", "Пары приостановятся, замена пойдёт дальше."),
        ENDS_WITH_MENTOR(
                "Наставник в парах, которые ещё не начали работу или завершаются досрочно",
                "Пары прекратятся, наставляемые останутся в поиске."),
        ENDS_WITH_MENTEE("Наставляемый в парах", "Работа этих пар прекратится."),
        MENTEE_LEAVES("Наставляемый в группах", "Группы продолжат работу с остальными."),
        DROPPED("В парах, которые предложены", "Эти пары уйдут из списка."),
        TO_SUM_UP("В парах, которым осталось подвести итоги", "Ничего не изменится: итоги подводит куратор.");

        private final String title;
        private final String then;

        Fate(String title, String then) {
            this.title = title;
            this.then = then;
        }
    }

    private static final Set<State> PROPOSED = EnumSet.of(State.PROPOSED, State.RETURNED);
    private static final Set<State> CONCERNED =
            EnumSet.of(State.PROPOSED, State.RETURNED, State.APPROVED, State.ACTIVE, State.SUSPENDED);

    private final MentorshipRepository pairs;
    private final MeetingRepository meetings;
    private final ReplacementRepository replacements;
    private final PairListRepository lists;
    private final Mentorships mentorships;
    private final Replacements search;
    private final UnmatchedSupports supports;
    private final Workload workload;
    private final PairLabels labels;
    private final RowLocks locks;
    private final Participants participants;
    private final OpenProgrammes programmes;
    private final LeavingConsents consents;
    private final People people;
    private final DismissalChanges changes;

    LeavingPairs(
            MentorshipRepository pairs,
            MeetingRepository meetings,
            ReplacementRepository replacements,
            PairListRepository lists,
            Mentorships mentorships,
            Replacements search,
            UnmatchedSupports supports,
            Workload workload,
            PairLabels labels,
            RowLocks locks,
            Participants participants,
            OpenProgrammes programmes,
            LeavingConsents consents,
            People people,
            DismissalChanges changes) {
        this.pairs = pairs;
        this.meetings = meetings;
        this.replacements = replacements;
        this.lists = lists;
        this.mentorships = mentorships;
        this.search = search;
        this.supports = supports;
        this.workload = workload;
        this.labels = labels;
        this.locks = locks;
        this.participants = participants;
        this.programmes = programmes;
        this.consents = consents;
        this.people = people;
        this.changes = changes;
    }

    @Override
    public List<Touched> touchedBy(UUID organisationId, UUID personId) {
        List<Mentorship> concerned = pairs.of(personId, CONCERNED);
        Map<UUID, String> names = labels.of(concerned);
        Map<Fate, List<String>> byFate = new EnumMap<>(Fate.class);
        concerned.forEach(pair -> byFate.computeIfAbsent(fate(pair, personId), fate -> new ArrayList<>())
                .add(Known.in(names, pair.id()) + ", по " + RussianDate.of(pair.periodTo())));
        List<Touched> touched = new ArrayList<>();
        byFate.forEach((fate, things) -> touched.add(new Touched(
                fate.title,
                things.stream().sorted(RussianText.by(thing -> thing)).toList(),
                fate.then)));
        List<String> choosing = choosing(personId).stream()
                .map(replacement -> mentorships.label(replacement.mentorshipId()))
                .sorted(RussianText.by(thing -> thing))
                .toList();
        if (!choosing.isEmpty()) {
            touched.add(new Touched(
                    "Новый наставник по замене",
                    choosing,
                    "Сегодня же снова появится задача «Подобрать нового наставника»."));
        }
        if (supports.supported(personId)) {
            touched.add(new Touched("Наставляемый без наставника", List.of(), "Поиск наставника закончится."));
        }
        return touched;
    }

    private Fate fate(Mentorship pair, UUID personId) {
        if (PROPOSED.contains(pair.state())) {
            return Fate.DROPPED;
        }
        if (meetings.existsByMentorshipIdAndKind(pair.id(), MeetingKind.FINAL_PAIR)) {
            return Fate.TO_SUM_UP;
        }
        if (pair.menteeIds().contains(personId)) {
            return pair.mentees().size() > 1 ? Fate.MENTEE_LEAVES : Fate.ENDS_WITH_MENTEE;
        }
        if (pair.state() == State.APPROVED || pair.finishing()) {
            return Fate.ENDS_WITH_MENTOR;
        }
        return open(pair).filter(LeavingPairs::goesOn).isPresent() ? Fate.MENTOR_RELEASED : Fate.MENTOR_SOUGHT;
    }

    private Optional<Replacement> open(Mentorship pair) {
        return replacements.findByMentorshipIdAndStateIn(pair.id(), Replacement.State.OPEN);
    }

    /** Whoever leaves need not be warned first, and takes nothing over any more. */
    private static boolean goesOn(Replacement open) {
        return open.orderId() == null && open.warningEndsOn() == null;
    }

    private List<Replacement> choosing(UUID personId) {
        return replacements.choosing(personId, Replacement.State.OPEN);
    }

    @Override
    public void end(Departure departure) {
        UUID personId = departure.personId();
        choosing(personId)
                .forEach(replacement ->
                        changes.note(departure, Change.SEARCH_ANEW, search.searchAnew(replacement), null));
        locks.held(pairs.of(personId, CONCERNED)).forEach(pair -> end(pair, departure));
        supports.left(personId)
                .forEach(participantId -> changes.note(departure, Change.SEARCH_ENDED, participantId, null));
    }

    private void end(Mentorship pair, Departure departure) {
        switch (fate(pair, departure.personId())) {
            case DROPPED -> {
                changes.note(departure, Change.PAIR_DROPPED, pair.id(), pair.state());
                pair.drop();
            }
            case MENTEE_LEAVES -> {
                changes.note(departure, Change.MENTEE_LEFT, pair.id(), null);
                leave(pair, departure);
            }
            case ENDS_WITH_MENTEE -> {
                noteEnd(pair, departure);
                leave(pair, departure);
            }
            case ENDS_WITH_MENTOR -> {
                noteEnd(pair, departure);
                mentorships.terminate(
                        pair.id(), reason(departure, Side.MENTOR), departure.decider(), departure.entry());
            }
            case MENTOR_RELEASED -> {
                Replacement open = open(pair).orElseThrow();
                changes.note(departure, Change.MENTOR_RELEASED, open.id(), pair.state() + " " + open.progress());
                search.releaseDismissed(open, pair, departure.leftOn());
            }
            case MENTOR_SOUGHT -> seek(pair, departure);
            case TO_SUM_UP -> {}
        }
    }

    private void leave(Mentorship pair, Departure departure) {
        requireBegun(pair);
        mentorships.leave(
                pair.id(),
                departure.personId(),
                reason(departure, Side.MENTEE),
                departure.decider(),
                departure.entry(),
                null);
    }

    private void noteEnd(Mentorship pair, Departure departure) {
        requireBegun(pair);
        changes.note(departure, Change.PAIR_ENDED, pair.id(), pair.state());
        open(pair).ifPresent(open -> changes.note(departure, Change.REPLACEMENT_CLOSED, open.id(), null));
    }

    /** Between its order and its first step a pair can be ended by nobody. */
    private void requireBegun(Mentorship pair) {
        if (pair.state() == State.APPROVED && pair.orderId() != null) {
            throw Refusal.wrongState("Пара " + labels.of(pair) + " только что закреплена приказом и начинает работу. "
                    + "Повторите через минуту.");
        }
    }

    private void seek(Mentorship pair, Departure departure) {
        open(pair).ifPresent(open -> {
            if (open.orderId() != null) {
                search.endHandOver(open);
            } else {
                changes.note(departure, Change.WARNING_DROPPED, pair.id(), null);
                search.cancel(open);
            }
        });
        State before = pair.state();
        UUID replacementId = search.replaceDismissed(
                pair,
                departure.leftOn(),
                reason(departure, Side.MENTOR),
                Objects.requireNonNull(departure.entry().recordedBy(), "Somebody enters that people leave"));
        changes.note(departure, Change.REPLACEMENT_OPENED, replacementId, before);
    }

    /** «Наставник не работает с 10.10.2026»: without a name, which stands beside it and may be erased. */
    private String reason(Departure departure, Side side) {
        boolean pupil =
                people.person(departure.organisationId(), departure.personId()).category() == Person.Category.PUPIL;
        return side.title() + (pupil ? " не учится с " : " не работает с ") + RussianDate.of(departure.leftOn());
    }

    // --- taking it back ---------------------------------------------------------------------------

    @Override
    public List<String> restore(Departure departure) {
        List<String> stays = new ArrayList<>();
        of(departure, Change.REPLACEMENT_OPENED, (id, was) -> mentorBack(id, was, false, stays));
        of(departure, Change.MENTOR_RELEASED, (id, was) -> mentorBack(id, was, true, stays));
        of(
                departure,
                Change.WARNING_DROPPED,
                (id, was) -> stays.add("Предупреждение об отмене наставничества в паре " + mentorships.label(id)
                        + " отменено: если оно нужно, предупредите заново."));
        of(departure, Change.PAIR_DROPPED, (id, was) -> revive(id, was, departure, stays));
        of(departure, Change.PAIR_ENDED, (id, was) -> revive(id, was, departure, stays));
        of(departure, Change.REPLACEMENT_CLOSED, (id, was) -> seekOn(id));
        of(departure, Change.MENTEE_LEFT, (id, was) -> menteeBack(id, departure.personId(), stays));
        of(
                departure,
                Change.SEARCH_ANEW,
                (id, was) -> stays.add("В паре "
                        + mentorships.label(
                                replacements.findById(id).orElseThrow().mentorshipId())
                        + " нового наставника подбирают заново: выберите его ещё раз, если нужно."));
        of(departure, Change.SEARCH_ENDED, (id, was) -> searchAgain(participants.get(id)));
        if (consents.asked(departure)) {
            askAnew(departure);
        }
        return stays;
    }

    private interface Restored {
        void as(UUID id, @Nullable String was);
    }

    private void of(Departure departure, Change kind, Restored restored) {
        changes.of(departure, kind).forEach(change -> restored.as(UUID.fromString(change.subject()), change.was()));
    }

    /** @param was state of the pair before; with how far the replacement had come, where it was open already */
    private void mentorBack(UUID replacementId, @Nullable String was, boolean openBefore, List<String> stays) {
        Replacement replacement =
                locks.held(replacements.findById(replacementId).orElseThrow());
        Mentorship pair = locks.held(search.pairOf(replacementId));
        String before = Objects.requireNonNull(was, "It is noted where the pair stood");
        boolean untouched = openBefore
                ? before.endsWith(" " + replacement.progress())
                : replacement.state() == Replacement.State.SEARCH && !replacement.chosen();
        if (!untouched || pair.mentor().isPresent()) {
            stays.add(
                    pair.ended()
                            ? "Работа пары " + labels.of(pair) + " прекращена: это решение остаётся."
                            : "В паре " + labels.of(pair) + " новый наставник уже выбран: замена продолжается.");
            return;
        }
        if (openBefore) {
            replacement.takeReleaseBack();
        } else {
            search.cancel(replacement);
        }
        search.mentorGoesOn(replacement, pair, before.startsWith(State.ACTIVE.name()));
    }

    /** @param was state of the pair before */
    private void revive(UUID pairId, @Nullable String was, Departure departure, List<String> stays) {
        Mentorship pair = locks.held(mentorships.get(pairId));
        State state = State.valueOf(Objects.requireNonNull(was, "It is noted where the pair stood"));
        if (!mayGoOn(pair, state)) {
            stays.add("Пара " + labels.of(pair)
                    + " не возобновлена: за это время решили иначе. Если она нужна, подберите её заново.");
            supports.openAfter(pair, departure.personId());
            return;
        }
        boolean alone = state == State.APPROVED
                && pairs.findByPairListIdAndStateIn(listOf(pair), EnumSet.of(State.APPROVED))
                        .isEmpty();
        if (alone) {
            stays.add("Пара " + labels.of(pair) + " снова в списке у куратора: директор утверждает её ещё раз.");
        }
        mentorships.revive(pair, alone ? State.RETURNED : state);
    }

    /** What was closed with a pair goes on with it. */
    private void seekOn(UUID replacementId) {
        Mentorship pair = search.pairOf(replacementId);
        if (pair.state() == State.ACTIVE || pair.state() == State.SUSPENDED) {
            search.reopen(replacementId);
        }
    }

    private static UUID listOf(Mentorship pair) {
        return Objects.requireNonNull(pair.pairListId(), "What has been proposed stands in a list");
    }

    /**
     * Everybody is there, the mentor has a place, no mentee has been given to somebody else, and the list in which the
     * pair stood is open.
     */
    private boolean mayGoOn(Mentorship pair, State before) {
        Set<UUID> members = pair.members().stream()
                .filter(member -> !member.left())
                .map(MentorshipMember::personId)
                .collect(Collectors.toSet());
        return (pair.state() == State.TERMINATED || pair.state() == State.DROPPED)
                && people.presentAmong(pair.organisationId(), members).containsAll(members)
                && pairs.menteesAmong(pair.menteeIds(), CONCERNED).isEmpty()
                && (PROPOSED.contains(before) || pair.mentor().isEmpty() || workload.hasPlace(pair))
                && (before == State.ACTIVE
                        || before == State.SUSPENDED
                        || lists.findById(listOf(pair)).filter(PairList::open).isPresent());
    }

    private void menteeBack(UUID groupId, UUID personId, List<String> stays) {
        Mentorship group = locks.held(mentorships.get(groupId));
        if (group.working() && pairs.ofMentee(personId, CONCERNED).isEmpty()) {
            group.menteeGoesOn(personId);
            pairs.flush();
        } else {
            stays.add("Группа " + labels.of(group) + " уже не работает, или у наставляемого другой наставник.");
        }
    }

    private void searchAgain(Participant mentee) {
        if (UnmatchedSupports.inBank(mentee)
                && running(mentee.organisationId()).contains(mentee.programmeId())
                && pairs.ofMentee(mentee.personId(), State.WORKING).isEmpty()) {
            supports.open(mentee.id());
        }
    }

    /** What was awaited from the person is awaited again, where they are still named. */
    private void askAnew(Departure departure) {
        Set<UUID> running = running(departure.organisationId());
        for (Side side : Side.values()) {
            participants.ofPerson(departure.personId(), side).stream()
                    .filter(named -> named.state() == ParticipantState.APPLIED && running.contains(named.programmeId()))
                    .forEach(participants::askAnew);
        }
    }

    private Set<UUID> running(UUID organisationId) {
        return programmes.running(organisationId).stream().map(Programme::id).collect(Collectors.toSet());
    }
}
