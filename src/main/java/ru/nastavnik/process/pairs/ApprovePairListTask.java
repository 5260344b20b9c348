package ru.nastavnik.process.pairs;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import ru.nastavnik.mentorship.Mentorship;
import ru.nastavnik.mentorship.MissingConsent;
import ru.nastavnik.mentorship.PairLabels;
import ru.nastavnik.mentorship.PairLists;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;
import ru.nastavnik.roadmap.Outcome;
import ru.nastavnik.roadmap.Roadmap;
import ru.nastavnik.shared.DayBounds;
import ru.nastavnik.shared.Entry;
import ru.nastavnik.shared.Known;

@Component
class ApprovePairListTask implements TaskWork {

    private record Row(String mentee, String mentor, String load, String period, String consents) {}

    private final PairLists lists;
    private final PairForms forms;
    private final PairLabels labels;
    private final Roadmap roadmap;

    ApprovePairListTask(PairLists lists, PairForms forms, PairLabels labels, Roadmap roadmap) {
        this.lists = lists;
        this.forms = forms;
        this.labels = labels;
        this.roadmap = roadmap;
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
        Map<UUID, String> names = labels.names(proposed);
        Map<UUID, String> loads = forms.loads(
                task.organisationId(),
                task.programmeId(),
                proposed.stream().map(Mentorship::mentorId).toList());
        Map<UUID, List<MissingConsent>> missing = lists.missingConsents(proposed);
        form.rows(
                "pairs",
                proposed.stream()
                        .map(pair -> new Row(
                                PairLabels.mentees(pair, names),
                                Known.in(names, pair.mentorId()),
                                Known.in(loads, pair.mentorId()),
                                FormData.period(pair.periodFrom(), pair.periodTo()),
                                consents(Known.in(missing, pair.id()), names)))
                        .toList());
        form.choices("pairOptions", forms.pairs(proposed));
    }

    private static String consents(List<MissingConsent> missing, Map<UUID, String> names) {
        return missing.isEmpty()
                ? "получены"
                : missing.stream()
                        .map(one -> names.get(one.personId()) + " — " + one.what())
                        .collect(Collectors.joining("; ", "нет: ", ""));
    }

    @Override
    public DayBounds days(TaskContext task, String key) {
        return roadmap.programme(task.programmeId()).preparation(task.today());
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        Entry entry = task.entry(answers, Role.DIRECTOR);
        boolean anyApproved = lists.decide(
                task.subjectId(),
                answers.ids("approvedIds"),
                answers.text("remark"),
                task.decider(Role.DIRECTOR, entry),
                entry);
        task.set(PairFormationProcess.ANY_PAIR_APPROVED, anyApproved);
        task.set(PairFormationProcess.PAIRS_RETURNED, lists.waitForCurator(task.subjectId()));
    }
}
