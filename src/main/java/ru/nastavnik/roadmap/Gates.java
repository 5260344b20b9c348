package ru.nastavnik.roadmap;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.shared.Refusal;

/**
 * Gates of stages. A gate is looked at under the lock of its stage only: whoever waits and whoever closes the last row
 * come one after the other, so that the message is neither lost nor sent before somebody waits for it.
 *
 * <p>One outcome may close rows of several stages. Whoever locks a stage has therefore locked its roadmap before: nobody
 * waits for one stage while holding another.
 */
@Component
@Transactional
class Gates {

    private final ProgrammeRepository programmes;
    private final StageRepository stages;
    private final MeasureRepository measures;
    private final EntityManager entities;
    private final ApplicationEventPublisher events;

    Gates(
            ProgrammeRepository programmes,
            StageRepository stages,
            MeasureRepository measures,
            EntityManager entities,
            ApplicationEventPublisher events) {
        this.programmes = programmes;
        this.stages = stages;
        this.measures = measures;
        this.entities = entities;
        this.events = events;
    }

    /** Lets nobody else write in the roadmap of this programme until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    void lockRoadmap(UUID programmeId) {
        programmes.lock("roadmap " + programmeId);
    }

    /** @return the stage as it is now, locked until the transaction ends */
    @Transactional(propagation = Propagation.MANDATORY)
    Stage lock(UUID stageId) {
        Stage stage = stages.findById(stageId).orElseThrow(() -> Refusal.notFound("Такого этапа нет."));
        lockRoadmap(stage.programmeId());
        entities.flush();
        entities.refresh(stage, LockModeType.PESSIMISTIC_WRITE);
        return stage;
    }

    /** @return whether the gate is met; when not, {@link StageGateMet} follows once it is */
    boolean check(UUID stageId) {
        Stage stage = lock(stageId);
        boolean met = met(stage);
        stage.await(!met);
        return met;
    }

    /** To be called under the lock, after a row has been closed. */
    @Transactional(propagation = Propagation.MANDATORY)
    void rowClosed(Stage stage) {
        if (stage.awaited() && met(stage)) {
            stage.await(false);
            events.publishEvent(new StageGateMet(stage.id()));
        }
    }

    /** Says once more that the gate is met, should the message have been lost. */
    void remind(UUID stageId) {
        Stage stage = lock(stageId);
        if (stage.state() == Stage.State.OPEN && met(stage)) {
            stage.await(false);
            events.publishEvent(new StageGateMet(stage.id()));
        }
    }

    private boolean met(Stage stage) {
        return stage.state() == Stage.State.WAIVED
                || stage.state() == Stage.State.CLOSED
                || measures.countDue(stage.id()) == 0;
    }
}
