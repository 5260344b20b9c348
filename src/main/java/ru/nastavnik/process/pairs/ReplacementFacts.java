package ru.nastavnik.process.pairs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import ru.nastavnik.mentorship.Mentorship;
import ru.nastavnik.mentorship.PairKind;
import ru.nastavnik.mentorship.PairLabels;
import ru.nastavnik.mentorship.Replacement;
import ru.nastavnik.mentorship.Replacements;
import ru.nastavnik.organisation.People;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.shared.Known;

/** What the director decides on and the clerk registers, told in a table. */
@Component
class ReplacementFacts {

    private record Fact(String name, String value) {}

    private final Replacements replacements;
    private final PairForms forms;
    private final PairLabels labels;
    private final People people;

    ReplacementFacts(Replacements replacements, PairForms forms, PairLabels labels, People people) {
        this.replacements = replacements;
        this.forms = forms;
        this.labels = labels;
        this.people = people;
    }

    /** @return the pair whose mentor is to be replaced */
    String label(UUID replacementId) {
        return labels.of(replacements.pairOf(replacementId));
    }

    void show(UUID replacementId, FormData form) {
        Replacement replacement = replacements.get(replacementId);
        Mentorship pair = replacements.pairOf(replacementId);
        UUID oldMentorId = replacement.oldMentorId();
        UUID newMentorId = replacement.newMentorId();
        Map<UUID, String> names =
                people.fullNames(Stream.concat(pair.menteeIds().stream(), Stream.of(oldMentorId, newMentorId))
                        .toList());
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                pair.kind() == PairKind.GROUP ? "Наставляемые" : "Наставляемый", PairLabels.mentees(pair, names)));
        facts.add(new Fact("Прежний наставник", Known.in(names, oldMentorId) + ", " + released(replacement)));
        facts.add(new Fact(
                "Новый наставник",
                Known.in(names, newMentorId) + ", наставляемых вместе с этим: "
                        + forms.loads(replacement.organisationId(), pair.programmeId(), List.of(newMentorId))
                                .get(newMentorId)));
        facts.add(new Fact("Основание замены", replacement.groundWording()));
        if (replacement.basis() != null) {
            facts.add(new Fact("Документ-основание", replacement.basis()));
        }
        facts.add(new Fact("Просьба", replacement.request()));
        facts.add(new Fact("Срок работы пары", "не меняется: " + FormData.period(pair.periodFrom(), pair.periodTo())));
        form.rows("facts", facts);
    }

    private static String released(Replacement replacement) {
        return replacement.releasedOn() == null
                ? "работает до приказа"
                : "освобождён с " + FormData.date(replacement.releasedOn());
    }
}
