package ru.nastavnik.mentorship.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.mentorship.Mentorship;
import ru.nastavnik.mentorship.Mentorships;
import ru.nastavnik.mentorship.PairLabels;
import ru.nastavnik.mentorship.PairLists;
import ru.nastavnik.mentorship.PersonalProgramme;
import ru.nastavnik.mentorship.PersonalProgrammes;
import ru.nastavnik.mentorship.Replacements;
import ru.nastavnik.mentorship.UnmatchedSupport;
import ru.nastavnik.mentorship.UnmatchedSupports;
import ru.nastavnik.organisation.People;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.organisation.Visitor;
import ru.nastavnik.participants.Participant;
import ru.nastavnik.participants.Participants;
import ru.nastavnik.participants.Side;
import ru.nastavnik.participants.Topic;
import ru.nastavnik.roadmap.OpenProgrammes;
import ru.nastavnik.roadmap.Outcome;
import ru.nastavnik.roadmap.Programme;
import ru.nastavnik.roadmap.RowTasks;
import ru.nastavnik.shared.Known;
import ru.nastavnik.shared.RussianDate;
import ru.nastavnik.shared.RussianText;

/** Puts the pairs of a school together for one visitor: the staff that runs the programme sees all, others theirs. */
@Component
@Transactional(readOnly = true)
class PairsPresenter {

    private static final Role[] SEE_ALL = {
        Role.CURATOR, Role.DIRECTOR, Role.DEPUTY, Role.SUBJECT_LEAD, Role.PSYCHOLOGIST, Role.CLERK
    };

    private static final String NO_MENTOR = "Новый наставник ищется";

    private final Mentorships mentorships;
    private final PersonalProgrammes personalProgrammes;
    private final PairLabels labels;
    private final PairLists lists;
    private final Replacements replacements;
    private final UnmatchedSupports supports;
    private final Participants participants;
    private final OpenProgrammes programmes;
    private final People people;
    private final RowTasks tasks;

    PairsPresenter(
            Mentorships mentorships,
            PersonalProgrammes personalProgrammes,
            PairLabels labels,
            PairLists lists,
            Replacements replacements,
            UnmatchedSupports supports,
            Participants participants,
            OpenProgrammes programmes,
            People people,
            RowTasks tasks) {
        this.mentorships = mentorships;
        this.personalProgrammes = personalProgrammes;
        this.labels = labels;
        this.lists = lists;
        this.replacements = replacements;
        this.supports = supports;
        this.participants = participants;
        this.programmes = programmes;
        this.people = people;
        this.tasks = tasks;
    }

