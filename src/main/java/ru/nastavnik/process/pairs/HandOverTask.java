package ru.nastavnik.process.pairs;

import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.nastavnik.mentorship.Mentorship;
import ru.nastavnik.mentorship.Mentorships;
import ru.nastavnik.mentorship.PersonalProgrammes;
import ru.nastavnik.mentorship.Replacements;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;
import ru.nastavnik.shared.DayBounds;
import ru.nastavnik.shared.Decider;

@Component
class HandOverTask implements TaskWork {

    private final Replacements replacements;
    private final Mentorships mentorships;
    private final PersonalProgrammes programmes;
    private final PairForms forms;

    HandOverTask(Replacements replacements, Mentorships mentorships, PersonalProgrammes programmes, PairForms forms) {
        this.replacements = replacements;
        this.mentorships = mentorships;
        this.programmes = programmes;
        this.forms = forms;
    }

    @Override
    public String task() {
        return MentorReplacementProcess.HAND_OVER;
    }

    @Override
    public String about(TaskContext task) {
        return mentorships.label(replacements.get(task.subjectId()).mentorshipId());
    }

    @Override
    public void show(TaskContext task, FormData form) {
        Mentorship pair = replacements.pairOf(task.subjectId());
        form.put("pair", about(task));
        forms.meetings(form, "meetings", pair.id());
        programmes
                .newest(pair.id())
                .ifPresent(version -> form.put("programme", version.goal() + "\n\n" + version.content()));
    }

    @Override
    public DayBounds days(TaskContext task, String key) {
        return replacements.pairOf(task.subjectId()).work(task.today());
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        UUID formerMentorId = replacements.get(task.subjectId()).oldMentorId();
        replacements.handOver(
                task.subjectId(),
                answers.text("handover"),
                new Decider(formerMentorId, "Прежний наставник"),
                task.entryOf(answers, formerMentorId));
    }
}
