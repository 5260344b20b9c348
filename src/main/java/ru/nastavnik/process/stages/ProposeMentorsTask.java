package ru.nastavnik.process.stages;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.nastavnik.participants.Side;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;
import ru.nastavnik.roadmap.Outcome;
import ru.nastavnik.roadmap.Roadmap;
import ru.nastavnik.shared.DayBounds;

/** «Предложить наставников». Nobody becomes one without their own consent (E13). */
@Component
class ProposeMentorsTask implements TaskWork {

    private final Applications applications;
    private final Roadmap roadmap;

    ProposeMentorsTask(Applications applications, Roadmap roadmap) {
        this.applications = applications;
        this.roadmap = roadmap;
    }

    @Override
    public String task() {
        return MentorBankStageProcess.PROPOSE_MENTORS;
    }

    @Override
    public Set<Outcome> outcomes(UUID stageId) {
        return Set.of(Outcome.MENTOR_BANK_FORMED);
    }

    @Override
    public void show(TaskContext task, FormData form) {
        applications.show(task, Side.MENTOR, form);
    }

    @Override
    public DayBounds days(TaskContext task, String key) {
        return roadmap.programme(task.programmeId()).preparation(task.today());
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        applications.enter(task, Side.MENTOR, answers, "Методическое объединение");
        task.set(MentorBankStageProcess.MORE_MENTORS, answers.flag("more"));
    }
}
