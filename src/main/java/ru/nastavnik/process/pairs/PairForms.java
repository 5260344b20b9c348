package ru.nastavnik.process.pairs;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import ru.nastavnik.mentorship.Meeting;
import ru.nastavnik.mentorship.Mentorship;
import ru.nastavnik.mentorship.Mentorships;
import ru.nastavnik.mentorship.PairKind;
import ru.nastavnik.mentorship.PairLabels;
import ru.nastavnik.mentorship.PairLists;
import ru.nastavnik.mentorship.Replacements;
import ru.nastavnik.organisation.People;
import ru.nastavnik.participants.Participant;
import ru.nastavnik.participants.Side;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.FormData.Choice;
import ru.nastavnik.process.task.Remark;
import ru.nastavnik.shared.DecisionRecord;
import ru.nastavnik.shared.Decisions;
import ru.nastavnik.shared.Known;
import ru.nastavnik.shared.RussianText;
import ru.nastavnik.shared.Verdict;

/** What several forms about pairs show in the same way. */
@Component
class PairForms {

    private record Held(String date, String kind, String mentees) {}

    private final Mentorships mentorships;
    private final PairLists lists;
    private final Replacements replacements;
    private final PairLabels labels;
    private final People people;
    private final Decisions decisions;

    PairForms(
            Mentorships mentorships,
            PairLists lists,
            Replacements replacements,
            PairLabels labels,
            People people,
            Decisions decisions) {
        this.mentorships = mentorships;
        this.lists = lists;
        this.replacements = replacements;
        this.labels = labels;
        this.people = people;
        this.decisions = decisions;
    }

    /** Fills the table «remarks» with what has been decided about this thing. */
    void remarks(FormData form, UUID subjectId, Verdict... verdicts) {
        remarks(
                form,
                decisions.about(subjectId).stream()
                        .filter(record -> Stream.of(verdicts).anyMatch(record::is))
                        .toList());
    }

    /** Fills it with these decisions; what was said at once about several things stands there once. */
    void remarks(FormData form, List<DecisionRecord> said) {
        form.rows(
                "remarks",
                said.stream()
                        .map(record -> Remark.of(record, people))
                        .distinct()
                        .toList());
    }

    /** Choices of mentors, each with the load: «Иванова А. П. — 1 из 2», «Петров П. П. — 0 из 2, вне отбора». */
    List<Choice> mentors(List<Participant> mentors) {
        if (mentors.isEmpty()) {
            return List.of();
        }
        List<UUID> personIds = mentors.stream().map(Participant::personId).toList();
        Map<UUID, String> names = people.named(personIds);
        Map<UUID, String> loads =
                loads(mentors.get(0).organisationId(), mentors.get(0).programmeId(), personIds);
        return mentors.stream()
                .map(mentor -> new Choice(
                        names.get(mentor.personId()) + " — " + loads.get(mentor.personId()),
                        mentor.id().toString()))
                .sorted(RussianText.by(Choice::label))
                .toList();
    }

    /** @return «1 из 2», «0 из 2, вне отбора»: how many mentees, and whether the director selects with the decision */
    Map<UUID, String> loads(UUID organisationId, UUID programmeId, Collection<UUID> mentorIds) {
        Set<UUID> outside = lists.outsideSelection(programmeId);
        return mentorships.loadLabels(organisationId, mentorIds).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        load -> load.getValue() + (outside.contains(load.getKey()) ? ", вне отбора" : "")));
    }

    /** Choices of pairs: «Иванова А. П. — Петров П. П.». */
    List<Choice> pairs(List<Mentorship> pairs) {
        return labels.of(pairs).entrySet().stream()
                .map(label -> new Choice(label.getValue(), label.getKey().toString()))
                .sorted(RussianText.by(Choice::label))
                .toList();
    }

    /** Lets a group say who has met, everybody ticked beforehand; a pair is not asked. */
    void mentees(FormData form, Mentorship pair) {
        boolean group = pair.kind() == PairKind.GROUP;
        Map<UUID, String> names = people.named(pair.menteeIds());
        form.put("group", group);
        form.choices(
                "mentees",
                group
                        ? pair.menteeIds().stream()
                                .map(id -> new Choice(Known.in(names, id), id.toString()))
                                .sorted(RussianText.by(Choice::label))
                                .toList()
                        : List.of());
        form.put(
                "menteeIds",
                group ? pair.menteeIds().stream().map(UUID::toString).toList() : List.of());
    }

    /** Shows the mentor what the one before has handed over. */
    void handover(FormData form, UUID mentorshipId) {
        form.put(
                "handover",
                replacements.handoverTo(mentorships.get(mentorshipId)).orElse(null));
    }

    /** Fills a table with the pair's meetings. */
    void meetings(FormData form, String table, UUID mentorshipId) {
        Mentorship pair = mentorships.get(mentorshipId);
        Map<UUID, String> names = labels.names(List.of(pair));
        form.rows(
                table,
                mentorships.meetings(mentorshipId).stream()
                        .map(meeting -> new Held(
                                FormData.date(meeting.heldOn()), meeting.kind().title(), met(pair, meeting, names)))
                        .toList());
    }

    /** @return «Петров П. П., Сидорова С. С.» */
    private static String met(Mentorship pair, Meeting meeting, Map<UUID, String> names) {
        return People.allOf(pair.members().stream()
                .filter(member ->
                        member.side() == Side.MENTEE && meeting.memberIds().contains(member.id()))
                .map(member -> Known.in(names, member.personId()))
                .toList());
    }

    /** @return «1 пара», «3 пары», «13 пар» */
    static String count(int pairs) {
        int tens = pairs % 100;
        int ones = pairs % 10;
        String word =
                ones == 1 && tens != 11 ? "пара" : ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? "пары" : "пар";
        return pairs + " " + word;
    }
}
