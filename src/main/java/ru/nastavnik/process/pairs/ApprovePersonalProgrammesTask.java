package ru.nastavnik.process.pairs;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.nastavnik.mentorship.Mentorship;
import ru.nastavnik.mentorship.Mentorships;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.FormData.Choice;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;
import ru.nastavnik.roadmap.Outcome;
import ru.nastavnik.shared.Entry;

@Component
class ApprovePersonalProgrammesTask implements TaskWork {

    private final Mentorships mentorships;
    private final PairWorkNews news;

    ApprovePersonalProgrammesTask(Mentorships mentorships, PairWorkNews news) {
        this.mentorships = mentorships;
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
        List<Mentorship> drafted = mentorships.programmesToApprove(task.programmeId());
        form.table("programmes");
        drafted.forEach(pair -> form.row(
                "programmes",
                "pair",
                mentorships.label(pair.id()),
                "goal",
                pair.goal(),
                "content",
                pair.content(),
                "period",
                FormData.period(pair.periodFrom(), pair.periodTo())));
        form.choices(
                "pairs",
                drafted.stream()
                        .map(pair -> new Choice(
                                mentorships.label(pair.id()), pair.id().toString()))
                        .toList());
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        Entry entry = task.entry(answers, Role.DIRECTOR);
        mentorships.decideProgrammes(
                task.programmeId(),
                answers.ids("approvedIds"),
                answers.text("remark"),
                task.decider(Role.DIRECTOR, entry),
                entry);
        news.hold(task.programmeId());
        task.set(
                PersonalProgrammeApprovalProcess.MORE_PROGRAMMES,
                !mentorships.programmesToApprove(task.programmeId()).isEmpty());
    }
}
