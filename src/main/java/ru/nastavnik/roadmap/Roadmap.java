package ru.nastavnik.roadmap;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.organisation.People;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.shared.DayBounds;
import ru.nastavnik.shared.Decisions;
import ru.nastavnik.shared.Door;
import ru.nastavnik.shared.Entry;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.RussianDate;
import ru.nastavnik.shared.SchoolClock;
import ru.nastavnik.shared.TextLimits;

/** The roadmap of a programme: its stages, their rows, what shows that a row is done, and the gates of the stages. */
@Service
@Transactional
public class Roadmap {

    private static final Logger LOG = LoggerFactory.getLogger(Roadmap.class);
    private static final Set<Programme.State> ALIVE =
            Set.of(Programme.State.DRAFT, Programme.State.ON_APPROVAL, Programme.State.RUNNING);
    private static final String WHY_NOT_REQUIRED = "Напишите, почему мероприятие не требуется.";
    private static final int LONGEST_PERIOD_YEARS = 2;

    private final RoadmapTemplates templates;
    private final ProgrammeRepository programmes;
    private final StageRepository stages;
    private final MeasureRepository measures;
    private final EvidenceRepository evidences;
    private final ReachedOutcomeRepository reachedOutcomes;
    private final Gates gates;
    private final EntityManager entities;
    private final Organisations organisations;
    private final People people;
    private final Decisions decisions;
    private final SchoolClock clock;

    Roadmap(
            RoadmapTemplates templates,
            ProgrammeRepository programmes,
            StageRepository stages,
            MeasureRepository measures,
            EvidenceRepository evidences,
            ReachedOutcomeRepository reachedOutcomes,
            Gates gates,
            EntityManager entities,
            Organisations organisations,
            People people,
            Decisions decisions,
            SchoolClock clock) {
        this.templates = templates;
        this.programmes = programmes;
        this.stages = stages;
        this.measures = measures;
        this.evidences = evidences;
        this.reachedOutcomes = reachedOutcomes;
        this.gates = gates;
        this.entities = entities;
        this.organisations = organisations;
        this.people = people;
        this.decisions = decisions;
        this.clock = clock;
    }

