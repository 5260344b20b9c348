package ru.nastavnik.process.pairs;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;
import ru.nastavnik.mentorship.Mentorship;
import ru.nastavnik.mentorship.Mentorships;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.FormData.Choice;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;
import ru.nastavnik.shared.DayBounds;
import ru.nastavnik.shared.Decider;
import ru.nastavnik.shared.Entry;

@Component
class MarkMeetingsTask implements TaskWork {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM, EE", Locale.forLanguageTag("ru"));

    private final Mentorships mentorships;
    private final PairForms forms;

    MarkMeetingsTask(Mentorships mentorships, PairForms forms) {
        this.mentorships = mentorships;
        this.forms = forms;
    }

    @Override
    public String task() {
        return MentorshipProcess.MARK_MEETINGS;
    }

    @Override
    public String about(TaskContext task) {
        return mentorships.label(task.subjectId());
    }

    @Override
    public void show(TaskContext task, FormData form) {
        form.put("pair", about(task));
        forms.mentees(form, mentorships.get(task.subjectId()));
        forms.handover(form, task.subjectId());
        forms.meetings(form, "held", task.subjectId());
        form.choices(
                "days",
                mentorships.unmarkedDays(task.subjectId()).stream()
                        .map(day -> new Choice(DAY.format(day), day.toString()))
                        .toList());
    }

    @Override
    public DayBounds days(TaskContext task, String key) {
        return mentorships.get(task.subjectId()).work(task.today());
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        Mentorship pair = mentorships.get(task.subjectId());
        Entry entry = task.entryOf(answers, pair.mentorId());
        Decider mentor = new Decider(pair.mentorId(), "Наставник");
        boolean none = answers.flag("none");
        if (none) {
            mentorships.markSilence(pair.id(), answers.text("reason"), mentor, entry);
        } else {
            mentorships.markMeetings(
                    pair.id(),
                    answers.texts("dates").stream().map(LocalDate::parse).toList(),
                    answers.ids("menteeIds"),
                    mentor,
                    entry);
        }
        task.set(MentorshipProcess.MEETINGS_HELD, !none);
        task.set(MentorshipProcess.WORK_PERIOD_OVER, mentorships.workPeriodOver(pair.id()));
    }
}
