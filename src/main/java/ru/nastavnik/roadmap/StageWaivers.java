package ru.nastavnik.roadmap;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.shared.DayBounds;
import ru.nastavnik.shared.Decider;
import ru.nastavnik.shared.Decisions;
import ru.nastavnik.shared.Entry;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.SchoolClock;
import ru.nastavnik.shared.TextLimits;

/** Ending a stage without its evidence: asked for by the curator with a reason, decided by the director. */
@Service
@Transactional
public class StageWaivers {

    private final StageWaiverRepository waivers;
    private final Roadmap roadmap;
    private final Gates gates;
    private final ObjectProvider<StageKeeper> keepers;
    private final Organisations organisations;
    private final Decisions decisions;
    private final SchoolClock clock;
    private final ApplicationEventPublisher events;

    StageWaivers(
            StageWaiverRepository waivers,
            Roadmap roadmap,
            Gates gates,
            ObjectProvider<StageKeeper> keepers,
            Organisations organisations,
            Decisions decisions,
            SchoolClock clock,
            ApplicationEventPublisher events) {
        this.waivers = waivers;
        this.roadmap = roadmap;
        this.gates = gates;
        this.keepers = keepers;
        this.organisations = organisations;
        this.decisions = decisions;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Asks for the stage to be ended without its evidence.
     *
     * @param by account that asks
     * @throws Refusal when the reason is missing, the stage does not run or ends with its programme, the programme has
     *     ended, or the director has already been asked
     */
    public void request(UUID stageId, String reason, UUID by) {
        String why = TextLimits.demanded(
                reason, TextLimits.TEXT, "Напишите обоснование: почему этап завершается без подтверждения.");
        Stage stage = gates.lock(stageId);
        stage.demandOpen();
        Programme programme = roadmap.programme(stage.programmeId());
        programme.demandNotEnded();
        if (!stage.mayBeWaived()) {
            throw Refusal.wrongState("Этот этап идёт до конца программы и завершится вместе с ней.");
        }
        if (requested(stageId).isPresent()) {
            throw Refusal.wrongState("Директора уже попросили завершить этот этап. Дождитесь решения.");
        }
        waivers.saveAndFlush(new StageWaiver(stageId, why, by, clock.instant()));
        events.publishEvent(new StageWaiverRequested(programme.organisationId(), programme.id(), stageId));
    }

    /** Takes the request back, if there is one: the stage has ended by itself. */
    public void cancel(UUID stageId) {
        requested(stageId).ifPresent(waiver -> {
            waiver.cancel();
            events.publishEvent(new StageWaiverCancelled(stageId));
        });
    }

    /** @return the request on which the director has not decided yet */
    @Transactional(readOnly = true)
    public Optional<StageWaiver> requested(UUID stageId) {
        return waivers.findByStageIdAndState(stageId, StageWaiver.State.REQUESTED);
    }

    /** @return days on which the request can be decided on: it was made */
    @Transactional(readOnly = true)
    public DayBounds decisionDays(UUID stageId) {
        UUID organisationId =
                roadmap.programme(roadmap.stage(stageId).programmeId()).organisationId();
        DayBounds days = DayBounds.untilToday(organisations.today(organisationId));
        return requested(stageId)
                .map(waiver -> days.notBefore(
                        organisations.dayOf(organisationId, waiver.requestedAt()), "день просьбы закрыть этап"))
                .orElse(days);
    }

    /**
     * Records the director's decision. The stage itself is ended by {@link #waive}.
     *
     * @param remark demanded when the request is rejected
     * @throws Refusal when nothing was asked, the stage has ended by itself meanwhile, or work goes on that it stands for
     */
    public void decide(
            UUID stageId, StageWaiverVerdict verdict, @Nullable String remark, Decider decider, Entry entry) {
        if (verdict == StageWaiverVerdict.REJECT && (remark == null || remark.isBlank())) {
            throw Refusal.invalid("Напишите замечание, чтобы куратор знал, что не так.");
        }
        StageWaiver waiver = requested(stageId)
                .orElseThrow(() -> Refusal.wrongState("Просьбы завершить этот этап нет: решение по ней уже внесено."));
        Stage stage = roadmap.stage(stageId);
        if (verdict == StageWaiverVerdict.APPROVE) {
            stage.demandOpen();
            keepers.stream()
                    .flatMap(keeper -> keeper.objection(stage).stream())
                    .findFirst()
                    .ifPresent(objection -> {
                        throw Refusal.wrongState(objection);
                    });
        }
        waiver.decide(verdict == StageWaiverVerdict.APPROVE);
        decisions.record(
                roadmap.programme(stage.programmeId()).organisationId(),
                verdict,
                waiver.id(),
                null,
                remark,
                decider,
                entry);
    }

    /** Ends the stage with the reason that the director has approved. */
    public void waive(UUID stageId) {
        Stage stage = gates.lock(stageId);
        if (stage.state() == Stage.State.WAIVED) {
            return;
        }
        if (waivers.findFirstByStageIdAndState(stageId, StageWaiver.State.APPROVED)
                .isEmpty()) {
            throw Refusal.wrongState("Директор не утверждал завершение этого этапа без подтверждения.");
        }
        stage.waive(organisations.today(roadmap.programme(stage.programmeId()).organisationId()));
        events.publishEvent(new StageWaived(stageId));
    }
}
