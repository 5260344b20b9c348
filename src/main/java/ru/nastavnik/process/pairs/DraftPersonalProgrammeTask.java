package ru.nastavnik.process.pairs;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.nastavnik.mentorship.Mentorships;
import ru.nastavnik.mentorship.PersonalProgrammeVerdict;
import ru.nastavnik.mentorship.PersonalProgrammes;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;
import ru.nastavnik.roadmap.Outcome;

@Component
class DraftPersonalProgrammeTask implements TaskWork {

    private final Mentorships mentorships;
    private final PersonalProgrammes programmes;
    private final PairForms forms;

    DraftPersonalProgrammeTask(Mentorships mentorships, PersonalProgrammes programmes, PairForms forms) {
        this.mentorships = mentorships;
        this.programmes = programmes;
        this.forms = forms;
    }

    @Override
    public String task() {
        return MentorshipProcess.DRAFT_PERSONAL_PROGRAMME;
    }

    @Override
    public Set<Outcome> outcomes(UUID pairId) {
        return Set.of(Outcome.PERSONAL_PROGRAMMES_APPROVED);
    }

    @Override
    public String about(TaskContext task) {
        return mentorships.label(task.subjectId());
    }

    @Override
    public void show(TaskContext task, FormData form) {
        form.put("pair", about(task)).table("remarks");
        programmes
                .of(task.subjectId())
                .ifPresent(programme -> forms.remarks(form, programme.id(), PersonalProgrammeVerdict.RETURN));
        forms.handover(form, task.subjectId());
        programmes
                .newest(task.subjectId())
                .ifPresent(version -> form.put("goal", version.goal()).put("content", version.content()));
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        programmes.draft(task.subjectId(), answers.text("goal"), answers.text("content"));
    }
}