    PairsView of(Visitor visitor) {
        UUID organisationId = visitor.organisationId();
        boolean seesAll = visitor.has(SEE_ALL);
        boolean manages = manages(visitor);
        List<Mentorship> working = visible(mentorships.workingIn(organisationId), seesAll, visitor);
        List<UUID> workingIds = working.stream().map(Mentorship::id).toList();
        List<Mentorship> ended = visible(mentorships.endedIn(organisationId), seesAll, visitor);
        Map<UUID, String> names =
                labels.names(Stream.concat(working.stream(), ended.stream()).toList());
        Map<UUID, String> pairLabels = labels.of(working);
        Map<UUID, LocalDate> lastMeetings = mentorships.lastMeetings(workingIds);
        Map<UUID, PersonalProgramme> programmesOfPairs = personalProgrammes.of(workingIds);
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
                                Known.in(pairLabels, pair.id()),
                                names,
                                lastMeetings.get(pair.id()),
                                programmesOfPairs.get(pair.id()),
                                underReplacement.contains(pair.id()),
                                manages,
                                visitor))
                        .sorted(RussianText.by(PairsView.Pair::mentees))
                        .toList(),
                ended.stream()
                        .sorted(Comparator.comparing(Mentorship::endedOn).reversed())
                        .map(pair -> ended(pair, names, seesAll))
                        .toList(),
                manages,
                manages
                        ? People.listed(people.mayNeedMentor(organisationId)).stream()
                                .map(person -> new PairsView.Choice(
                                        person.label(), person.id().toString()))
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
        return pair.isOf(visitor.place().personId());
    }

    private static List<Mentorship> visible(List<Mentorship> pairs, boolean seesAll, Visitor visitor) {
        return pairs.stream()
                .filter(pair -> seesAll || belongsTo(pair, visitor))
                .toList();
    }

    private PairsView.Search search(Programme programme) {
        Map<UUID, LocalDate> supportedSince = supports.openOnes(programme.id()).stream()
                .collect(Collectors.toMap(UnmatchedSupport::participantId, UnmatchedSupport::openedOn));
        List<Participant> searching = supports.searching(programme.id());
        List<Participant> applied = Stream.of(Side.MENTEE, Side.MENTOR)
                .flatMap(side -> participants.applied(programme.id(), side).stream())
                .toList();
        Map<UUID, String> names = people.named(Stream.concat(searching.stream(), applied.stream())
                .map(Participant::personId)
                .toList());
        return new PairsView.Search(
                programme.id(),
                programme.title(),
                lists.anyOpen(programme.id()),
                tasks.names(programme.id(), Outcome.PAIRS_IN_ORDER).stream()
                        .map(name -> "«" + name + "»")
                        .collect(Collectors.joining(", ")),
                searching.stream()
                        .map(mentee -> new PairsView.Mentee(
                                Known.in(names, mentee.personId()),
                                participants.topicsOf(mentee.id()).stream()
                                        .map(Topic::title)
                                        .collect(Collectors.joining(", ")),
                                date(supportedSince.get(mentee.id()))))
                        .sorted(RussianText.by(PairsView.Mentee::name))
                        .toList(),
                applied.stream()
                        .map(named -> names.get(named.personId()) + " ("
                                + named.side().title().toLowerCase(Locale.ROOT) + ")")
                        .sorted(RussianText.by(Function.identity()))
                        .toList());
    }

    private static PairsView.Pair card(
            Mentorship pair,
            String label,
            Map<UUID, String> names,
            @Nullable LocalDate lastMeeting,
            @Nullable PersonalProgramme programme,
            boolean replacement,
            boolean manages,
            Visitor visitor) {
        boolean active = pair.state() == Mentorship.State.ACTIVE;
        boolean atWork = active || pair.state() == Mentorship.State.SUSPENDED;
        boolean mayBeTerminated = manages && pair.terminable();
        return new PairsView.Pair(
                pair.id(),
                label,
                pair.kind().title(),
                mentor(pair, names),
                PairLabels.mentees(pair, names),
                former(pair, names),
                mayBeTerminated && pair.mentees().size() > 1
                        ? pair.menteeIds().stream()
                                .map(id -> new PairsView.Choice(Known.in(names, id), id.toString()))
                                .sorted(RussianText.by(PairsView.Choice::label))
                                .toList()
                        : List.of(),
                date(pair.periodFrom()) + " – " + date(pair.periodTo()),
                pair.stateTitle(),
                pair.state().name().toLowerCase(Locale.ROOT),
                date(lastMeeting),
                programme == null ? "Не составлена" : programme.state().title(),
                replacement,
                pair.mentorId().equals(visitor.place().personId()),
                atWork && !pair.finishing() && !replacement && (manages || belongsTo(pair, visitor)),
                manages && active && !pair.finishing() && !replacement,
                mayBeTerminated,
                pair.menteeIds().contains(visitor.place().personId()));
    }

    private static String mentor(Mentorship pair, Map<UUID, String> names) {
        return pair.mentor().map(mentor -> names.get(mentor.personId())).orElse(NO_MENTOR);
    }

    /** «до 14.02.2026 – Иванова А. П., наставник» */
    private static List<String> former(Mentorship pair, Map<UUID, String> names) {
        return pair.former().stream()
                .map(member -> "до " + date(member.to()) + " – " + names.get(member.personId()) + ", "
                        + member.side().title().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static PairsView.Ended ended(Mentorship pair, Map<UUID, String> names, boolean seesAll) {
        return new PairsView.Ended(
                mentor(pair, names),
                PairLabels.mentees(pair, names),
                former(pair, names),
                date(pair.periodFrom()) + " – " + date(pair.periodTo()),
                pair.stateTitle(),
                date(pair.endedOn()),
                pair.endReason(),
                seesAll ? pair.summary() : null);
    }

    private static @Nullable String date(@Nullable LocalDate date) {
        return date == null ? null : RussianDate.of(date);
    }
}
