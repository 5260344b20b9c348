package ru.nastavnik.process.pairs;

import org.springframework.stereotype.Component;
import ru.nastavnik.mentorship.Mentorships;
import ru.nastavnik.mentorship.ReplacementVerdict;
import ru.nastavnik.mentorship.Replacements;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;

@Component
class ChooseNewMentorTask implements TaskWork {

    private enum Search {
        FOUND,
        NOBODY
    }

    private final Replacements replacements;
    private final Mentorships mentorships;
    private final PairForms forms;

    ChooseNewMentorTask(Replacements replacements, Mentorships mentorships, PairForms forms) {
        this.replacements = replacements;
        this.mentorships = mentorships;
        this.forms = forms;
    }

    @Override
    public String task() {
        return MentorReplacementProcess.CHOOSE_NEW_MENTOR;
    }

    @Override
    public String about(TaskContext task) {
        return mentorships.label(replacements.get(task.subjectId()).mentorshipId());
    }

    @Override
    public void show(TaskContext task, FormData form) {
        form.put("pair", about(task));
        forms.remarks(form, task.subjectId(), ReplacementVerdict.RETURN, ReplacementVerdict.CANDIDATE_REFUSES);
        form.choices("mentors", forms.mentors(replacements.candidates(task.subjectId())));
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        Search search = answers.requiredChoice("search", Search.class, "Укажите, есть ли кандидат.");
        if (search == Search.FOUND) {
            replacements.choose(
                    task.subjectId(),
                    answers.requiredId("mentorId", "Выберите нового наставника."),
                    task.decider(Role.CURATOR),
                    task.onScreen());
        }
        task.set(MentorReplacementProcess.CANDIDATE_FOUND, search == Search.FOUND);
    }
}
