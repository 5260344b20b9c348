package ru.nastavnik.process.stages;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.participants.Participants;
import ru.nastavnik.participants.Side;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;
import ru.nastavnik.roadmap.EvidenceKind;
import ru.nastavnik.roadmap.Outcome;
import ru.nastavnik.roadmap.Proof;
import ru.nastavnik.roadmap.Roadmap;
import ru.nastavnik.shared.DayBounds;
import ru.nastavnik.shared.Entry;

/** «Собрать запросы педагогов». */
@Component
class CollectRequestsTask implements TaskWork {

    private final Applications applications;
    private final Participants participants;
    private final Roadmap roadmap;

    CollectRequestsTask(Applications applications, Participants participants, Roadmap roadmap) {
        this.applications = applications;
        this.participants = participants;
        this.roadmap = roadmap;
    }

    @Override
    public String task() {
        return MenteeBankStageProcess.COLLECT_REQUESTS;
    }

    @Override
    public Set<Outcome> outcomes(UUID stageId) {
        return Set.of(Outcome.REQUESTS_COLLECTED);
    }

    @Override
    public void show(TaskContext task, FormData form) {
        applications.show(task, Side.MENTEE, form);
    }

    @Override
    public DayBounds days(TaskContext task, String key) {
        return roadmap.programme(task.programmeId()).preparation(task.today());
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        Entry entry = applications.enter(task, Side.MENTEE, answers, Role.CURATOR.title());
        boolean more = answers.flag("more");
        if (!more) {
            roadmap.reach(task.programmeId(), Outcome.REQUESTS_COLLECTED, proof(task, entry));
        }
        task.set(MenteeBankStageProcess.MORE_REQUESTS, more);
    }

    private Proof proof(TaskContext task, Entry entry) {
        if (entry.proof() != null) {
            return new Proof(EvidenceKind.REFERENCE, entry.proof(), null, null, entry.happenedOn(), task.actor());
        }
        int requests = participants.of(task.programmeId(), Side.MENTEE).size();
        return new Proof(
                EvidenceKind.SYSTEM,
                "Запросы внесены, наставляемых: " + requests,
                null,
                null,
                entry.happenedOn(),
                task.actor());
    }
}
