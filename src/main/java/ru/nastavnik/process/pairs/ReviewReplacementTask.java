package ru.nastavnik.process.pairs;

import org.springframework.stereotype.Component;
import ru.nastavnik.mentorship.Mentorships;
import ru.nastavnik.mentorship.Replacement;
import ru.nastavnik.mentorship.ReplacementGround;
import ru.nastavnik.mentorship.Replacements;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;
import ru.nastavnik.shared.DayBounds;
import ru.nastavnik.shared.Decider;
import ru.nastavnik.shared.Entry;

@Component
class ReviewReplacementTask implements TaskWork {

    private enum Review {
        ACCEPT,
        DECLINE
    }

    private final Replacements replacements;
    private final Mentorships mentorships;

    ReviewReplacementTask(Replacements replacements, Mentorships mentorships) {
        this.replacements = replacements;
        this.mentorships = mentorships;
    }

    @Override
    public String task() {
        return MentorReplacementProcess.REVIEW_REPLACEMENT;
    }

    @Override
    public String about(TaskContext task) {
        return mentorships.label(replacements.get(task.subjectId()).mentorshipId());
    }

    @Override
    public void show(TaskContext task, FormData form) {
        form.put("pair", about(task))
                .put("request", replacements.get(task.subjectId()).request());
    }

    @Override
    public DayBounds days(TaskContext task, String key) {
        return replacements.pairOf(task.subjectId()).work(task.today());
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        Review review = answers.requiredChoice("review", Review.class, "Выберите решение по просьбе.");
        Decider curator = task.decider(Role.CURATOR);
        Entry entry = task.onScreen();
        if (review == Review.DECLINE) {
            replacements.decline(task.subjectId(), answers.text("remark"), curator, entry);
        } else {
            Replacement.Release release = replacements.accept(
                    task.subjectId(),
                    answers.requiredChoice("ground", ReplacementGround.class, "Выберите основание замены."),
                    answers.requiredChoice(
                            "initiative",
                            Replacement.Initiative.class,
                            "Укажите, как освобождается прежний наставник."),
                    answers.date("noticeOn"),
                    answers.text("basis"),
                    curator,
                    entry);
            task.set(MentorReplacementProcess.MENTOR_RELEASE, release.name());
        }
        task.set(MentorReplacementProcess.REPLACEMENT_ACCEPTED, review == Review.ACCEPT);
    }
}
