package ru.nastavnik.mentorship.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.mentorship.Mentorship;
import ru.nastavnik.mentorship.Mentorships;
import ru.nastavnik.mentorship.PairLists;
import ru.nastavnik.mentorship.Replacements;
import ru.nastavnik.mentorship.UnmatchedSupport;
import ru.nastavnik.mentorship.UnmatchedSupports;
import ru.nastavnik.organisation.People;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.organisation.Visitor;
import ru.nastavnik.participants.Participants;
import ru.nastavnik.participants.Side;
import ru.nastavnik.participants.Topic;
import ru.nastavnik.roadmap.OpenProgrammes;
import ru.nastavnik.roadmap.Programme;
import ru.nastavnik.shared.RussianDate;

/** Puts the pairs of a school together for one visitor: the staff that runs the programme sees all, others theirs. */
@Component
@Transactional(readOnly = true)
class PairsPresenter {

    private static final Role[] SEE_ALL = {
        Role.CURATOR, Role.DIRECTOR, Role.DEPUTY, Role.SUBJECT_LEAD, Role.PSYCHOLOGIST, Role.CLERK
    };

    private final Mentorships mentorships;
    private final PairLists lists;
    private final Replacements replacements;
    private final UnmatchedSupports supports;
    private final Participants participants;
    private final OpenProgrammes programmes;
    private final People people;

    PairsPresenter(
            Mentorships mentorships,
            PairLists lists,
            Replacements replacements,
            UnmatchedSupports supports,
            Participants participants,
            OpenProgrammes programmes,
            People people) {
        this.mentorships = mentorships;
        this.lists = lists;
        this.replacements = replacements;
        this.supports = supports;
        this.participants = participants;
        this.programmes = programmes;
        this.people = people;
    }

    PairsView of(Visitor visitor) {
        UUID organisationId = visitor.organisationId();
        boolean seesAll = visitor.has(SEE_ALL);
        boolean manages = manages(visitor);
        List<Mentorship> working = visible(mentorships.workingIn(organisationId), seesAll, visitor);
        Map<UUID, LocalDate> lastMeetings =
                mentorships.lastMeetings(working.stream().map(Mentorship::id).toList());
        Set<UUID> underReplacement = replacements.pairsUnderWay(organisationId);
        return new PairsView(
                seesAll
                        ? programmes.running(organisationId).stream()
                                .map(this::search)
                                .toList()
                        : List.of(),
                working.stream()
                        .map(pair -> card(
                                pair,
                                lastMeetings.get(pair.id()),
                                underReplacement.contains(pair.id()),
                                manages,
                                visitor))
                        .sorted(Comparator.comparing(PairsView.Pair::mentee))
                        .toList(),
                visible(mentorships.endedIn(organisationId), seesAll, visitor).stream()
                        .sorted(Comparator.comparing(Mentorship::endedOn).reversed())
                        .map(pair -> ended(pair, seesAll))
                        .toList(),
                manages,
                manages
                        ? people.mayNeedMentor(organisationId).stream()
                                .map(person -> new PairsView.Choice(
                                        person.fullName(), person.id().toString()))
                                .toList()
                        : List.of(),
                manages
                        ? participants.topics().stream()
                                .map(topic -> new PairsView.Choice(topic.title(), topic.code()))
                                .toList()
                        : List.of());
    }

    /** @return whether the visitor does the curator's work: as a curator, or as the director of a school without one */
    boolean manages(Visitor visitor) {
        return visitor.has(people.standIn(visitor.organisationId(), Role.CURATOR));
    }

    /** @return whether the visitor is the pair's mentor or mentee */
    static boolean belongsTo(Mentorship pair, Visitor visitor) {
        UUID personId = visitor.place().personId();
        return pair.mentorId().equals(personId) || pair.menteeId().equals(personId);
    }

    private static List<Mentorship> visible(List<Mentorship> pairs, boolean seesAll, Visitor visitor) {
        return pairs.stream()
                .filter(pair -> seesAll || belongsTo(pair, visitor))
                .toList();
    }

    private PairsView.Search search(Programme programme) {
        Map<UUID, LocalDate> supportedSince = supports.openOnes(programme.id()).stream()
                .collect(Collectors.toMap(UnmatchedSupport::participantId, UnmatchedSupport::openedOn));
        return new PairsView.Search(
                programme.id(),
                title(programme),
                lists.anyOpen(programme.id()),
                supports.searching(programme.id()).stream()
                        .map(mentee -> new PairsView.Mentee(
                                people.shortName(mentee.personId()),
                                participants.topicsOf(mentee.id()).stream()
                                        .map(Topic::title)
                                        .collect(Collectors.joining(", ")),
                                date(supportedSince.get(mentee.id()))))
                        .sorted(Comparator.comparing(PairsView.Mentee::name))
                        .toList(),
                Stream.of(Side.MENTEE, Side.MENTOR)
                        .flatMap(side -> participants.applied(programme.id(), side).stream())
                        .map(named -> people.shortName(named.personId()) + " ("
                                + named.side().title().toLowerCase(Locale.ROOT) + ")")
                        .sorted()
                        .toList());
    }

    private static String title(Programme programme) {
        return programme.track().title() + ", " + date(programme.periodFrom()) + " – " + date(programme.periodTo());
    }

    private PairsView.Pair card(
            Mentorship pair, LocalDate lastMeeting, boolean replacement, boolean manages, Visitor visitor) {
        boolean active = pair.state() == Mentorship.State.ACTIVE;
        boolean atWork = active || pair.state() == Mentorship.State.SUSPENDED;
        return new PairsView.Pair(
                pair.id(),
                people.shortName(pair.mentorId()),
                people.shortName(pair.menteeId()),
                date(pair.periodFrom()) + " – " + date(pair.periodTo()),
                pair.stateTitle(),
                pair.state().name().toLowerCase(Locale.ROOT),
                date(lastMeeting),
                pair.programmeState().title(),
                replacement,
                pair.mentorId().equals(visitor.place().personId()),
                atWork && !pair.finishing() && !replacement && (manages || belongsTo(pair, visitor)),
                manages && active && !pair.finishing() && !replacement,
                manages && pair.terminable(),
                pair.menteeId().equals(visitor.place().personId()));
    }

    private PairsView.Ended ended(Mentorship pair, boolean seesAll) {
        return new PairsView.Ended(
                people.shortName(pair.mentorId()),
                people.shortName(pair.menteeId()),
                date(pair.periodFrom()) + " – " + date(pair.periodTo()),
                pair.stateTitle(),
                date(pair.endedOn()),
                pair.endReason(),
                seesAll ? pair.summary() : null);
    }

    private static String date(LocalDate date) {
        return date == null ? null : RussianDate.of(date);
    }
}
