package ru.nastavnik.process.pairs;

import org.springframework.stereotype.Component;
import ru.nastavnik.mentorship.Mentorship;
import ru.nastavnik.mentorship.Mentorships;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;

@Component
class SumUpPairTask implements TaskWork {

    private final Mentorships mentorships;

    SumUpPairTask(Mentorships mentorships) {
        this.mentorships = mentorships;
    }

    @Override
    public String task() {
        return MentorshipProcess.SUM_UP_PAIR;
    }

    @Override
    public String about(TaskContext task) {
        return mentorships.label(task.subjectId());
    }

    @Override
    public void show(TaskContext task, FormData form) {
        form.put("pair", mentorships.label(task.subjectId()))
                .put("mentorResult", mentorships.get(task.subjectId()).mentorResult());
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        mentorships.sumUp(
                task.subjectId(),
                answers.requiredChoice("resultKind", Mentorship.ResultKind.class, "Выберите результат работы пары."),
                answers.text("conclusion"),
                answers.flag("questionnaires"));
    }
}
