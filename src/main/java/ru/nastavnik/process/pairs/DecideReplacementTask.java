package ru.nastavnik.process.pairs;

import org.springframework.stereotype.Component;
import ru.nastavnik.mentorship.Replacements;
import ru.nastavnik.mentorship.Replacements.Verdict;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.shared.DayBounds;
import ru.nastavnik.shared.Entry;

@Component
class DecideReplacementTask extends OnReplacementTask {

    private final Replacements replacements;

    DecideReplacementTask(Replacements replacements, ReplacementFacts facts) {
        super(facts);
        this.replacements = replacements;
    }

    @Override
    public String task() {
        return MentorReplacementProcess.DECIDE_REPLACEMENT;
    }

    @Override
    public DayBounds days(TaskContext task, String key) {
        return replacements.pairOf(task.subjectId()).work(task.today());
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        Verdict verdict = answers.requiredChoice("decision", Verdict.class, "Выберите решение.");
        Entry entry = task.entry(answers, Role.DIRECTOR);
        replacements.decide(
                task.subjectId(), verdict, answers.text("remark"), task.decider(Role.DIRECTOR, entry), entry);
        task.set(MentorReplacementProcess.REPLACEMENT_DECISION, verdict.name());
    }
}
