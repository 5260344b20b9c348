package ru.nastavnik.process.pairs;

import org.springframework.stereotype.Component;
import ru.nastavnik.mentorship.Replacements;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.TaskContext;

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
    public void complete(TaskContext task, Answers answers) {
        OrderRequisites order = OrderRequisites.of(answers);
        replacements.assign(task.subjectId(), order.number(), order.date());
    }
}
