package ru.nastavnik.process.pairs;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import ru.nastavnik.mentorship.Mentorship;
import ru.nastavnik.mentorship.Mentorships;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;
import ru.nastavnik.shared.DayBounds;
import ru.nastavnik.shared.Decider;

@Component
class HoldFinalMeetingTask implements TaskWork {

    private final Mentorships mentorships;
    private final PairForms forms;

    HoldFinalMeetingTask(Mentorships mentorships, PairForms forms) {
        this.mentorships = mentorships;
        this.forms = forms;
    }

    @Override
    public String task() {
        return MentorshipProcess.HOLD_FINAL_MEETING;
    }

    @Override
    public String about(TaskContext task) {
        return mentorships.label(task.subjectId());
    }

    @Override
    public void show(TaskContext task, FormData form) {
        form.put("pair", about(task));
        forms.mentees(form, mentorships.get(task.subjectId()));
    }

    @Override
    public DayBounds days(TaskContext task, String key) {
        return mentorships.get(task.subjectId()).work(task.today());
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        Mentorship pair = mentorships.get(task.subjectId());
        LocalDate heldOn = answers.requiredDate("heldOn", "Укажите день заключительной встречи.");
        mentorships.holdFinalMeeting(
                pair.id(),
                heldOn,
                answers.ids("menteeIds"),
                answers.text("result"),
                new Decider(pair.mentorId(), "Наставник"),
                task.entryOf(answers, pair.mentorId()));
    }
}
