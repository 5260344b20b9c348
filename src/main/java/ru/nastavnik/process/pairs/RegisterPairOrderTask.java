package ru.nastavnik.process.pairs;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.nastavnik.mentorship.Mentorship;
import ru.nastavnik.mentorship.PairLabels;
import ru.nastavnik.mentorship.PairLists;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;
import ru.nastavnik.roadmap.Outcome;
import ru.nastavnik.shared.DayBounds;
import ru.nastavnik.shared.Known;

@Component
class RegisterPairOrderTask implements TaskWork {

    private record Row(String mentee, String mentor, String period) {}

    private final PairLists lists;
    private final PairLabels labels;

    RegisterPairOrderTask(PairLists lists, PairLabels labels) {
        this.lists = lists;
        this.labels = labels;
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
        List<Mentorship> approved = lists.approved(task.subjectId());
        Map<UUID, String> names = labels.names(approved);
        form.put("withdrawn", approved.isEmpty());
        form.rows(
                "pairs",
                approved.stream()
                        .map(pair -> new Row(
                                PairLabels.mentees(pair, names),
                                Known.in(names, pair.mentorId()),
                                FormData.period(pair.periodFrom(), pair.periodTo())))
                        .toList());
    }

    @Override
    public DayBounds days(TaskContext task, String key) {
        return lists.orderDays(task.subjectId());
    }

    /** Without a pair there is nothing to order: all of them have been ended since the director approved them. */
    @Override
    public void complete(TaskContext task, Answers answers) {
        if (lists.approved(task.subjectId()).isEmpty()) {
            return;
        }
        OrderRequisites order = OrderRequisites.of(answers);
        lists.assign(task.subjectId(), order.number(), order.date());
    }
}
