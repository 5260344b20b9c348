package ru.nastavnik.process.pairs;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.nastavnik.mentorship.Mentorship;
import ru.nastavnik.mentorship.Mentorships;
import ru.nastavnik.mentorship.PairLists;
import ru.nastavnik.mentorship.Replacements;
import ru.nastavnik.organisation.People;
import ru.nastavnik.participants.Participant;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.FormData.Choice;
import ru.nastavnik.shared.Decisions;

/** What several forms about pairs show in the same way. */
@Component
class PairForms {

    private final Mentorships mentorships;
    private final PairLists lists;
    private final Replacements replacements;
    private final People people;
    private final Decisions decisions;

    PairForms(Mentorships mentorships, PairLists lists, Replacements replacements, People people, Decisions decisions) {
        this.mentorships = mentorships;
        this.lists = lists;
        this.replacements = replacements;
        this.people = people;
        this.decisions = decisions;
    }

    /** Fills the table «remarks» with what has been decided about this thing. */
    void remarks(FormData form, UUID subjectId, String subjectKind, Set<String> verdicts) {
        form.table("remarks");
        decisions.about(subjectId).stream()
                .filter(record -> record.subjectKind().equals(subjectKind) && verdicts.contains(record.verdict()))
                .forEach(record -> form.row(
                        "remarks",
                        "date",
                        FormData.date(record.happenedOn()),
                        "author",
                        people.signature(record),
                        "remark",
                        record.remark() == null ? "Отказ" : record.remark()));
    }

    /** Choices of mentors, each with the load: «Иванова А. П. — 1 из 2», «Петров П. П. — 0 из 2, вне отбора». */
    List<Choice> mentors(List<Participant> mentors) {
        return mentors.stream()
                .map(mentor -> new Choice(
                        people.shortName(mentor.personId()) + " — "
                                + load(mentor.organisationId(), mentor.programmeId(), mentor.personId()),
                        mentor.id().toString()))
                .sorted((one, other) -> one.label().compareTo(other.label()))
                .toList();
    }

    /** @return «1 из 2», «0 из 2, вне отбора»: how many mentees, and whether the director selects with the decision */
    String load(UUID organisationId, UUID programmeId, UUID mentorId) {
        return mentorships.loadLabel(organisationId, mentorId)
                + (lists.outsideSelection(programmeId, mentorId) ? ", вне отбора" : "");
    }

    /** Choices of pairs: «Иванова А. П. — Петров П. П.». */
    List<Choice> pairs(List<Mentorship> pairs) {
        return pairs.stream()
                .map(pair -> new Choice(mentorships.label(pair.id()), pair.id().toString()))
                .toList();
    }

    /** Shows the mentor what the one before has handed over. */
    void handover(FormData form, UUID mentorshipId) {
        form.put(
                "handover",
                replacements.handoverTo(mentorships.get(mentorshipId)).orElse(null));
    }

    /** Fills a table with the pair's meetings. */
    void meetings(FormData form, String table, UUID mentorshipId) {
        form.table(table);
        mentorships
                .meetings(mentorshipId)
                .forEach(meeting -> form.row(
                        table,
                        "date",
                        FormData.date(meeting.heldOn()),
                        "kind",
                        meeting.kind().title()));
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
