package ru.nastavnik.process.pairs;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.nastavnik.mentorship.Mentorship;
import ru.nastavnik.mentorship.Mentorships;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;
import ru.nastavnik.roadmap.Outcome;

@Component
class DraftPersonalProgrammeTask implements TaskWork {

    private final Mentorships mentorships;
    private final PairForms forms;

    DraftPersonalProgrammeTask(Mentorships mentorships, PairForms forms) {
        this.mentorships = mentorships;
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
        Mentorship pair = mentorships.get(task.subjectId());
        form.put("pair", mentorships.label(pair.id()));
        forms.remarks(form, pair.id(), "personalProgramme", Set.of("RETURN"));
        forms.handover(form, pair.id());
        form.put("goal", pair.goal()).put("content", pair.content());
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        mentorships.draftProgramme(
                task.subjectId(),
                answers.required("goal", "Напишите цель работы пары."),
                answers.required("content", "Напишите, что будете делать."));
    }
}