    /**
     * Makes a draft from a template: its dates are moved into the period, its roles are proposed.
     *
     * @param track        name of a {@link Programme.Track}
     * @param from         first day of the programme
     * @param to           last day of the programme
     * @param proposedRole who answers for a row, by the kind of its stage and its own, where the row itself says nothing
     * @return id of the programme
     * @throws Refusal when there is no such template or track, the period is not one, or the school already has a
     *     programme of the track whose period overlaps
     */
    public UUID createProgramme(
            UUID organisationId,
            @Nullable String templateCode,
            @Nullable String track,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            BiFunction<StageKind, MeasureKind, Role> proposedRole) {
        RoadmapTemplate template = templates.get(templateCode);
        Programme.Track of = Arrays.stream(Programme.Track.values())
                .filter(known -> known.name().equals(track))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("Выберите, для кого программа."));
        if (from == null || to == null) {
            throw Refusal.invalid("Укажите начало и конец программы.");
        }
        checkPeriod(from, to, organisations.today(organisationId));
        programmes.lock("programme " + organisationId);
        programmes.overlapping(organisationId, of, ALIVE, from, to).stream()
                .findFirst()
                .ifPresent(other -> {
                    throw Refusal.wrongState(
                            ("В учреждении уже есть программа «%s» на %s – %s. Укажите период, который с ней"
                                            + " не пересекается.")
                                    .formatted(
                                            of.title(),
                                            RussianDate.of(other.periodFrom()),
                                            RussianDate.of(other.periodTo())));
                });
        Programme programme = new Programme(organisationId, template.code(), of, from, to);
        entities.persist(programme);
        ProposedWindows windows = new ProposedWindows(template.rows(), from, to);
        template.stages().forEach(part -> {
            Stage stage = new Stage(programme.id(), part.number(), part.kind(), part.title());
            entities.persist(stage);
            int position = 0;
            for (RoadmapTemplate.Row row : part.rows()) {
                Role role = row.proposedRole() != null
                        ? Role.ofCode(row.proposedRole())
                        : proposedRole.apply(part.kind(), MeasureKind.ofCode(row.kind()));
                Fulfilment fulfilment = Fulfilment.of(row, template.kinds());
                entities.persist(new Measure(stage.id(), ++position, row, fulfilment, windows.of(row), role));
            }
        });
        entities.flush();
        return programme.id();
    }

    private static void checkPeriod(LocalDate from, LocalDate to, LocalDate today) {
        DayBounds.between(today.minusYears(1), "год назад", today.plusYears(1), "через год")
                .require("Начало программы", from);
        DayBounds.between(
                        today,
                        "сегодня",
                        from.plusYears(LONGEST_PERIOD_YEARS),
                        "два года от начала, дольше программа не длится")
                .require("Окончание программы", to);
        if (!to.isAfter(from)) {
            throw Refusal.invalid("Конец программы должен быть позже начала. Исправьте даты.");
        }
    }

    @Transactional(readOnly = true)
    public Programme programme(UUID id) {
        return programmes.findById(id).orElseThrow(() -> Refusal.notFound("Такой программы нет."));
    }

    /** @return programmes of the organisation, the newest period first */
    @Transactional(readOnly = true)
    public List<Programme> programmes(UUID organisationId) {
        return programmes.findByOrganisationIdOrderByPeriodFromDesc(organisationId);
    }

    @Transactional(readOnly = true)
    public Stage stage(UUID id) {
        return stages.findById(id).orElseThrow(() -> Refusal.notFound("Такого этапа нет."));
    }

    /** @return stages of the programme, by number */
    @Transactional(readOnly = true)
    public List<Stage> stages(UUID programmeId) {
        return stages.findByProgrammeIdOrderByNumber(programmeId);
    }

    /** @return stages of the programme in which this is done, by number */
    @Transactional(readOnly = true)
    public List<Stage> stages(UUID programmeId, StageKind kind) {
        return stages(programmeId).stream()
                .filter(stage -> stage.kind() == kind)
                .toList();
    }

    /** @return whether the stage goes on until the work of the pairs is over: the last of those in which it is done */
    @Transactional(readOnly = true)
    public boolean carriesPairWork(Stage stage) {
        return stage.kind() == StageKind.PAIR_WORK
                && stages(stage.programmeId(), StageKind.PAIR_WORK).stream()
                        .noneMatch(other -> other.number() > stage.number());
    }

    @Transactional(readOnly = true)
    public Measure measure(UUID id) {
        return measures.findById(id).orElseThrow(() -> Refusal.notFound("Такого мероприятия нет."));
    }

    /** @return rows of the stage, in their order */
    @Transactional(readOnly = true)
    public List<Measure> measures(UUID stageId) {
        return measures.findByStageIdOrderByPosition(stageId);
    }

    /** @return the obligatory rows that keep the stage from being completed */
    @Transactional(readOnly = true)
    public List<Measure> missing(UUID stageId) {
        return measures(stageId).stream()
                .filter(measure -> !measure.closed() && !measure.optional())
                .toList();
    }

    /** @return rows of running stages that wait to be done, by their programme; the first due come first */
    @Transactional(readOnly = true)
    public Map<UUID, List<Measure>> openRows(UUID organisationId) {
        return measures.open(organisationId).stream()
                .collect(Collectors.groupingBy(
                        MeasureRepository.Open::programmeId,
                        LinkedHashMap::new,
                        Collectors.mapping(MeasureRepository.Open::row, Collectors.toList())));
    }

    /** @return rows of the programme, in the order of its stages */
    @Transactional(readOnly = true)
    public List<Measure> rows(UUID programmeId) {
        return measures.ofProgramme(programmeId);
    }

    /** @return rows that this outcome fulfils, alone or with others; a roadmap need not have one */
    @Transactional(readOnly = true)
    public List<Measure> rows(UUID programmeId, Outcome outcome) {
        return rows(programmeId).stream()
                .filter(row -> row.outcomes().contains(outcome))
                .toList();
    }

    /** @return outcomes for which rows of the programme still wait: steps that bring about no other need not be taken */
    @Transactional(readOnly = true)
    public Set<Outcome> awaited(UUID programmeId) {
        return rows(programmeId).stream()
                .filter(row -> !row.closed())
                .flatMap(row -> row.outcomes().stream())
                .collect(Collectors.toSet());
    }

    @Transactional(readOnly = true)
    public boolean reached(UUID programmeId, Outcome outcome) {
        return firstReached(programmeId).containsKey(outcome);
    }

    /** @return what has been reached, and on which day first */
    private Map<Outcome, LocalDate> firstReached(UUID programmeId) {
        return reachedOutcomes.findByProgrammeId(programmeId).stream()
                .collect(Collectors.toMap(
                        ReachedOutcome::outcome,
                        reached -> reached.proof().happenedOn(),
                        (one, other) -> one.isBefore(other) ? one : other));
    }

    /** @return what shows that the row is done, oldest first */
    @Transactional(readOnly = true)
    public List<Evidence> evidence(UUID measureId) {
        return evidences.findByMeasureIdOrderByRecordedAt(measureId);
    }

    /** @return the same for many rows at once, by the id of the row */
    @Transactional(readOnly = true)
    public Map<UUID, List<Evidence>> evidenceOf(List<Measure> rows) {
        return evidences
                .findByMeasureIdInOrderByRecordedAt(
                        rows.stream().map(Measure::id).toList())
                .stream()
                .collect(Collectors.groupingBy(Evidence::measureId));
    }

    /**
     * Keeps what the programme has brought about, and marks every row as done that needs nothing else (E26); a row that
     * needs more shows what there is. Reached twice, only a proof that is new is added. In the roadmap of a programme that
     * has ended nothing is written any more.
     */
    public void reach(UUID programmeId, Outcome outcome, Proof proof) {
        gates.lockRoadmap(programmeId);
        if (programme(programmeId).ended()) {
            return;
        }
        if (reachedOutcomes.findByProgrammeId(programmeId).stream()
                .noneMatch(kept -> kept.outcome() == outcome && kept.proof().saysTheSameAs(proof))) {
            entities.persist(new ReachedOutcome(programmeId, outcome, proof, clock.instant()));
            entities.flush();
        }
        Map<Outcome, LocalDate> reached = firstReached(programmeId);
        rows(programmeId, outcome).forEach(row -> {
            Stage stage = lockStageOf(row.id());
            keep(row, proof);
            row.begin();
            closeIfFulfilled(row, stage, reached);
        });
    }

    private void closeIfFulfilled(Measure row, Stage stage, Map<Outcome, LocalDate> reached) {
        if (row.fulfilledBy(reached.keySet())) {
            row.done(reached.entrySet().stream()
                    .filter(entry -> row.outcomes().contains(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .max(Comparator.naturalOrder())
                    .orElseThrow());
            gates.rowClosed(stage);
        }
    }

    /** Keeps evidence of rows whose outcome has not been reached yet: one of several publications. */
    public void addEvidence(UUID programmeId, Outcome outcome, Proof proof) {
        rows(programmeId, outcome).forEach(row -> {
            lockStageOf(row.id());
            keep(row, proof);
            row.begin();
        });
    }

    /** Marks the rows as being worked on that this outcome fulfils. */
    public void begin(UUID programmeId, Outcome outcome) {
        rows(programmeId, outcome).forEach(row -> begin(row.id()));
    }

    /**
     * Says that an outcome is not required. A row that it alone fulfils is not required then; one that other outcomes
     * fulfil too waits for these.
     *
     * @param on when that was decided
     * @param by account that says so
     * @throws Refusal when the reason is missing, a row is already done by it alone, or the programme has ended
     */
    public void notRequired(UUID programmeId, Outcome outcome, String reason, LocalDate on, UUID by) {
        rows(programmeId, outcome).forEach(row -> {
            if (row.outcomes().equals(List.of(outcome))) {
                notRequired(row.id(), reason, on, by);
                return;
            }
            Stage stage = lockStageOf(row.id());
            if (!row.closed()) {
                row.dispenseWith(outcome);
                decide(
                        row,
                        MeasureVerdict.PART_NOT_REQUIRED,
                        TextLimits.demanded(reason, TextLimits.TEXT, WHY_NOT_REQUIRED),
                        on,
                        by);
                closeIfFulfilled(row, stage, firstReached(programmeId));
            }
        });
    }

    /** @throws Refusal when the programme has ended, or the row is not shown to be done by such a proof */
    public void fulfil(UUID measureId, Proof proof) {
        fulfil(measureId, proof, false);
    }

    /** The same for a document that was there before and is only cited. */
    public void fulfilWithExisting(UUID measureId, Proof proof) {
        fulfil(measureId, proof, true);
    }

    private void fulfil(UUID measureId, Proof proof, boolean existed) {
        Stage stage = lockStageOf(measureId);
        Measure measure = measure(measureId);
        measure.demandFitting(proof, existed);
        keep(measure, proof);
        measure.done(proof.happenedOn());
        gates.rowClosed(stage);
    }

    /**
     * Marks the row as not required.
     *
     * @param on when that was decided
     * @param by account that says so
     * @throws Refusal when the reason is missing, the row is already done, or the programme has ended
     */
    public void notRequired(UUID measureId, String reason, LocalDate on, UUID by) {
        String why = TextLimits.demanded(reason, TextLimits.TEXT, WHY_NOT_REQUIRED);
        Stage stage = lockStageOf(measureId);
        Measure measure = measure(measureId);
        if (measure.state() != Measure.State.NOT_REQUIRED) {
            measure.notRequired(why, on);
            decide(measure, MeasureVerdict.NOT_REQUIRED, why, on, by);
        }
        gates.rowClosed(stage);
    }

    private void decide(Measure measure, MeasureVerdict verdict, String reason, LocalDate on, UUID by) {
        UUID organisationId = programme(stage(measure.stageId()).programmeId()).organisationId();
        decisions.record(
                organisationId,
                verdict,
                measure.id(),
                null,
                reason,
                people.decider(organisationId, measure.responsibleRole(), by),
                new Entry(Door.SCREEN, on, null, by));
    }

    /** Marks the row as being worked on; nothing when it already is, or is closed. */
    public void begin(UUID measureId) {
        lockStageOf(measureId);
        measure(measureId).begin();
    }

    /** @throws Refusal when the row is closed */
    public void handOver(UUID measureId, Role to) {
        lockStageOf(measureId);
        measure(measureId).handOver(to);
    }

    public void openStage(UUID stageId) {
        Stage stage = gates.lock(stageId);
        stage.open(today(stage));
    }

    /**
     * @return whether nothing keeps the stage from being completed: no obligatory row is open, or the director has waived
     *     it; when something does, {@link StageGateMet} follows once nothing does
     */
    public boolean checkGate(UUID stageId) {
        return gates.check(stageId);
    }

    /** Lets nobody else write in the roadmap of this programme until the transaction ends. */
    public void lock(UUID programmeId) {
        gates.lockRoadmap(programmeId);
    }

    /**
     * Lets nobody else look at the gate of this stage or close a row of it until the transaction ends; and whoever holds
     * it is not told that it is met before asking again.
     */
    public Stage holdGate(UUID stageId) {
        Stage stage = gates.lock(stageId);
        stage.await(false);
        return stage;
    }

    /** Closes the stage; one that is closed or waived stays as it is. Whether the gate is met, the caller has asked. */
    public void closeStage(UUID stageId) {
        Stage stage = gates.lock(stageId);
        stage.close(today(stage));
    }

    /** Tells once more of every stage that could be completed. One that fails does not keep the others back. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void sweepGates() {
        stages.openOnes().forEach(stageId -> {
            try {
                gates.remind(stageId);
            } catch (RuntimeException e) {
                LOG.error("The gate of the stage {} could not be looked at", stageId, e);
            }
        });
    }

    /** Rows are changed under the lock of their stage, as they are at that moment. */
    private Stage lockStageOf(UUID measureId) {
        Measure measure = measure(measureId);
        Stage stage = gates.lock(measure.stageId());
        entities.refresh(measure);
        programme(stage.programmeId()).demandNotEnded();
        return stage;
    }

    private void keep(Measure measure, Proof proof) {
        if (evidence(measure.id()).stream().noneMatch(kept -> kept.proof().saysTheSameAs(proof))) {
            entities.persist(new Evidence(measure.id(), proof, clock.instant()));
            entities.flush();
        }
    }

    private LocalDate today(Stage stage) {
        return organisations.today(programme(stage.programmeId()).organisationId());
    }
}
