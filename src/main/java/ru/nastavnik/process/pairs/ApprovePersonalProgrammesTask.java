package ru.nastavnik.process.pairs;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.nastavnik.mentorship.Mentorship;
import ru.nastavnik.mentorship.PairLabels;
import ru.nastavnik.mentorship.PersonalProgrammes;
import ru.nastavnik.mentorship.PersonalProgrammes.Drafted;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;
import ru.nastavnik.roadmap.Outcome;
import ru.nastavnik.shared.DayBounds;
import ru.nastavnik.shared.Entry;
import ru.nastavnik.shared.Known;
import ru.nastavnik.shared.RussianText;

@Component
class ApprovePersonalProgrammesTask implements TaskWork {

    private record Row(String pair, String goal, String content, String period) {}

    private final PersonalProgrammes programmes;
    private final PairLabels labels;
    private final PairForms forms;
    private final PairWorkNews news;

    ApprovePersonalProgrammesTask(
            PersonalProgrammes programmes, PairLabels labels, PairForms forms, PairWorkNews news) {
        this.programmes = programmes;
        this.labels = labels;
        this.forms = forms;
        this.news = news;
    }

    @Override
    public String task() {
        return PersonalProgrammeApprovalProcess.APPROVE_PERSONAL_PROGRAMMES;
    }

    @Override
    public Set<Outcome> outcomes(UUID programmeId) {
        return Set.of(Outcome.PERSONAL_PROGRAMMES_APPROVED);
    }

    @Override
    public void show(TaskContext task, FormData form) {
        List<Drafted> drafted = programmes.toApprove(task.programmeId());
        List<Mentorship> pairs = drafted.stream().map(Drafted::pair).toList();
        Map<UUID, String> names = labels.of(pairs);
        form.rows(
                "programmes",
                drafted.stream()
                        .sorted(RussianText.by(
                                (Drafted one) -> Known.in(names, one.pair().id())))
                        .map(one -> new Row(
                                Known.in(names, one.pair().id()),
                                one.version().goal(),
                                one.version().content(),
                                FormData.period(
                                        one.pair().periodFrom(), one.pair().periodTo())))
                        .toList());
        form.choices("pairs", forms.pairs(pairs));
    }

    @Override
    public DayBounds days(TaskContext task, String key) {
        return programmes.decisionDays(task.programmeId());
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        Entry entry = task.entry(answers, Role.DIRECTOR);
        programmes.decide(
                task.programmeId(),
                answers.ids("approvedIds"),
                answers.text("remark"),
                task.decider(Role.DIRECTOR, entry),
                entry);
        news.hold(task.programmeId());
        task.set(PersonalProgrammeApprovalProcess.MORE_PROGRAMMES, programmes.anyToApprove(task.programmeId()));
    }
}
