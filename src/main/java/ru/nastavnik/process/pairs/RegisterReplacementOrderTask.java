package ru.nastavnik.process.pairs;

import org.springframework.stereotype.Component;
import ru.nastavnik.mentorship.Mentorships;
import ru.nastavnik.mentorship.Replacements;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;

@Component
class RegisterReplacementOrderTask implements TaskWork {

    private final Replacements replacements;
    private final Mentorships mentorships;
    private final ReplacementFacts facts;

    RegisterReplacementOrderTask(Replacements replacements, Mentorships mentorships, ReplacementFacts facts) {
        this.replacements = replacements;
        this.mentorships = mentorships;
        this.facts = facts;
    }

    @Override
    public String task() {
        return MentorReplacementProcess.REGISTER_REPLACEMENT_ORDER;
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
        replacements.assign(
                task.subjectId(),
                answers.required("number", "Укажите номер приказа."),
                answers.requiredDate("date", "Укажите дату приказа."));
    }
}
