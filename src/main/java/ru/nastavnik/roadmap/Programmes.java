package ru.nastavnik.roadmap;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.shared.Decider;
import ru.nastavnik.shared.Decisions;
import ru.nastavnik.shared.Entry;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.RussianDate;

/** The life of a programme: completed by the curator, decided on by the director, run, closed or cancelled. */
@Service
@Transactional
public class Programmes {

    /** What the director says to a roadmap. */
    public enum Verdict {
        APPROVE,
        RETURN,
        REJECT
    }

    /** Kind under which decisions about a programme are recorded. */
    public static final String SUBJECT = "programme";

    private static final int LONGEST_REASON = 4000;

    private final Roadmap roadmap;
    private final StageRepository stages;
    private final MeasureRepository measures;
    private final Decisions decisions;
    private final ApplicationEventPublisher events;

    Programmes(
            Roadmap roadmap,
            StageRepository stages,
            MeasureRepository measures,
            Decisions decisions,
            ApplicationEventPublisher events) {
        this.roadmap = roadmap;
        this.stages = stages;
        this.measures = measures;
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
    public void change(UUID measureId, Role role, LocalDate from, LocalDate to) {
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
    public void decide(UUID programmeId, Verdict verdict, String remark, Decider decider, Entry entry) {
        if (verdict != Verdict.APPROVE && (remark == null || remark.isBlank())) {
            throw Refusal.invalid("Напишите замечание, чтобы куратор знал, что не так.");
        }
        Programme programme = roadmap.programme(programmeId);
        switch (verdict) {
            case APPROVE -> programme.approve(entry.happenedOn());
            case RETURN -> programme.returnForRework();
            case REJECT -> {}
        }
        decisions.record(programme.organisationId(), SUBJECT, programmeId, verdict.name(), remark, decider, entry);
    }

    /** Lets an approved programme run. */
    public void open(UUID programmeId) {
        roadmap.programme(programmeId).open();
    }

    /** Puts a rejected programme away. */
    public void reject(UUID programmeId) {
        roadmap.programme(programmeId).reject();
    }

    /** @param conclusion what is kept in the archive about the year; null when there is nothing to say */
    public void conclude(UUID programmeId, String conclusion) {
        roadmap.programme(programmeId).conclude(conclusion);
    }

    public void close(UUID programmeId) {
        roadmap.programme(programmeId).close();
    }

    /**
     * Records the director's decision to stop the programme, and has its work ended; {@link #cancel} is the last of it.
     *
     * @throws Refusal when the reason is missing or the programme has already ended
     */
    public void decideToCancel(UUID programmeId, String reason, Decider decider, Entry entry) {
        if (reason == null || reason.isBlank()) {
            throw Refusal.invalid("Напишите, почему программа прекращается.");
        }
        if (reason.strip().length() > LONGEST_REASON) {
            throw Refusal.invalid("Причина длиннее " + LONGEST_REASON + " знаков. Сократите её.");
        }
        Programme programme = roadmap.programme(programmeId);
        programme.demandNotEnded();
        decisions.record(programme.organisationId(), SUBJECT, programmeId, "CANCEL", reason.strip(), decider, entry);
        events.publishEvent(new ProgrammeCancelled(programmeId));
    }

    /** Marks the programme as cancelled: its work has been ended. */
    public void cancel(UUID programmeId) {
        roadmap.programme(programmeId).cancel();
    }
}
