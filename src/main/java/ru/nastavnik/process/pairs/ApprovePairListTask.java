package ru.nastavnik.process.pairs;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import ru.nastavnik.mentorship.Mentorship;
import ru.nastavnik.mentorship.MissingConsent;
import ru.nastavnik.mentorship.PairLists;
import ru.nastavnik.organisation.People;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;
import ru.nastavnik.roadmap.Outcome;
import ru.nastavnik.shared.Entry;

@Component
class ApprovePairListTask implements TaskWork {

    private final PairLists lists;
    private final PairForms forms;
    private final People people;

    ApprovePairListTask(PairLists lists, PairForms forms, People people) {
        this.lists = lists;
        this.forms = forms;
        this.people = people;
    }

    @Override
    public String task() {
        return PairFormationProcess.APPROVE_PAIR_LIST;
    }

    @Override
    public Set<Outcome> outcomes(UUID pairListId) {
        return Set.of(Outcome.PAIRS_IN_ORDER);
    }

    @Override
    public String about(TaskContext task) {
        return PairForms.count(lists.proposed(task.subjectId()).size());
    }

    @Override
    public void show(TaskContext task, FormData form) {
        List<Mentorship> proposed = lists.proposed(task.subjectId());
        form.table("pairs");
        proposed.forEach(pair -> form.row(
                "pairs",
                "mentee",
                people.shortName(pair.menteeId()),
                "mentor",
                people.shortName(pair.mentorId()),
                "load",
                forms.load(task.organisationId(), task.programmeId(), pair.mentorId()),
                "period",
                FormData.period(pair.periodFrom(), pair.periodTo()),
                "consents",
                consents(lists.missingConsents(pair.id()))));
        form.choices("pairOptions", forms.pairs(proposed));
    }

    private String consents(List<MissingConsent> missing) {
        return missing.isEmpty()
                ? "получены"
                : missing.stream()
                        .map(one -> people.shortName(one.personId()) + " — " + one.what())
                        .collect(Collectors.joining("; ", "нет: ", ""));
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        Entry entry = task.entry(answers, Role.DIRECTOR);
        PairLists.Decided decided = lists.decide(
                task.subjectId(),
                answers.ids("approvedIds"),
                answers.text("remark"),
                task.decider(Role.DIRECTOR, entry),
                entry);
        task.set(PairFormationProcess.ANY_PAIR_APPROVED, decided.anyApproved());
        task.set(PairFormationProcess.PAIRS_RETURNED, decided.anyReturned());
    }
}
