package ru.nastavnik.process.pairs;

import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.nastavnik.mentorship.Mentorship;
import ru.nastavnik.mentorship.Replacement;
import ru.nastavnik.mentorship.Replacements;
import ru.nastavnik.organisation.People;
import ru.nastavnik.process.task.FormData;

/** What the director decides on and the clerk registers, told in a table. */
@Component
class ReplacementFacts {

    private final Replacements replacements;
    private final PairForms forms;
    private final People people;

    ReplacementFacts(Replacements replacements, PairForms forms, People people) {
        this.replacements = replacements;
        this.forms = forms;
        this.people = people;
    }

    void show(UUID replacementId, FormData form) {
        Replacement replacement = replacements.get(replacementId);
        Mentorship pair = replacements.pairOf(replacementId);
        form.table("facts");
        fact(form, "Наставляемый", people.shortName(pair.menteeId()));
        fact(form, "Прежний наставник", people.shortName(replacement.oldMentorId()) + ", " + released(replacement));
        fact(
                form,
                "Новый наставник",
                people.shortName(replacement.newMentorId()) + ", наставляемых вместе с этим: "
                        + forms.load(replacement.organisationId(), pair.programmeId(), replacement.newMentorId()));
        fact(form, "Основание замены", replacement.ground().wording());
        if (replacement.basis() != null) {
            fact(form, "Документ-основание", replacement.basis());
        }
        fact(form, "Просьба", replacement.request());
        fact(form, "Срок работы пары", "не меняется: " + FormData.period(pair.periodFrom(), pair.periodTo()));
    }

    private static String released(Replacement replacement) {
        return replacement.releasedOn() == null
                ? "работает до приказа"
                : "освобождён с " + FormData.date(replacement.releasedOn());
    }

    private static void fact(FormData form, String name, String value) {
        form.row("facts", "name", name, "value", value);
    }
}
