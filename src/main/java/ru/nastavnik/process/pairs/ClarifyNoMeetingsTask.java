package ru.nastavnik.process.pairs;

import org.springframework.stereotype.Component;
import ru.nastavnik.mentorship.Mentorships;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;

@Component
class ClarifyNoMeetingsTask implements TaskWork {

    private final Mentorships mentorships;

    ClarifyNoMeetingsTask(Mentorships mentorships) {
        this.mentorships = mentorships;
    }

    @Override
    public String task() {
        return MentorshipProcess.CLARIFY_NO_MEETINGS;
    }

    @Override
    public String about(TaskContext task) {
        return mentorships.label(task.subjectId());
    }

    @Override
    public void show(TaskContext task, FormData form) {
        form.put("pair", mentorships.label(task.subjectId()))
                .put("reason", mentorships.silenceReason(task.subjectId()));
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        mentorships.clarifySilence(task.subjectId(), answers.text("conclusion"));
        task.set(MentorshipProcess.WORK_PERIOD_OVER, mentorships.workPeriodOver(task.subjectId()));
    }
}
