package ru.nastavnik.process.pairs;

import org.springframework.stereotype.Component;
import ru.nastavnik.mentorship.Replacements;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.shared.DayBounds;

@Component
class RegisterReplacementOrderTask extends OnReplacementTask {

    private final Replacements replacements;

    RegisterReplacementOrderTask(Replacements replacements, ReplacementFacts facts) {
        super(facts);
        this.replacements = replacements;
    }

    @Override
    public String task() {
        return MentorReplacementProcess.REGISTER_REPLACEMENT_ORDER;
    }

    @Override
    public DayBounds days(TaskContext task, String key) {
        return replacements.pairOf(task.subjectId()).work(task.today());
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        OrderRequisites order = OrderRequisites.of(answers);
        replacements.assign(task.subjectId(), order.number(), order.date());
    }
}
