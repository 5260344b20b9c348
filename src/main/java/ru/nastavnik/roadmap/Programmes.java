package ru.nastavnik.roadmap;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.consent.Consents;
import ru.nastavnik.documents.ActState;
import ru.nastavnik.documents.LocalActs;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.shared.Decider;
import ru.nastavnik.shared.Decisions;
import ru.nastavnik.shared.Entry;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.RussianDate;
import ru.nastavnik.shared.TextLimits;

/** The life of a programme: completed by the curator, decided on by the director, run, closed or cancelled. */
@Service
@Transactional
public class Programmes {

    private final Roadmap roadmap;
    private final StageRepository stages;
    private final MeasureRepository measures;
    private final LocalActs acts;
    private final Consents consents;
    private final Decisions decisions;
    private final ApplicationEventPublisher events;

    Programmes(
            Roadmap roadmap,
            StageRepository stages,
            MeasureRepository measures,
            LocalActs acts,
            Consents consents,
            Decisions decisions,
            ApplicationEventPublisher events) {
        this.roadmap = roadmap;
        this.stages = stages;
        this.measures = measures;
        this.acts = acts;
        this.consents = consents;
        this.decisions = decisions;
        this.events = events;
    }

    /** Asks for a programme to be started for this organisation; it is checked when it is created. */
    public void request(UUID organisationId, String templateCode, String track, LocalDate from, LocalDate to) {
        events.publishEvent(new ProgrammeRequested(organisationId, templateCode, track, from, to));
    }

    /**
     * Sets who answers for a row of a draft and when it is due, and accepts the row.
     *
     * @param role null keeps what is there
     * @param from null keeps what is there
     * @param to   null keeps what is there
     * @throws Refusal when the dates are not a term within the programme, or the roadmap is no longer a draft
     */
    public void change(UUID measureId, @Nullable Role role, @Nullable LocalDate from, @Nullable LocalDate to) {
        Measure measure = roadmap.measure(measureId);
        Programme programme = roadmap.programme(roadmap.stage(measure.stageId()).programmeId());
        programme.demandDraft();
        LocalDate dueFrom = from == null ? measure.dueFrom() : from;
        LocalDate dueTo = to == null ? measure.dueTo() : to;
        if (dueTo.isBefore(dueFrom)) {
            throw Refusal.invalid("Конец срока раньше начала. Исправьте даты.");
        }
        if (dueFrom.isBefore(programme.periodFrom()) || dueTo.isAfter(programme.periodTo())) {
            throw Refusal.invalid("Срок выходит за пределы программы: %s – %s. Исправьте даты."
                    .formatted(RussianDate.of(programme.periodFrom()), RussianDate.of(programme.periodTo())));
        }
        measure.assign(role == null ? measure.responsibleRole() : role, dueFrom, dueTo);
    }

    /** Accepts every row that is still only proposed, and hands the roadmap to the director. */
    public void submit(UUID programmeId) {
        stages.findByProgrammeIdOrderByNumber(programmeId)
                .forEach(stage ->
                        measures.findByStageIdOrderByPosition(stage.id()).forEach(Measure::accept));
        roadmap.programme(programmeId).submit();
    }

    /**
     * Records the director's decision. A returned roadmap is a draft again at once; an approved one is opened, a rejected
     * one put away by {@link #open} and {@link #reject}.
     *
     * @param remark demanded unless it is approved
     */
    public void decide(
            UUID programmeId, RoadmapVerdict verdict, @Nullable String remark, Decider decider, Entry entry) {
        if (verdict != RoadmapVerdict.APPROVE && (remark == null || remark.isBlank())) {
            throw Refusal.invalid("Напишите замечание, чтобы куратор знал, что не так.");
        }
        Programme programme = roadmap.programme(programmeId);
        switch (verdict) {
            case APPROVE -> programme.approve(entry.happenedOn());
            case RETURN -> programme.returnForRework();
            case REJECT -> {}
        }
        decisions.record(programme.organisationId(), verdict, programmeId, null, remark, decider, entry);
    }

    /** Lets an approved programme run. */
    public void open(UUID programmeId) {
        roadmap.programme(programmeId).open();
    }

    /** Puts a rejected programme away. */
    public void reject(UUID programmeId) {
        roadmap.programme(programmeId).reject();
    }

    /**
     * Writes down how the year went, before the programme is closed.
     *
     * @param conclusion what is kept in the archive about the year; null when there is nothing to say
     * @throws Refusal when an act of the programme is approved and has no number yet
     */
    public void conclude(UUID programmeId, @Nullable String conclusion) {
        acts.of(programmeId).stream()
                .filter(act -> act.state() == ActState.APPROVED)
                .findFirst()
                .ifPresent(act -> {
                    throw Refusal.wrongState("Утверждён, но не зарегистрирован: " + act.caption()
                            + ". Сначала внесите его номер и дату: "
                            + "задача «Зарегистрировать документ (номер и дата)» есть у секретаря.");
                });
        roadmap.programme(programmeId).conclude(conclusion);
    }

    /**
     * Ends the programme with its year.
     *
     * @param pairsContinue whether pairs that work go on without it
     */
    public void close(UUID programmeId, boolean pairsContinue) {
        endWork(new ProgrammeEnding(programmeId, pairsContinue, "Программа завершена, учебный год закрыт."));
        roadmap.programme(programmeId).close();
    }

    /**
     * Records the director's decision to stop the programme, and has its work ended; {@link #cancel} is the last of it.
     *
     * @throws Refusal when the reason is missing or the programme has already ended
     */
    public void decideToCancel(UUID programmeId, String reason, Decider decider, Entry entry) {
        String why = TextLimits.demanded(reason, TextLimits.TEXT, "Напишите, почему программа прекращается.");
        Programme programme = roadmap.programme(programmeId);
        programme.demandNotEnded();
        decisions.record(programme.organisationId(), ProgrammeVerdict.CANCEL, programmeId, null, why, decider, entry);
        events.publishEvent(new ProgrammeCancelled(programmeId));
    }

    /** Stops the programme and all that belongs to it. */
    public void cancel(UUID programmeId) {
        endWork(new ProgrammeEnding(programmeId, false, "Программа прекращена по решению директора."));
        roadmap.programme(programmeId).cancel();
    }

    private void endWork(ProgrammeEnding ending) {
        // Consents are held before pairs (ADR 0014).
        consents.takeBackAll(ending.programmeId());
        events.publishEvent(ending);
        acts.giveUp(ending.programmeId(), ending.reason());
    }
}
