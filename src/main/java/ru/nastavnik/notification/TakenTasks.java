package ru.nastavnik.notification;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.shared.SchoolClock;

/** Tasks that were taken away: whoever had one is told, and who did it and why stays. */
@Service
@Transactional
public class TakenTasks {

    private final TakenTaskRepository taken;
    private final Notices notices;
    private final SchoolClock clock;

    TakenTasks(TakenTaskRepository taken, Notices notices, SchoolClock clock) {
        this.taken = taken;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * @param holderId account from which it is taken
     * @param by       account that takes it
     */
    public void record(UUID organisationId, String taskId, String name, UUID holderId, UUID by, String reason) {
        TakenTask task = taken.save(new TakenTask(organisationId, taskId, name, holderId, by, reason, clock.instant()));
        notices.tell(holderId, NoticeKind.TASK_TAKEN_AWAY, task.id());
    }

    /** @return the newest first, 20 at most */
    @Transactional(readOnly = true)
    public List<TakenTask> of(UUID organisationId) {
        return taken.findTop20ByOrganisationIdOrderByTakenAtDesc(organisationId);
    }

    @Transactional(readOnly = true)
    public TakenTask get(UUID id) {
        return taken.findById(id).orElseThrow();
    }
}
