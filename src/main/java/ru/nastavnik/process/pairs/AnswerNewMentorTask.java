package ru.nastavnik.process.pairs;

import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.nastavnik.mentorship.Mentorship;
import ru.nastavnik.mentorship.PairLabels;
import ru.nastavnik.mentorship.Replacements;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;
import ru.nastavnik.shared.DayBounds;
import ru.nastavnik.shared.Decider;

@Component
class AnswerNewMentorTask implements TaskWork {

    private enum Answer {
        GIVEN,
        REFUSED
    }

    private final Replacements replacements;
    private final PairLabels labels;

    AnswerNewMentorTask(Replacements replacements, PairLabels labels) {
        this.replacements = replacements;
        this.labels = labels;
    }

    @Override
    public String task() {
        return MentorReplacementProcess.ANSWER_NEW_MENTOR;
    }

    /** The pair as it would become. */
    @Override
    public String about(TaskContext task) {
        return labels.of(replacements.get(task.subjectId()).newMentorId(), replacements.pairOf(task.subjectId()));
    }

    @Override
    public void show(TaskContext task, FormData form) {
        Mentorship pair = replacements.pairOf(task.subjectId());
        form.put("pair", about(task) + ", " + FormData.period(pair.periodFrom(), pair.periodTo()));
    }

    @Override
    public DayBounds days(TaskContext task, String key) {
        return replacements.pairOf(task.subjectId()).work(task.today());
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        Answer answer = answers.requiredChoice("answer", Answer.class, "Выберите ответ.");
        UUID candidateId = replacements.get(task.subjectId()).newMentorId();
        replacements.answer(
                task.subjectId(),
                answer == Answer.GIVEN,
                new Decider(candidateId, "Наставник"),
                task.entryOf(answers, candidateId));
        task.set(MentorReplacementProcess.NEW_MENTOR_AGREES, answer == Answer.GIVEN);
    }
}
