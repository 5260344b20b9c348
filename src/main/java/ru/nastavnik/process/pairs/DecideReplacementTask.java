package ru.nastavnik.process.pairs;

import org.springframework.stereotype.Component;
import ru.nastavnik.mentorship.Mentorships;
import ru.nastavnik.mentorship.Replacements;
import ru.nastavnik.mentorship.Replacements.Verdict;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;
import ru.nastavnik.shared.Entry;

@Component
class DecideReplacementTask implements TaskWork {

    private final Replacements replacements;
    private final Mentorships mentorships;
    private final ReplacementFacts facts;

    DecideReplacementTask(Replacements replacements, Mentorships mentorships, ReplacementFacts facts) {
        this.replacements = replacements;
        this.mentorships = mentorships;
        this.facts = facts;
    }

    @Override
    public String task() {
        return MentorReplacementProcess.DECIDE_REPLACEMENT;
    }

    @Override
    public String about(TaskContext task) {
        return mentorships.label(replacements.get(task.subjectId()).mentorshipId());
    }

    @Override
    public void show(TaskContext task, FormData form) {
        facts.show(task.subjectId(), form);
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
