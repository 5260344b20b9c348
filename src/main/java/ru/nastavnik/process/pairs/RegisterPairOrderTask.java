package ru.nastavnik.process.pairs;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.nastavnik.mentorship.PairLists;
import ru.nastavnik.organisation.People;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;
import ru.nastavnik.roadmap.Outcome;

@Component
class RegisterPairOrderTask implements TaskWork {

    private final PairLists lists;
    private final People people;

    RegisterPairOrderTask(PairLists lists, People people) {
        this.lists = lists;
        this.people = people;
    }

    @Override
    public String task() {
        return PairFormationProcess.REGISTER_PAIR_ORDER;
    }

    @Override
    public Set<Outcome> outcomes(UUID pairListId) {
        return Set.of(Outcome.PAIRS_IN_ORDER);
    }

    @Override
    public String about(TaskContext task) {
        return PairForms.count(lists.approved(task.subjectId()).size());
    }

    @Override
    public void show(TaskContext task, FormData form) {
        form.put("withdrawn", lists.approved(task.subjectId()).isEmpty()).table("pairs");
        lists.approved(task.subjectId())
                .forEach(pair -> form.row(
                        "pairs",
                        "mentee",
                        people.shortName(pair.menteeId()),
                        "mentor",
                        people.shortName(pair.mentorId()),
                        "period",
                        FormData.period(pair.periodFrom(), pair.periodTo())));
    }

    /** Without a pair there is nothing to order: all of them have been ended since the director approved them. */
    @Override
    public void complete(TaskContext task, Answers answers) {
        if (lists.approved(task.subjectId()).isEmpty()) {
            return;
        }
        lists.assign(
                task.subjectId(),
                answers.required("number", "Укажите номер приказа."),
                answers.requiredDate("date", "Укажите дату приказа."));
    }
}
