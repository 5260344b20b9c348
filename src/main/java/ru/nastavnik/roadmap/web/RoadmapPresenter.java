package ru.nastavnik.roadmap.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.organisation.People;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.organisation.Visitor;
import ru.nastavnik.roadmap.Evidence;
import ru.nastavnik.roadmap.EvidenceKind;
import ru.nastavnik.roadmap.Measure;
import ru.nastavnik.roadmap.Occasions;
import ru.nastavnik.roadmap.Outcome;
import ru.nastavnik.roadmap.OutcomeProgress;
import ru.nastavnik.roadmap.OutcomeProgress.Progress;
import ru.nastavnik.roadmap.Programme;
import ru.nastavnik.roadmap.Roadmap;
import ru.nastavnik.roadmap.RowTasks;
import ru.nastavnik.roadmap.Stage;
import ru.nastavnik.roadmap.StageWaivers;
import ru.nastavnik.roadmap.web.RoadmapView.LateRow;
import ru.nastavnik.roadmap.web.RoadmapView.Other;
import ru.nastavnik.roadmap.web.RoadmapView.Proof;
import ru.nastavnik.roadmap.web.RoadmapView.Row;
import ru.nastavnik.roadmap.web.RoadmapView.StageCard;
import ru.nastavnik.shared.RussianDate;

/** Composes the page of a roadmap for one person. */
@Component
@Transactional(readOnly = true)
class RoadmapPresenter {

    /** The plain badge. */
    private static final String BLUE = "";

    private static final String GREY = "grey";
    private static final String TASK_PAGE = "/camunda/app/tasklist/default/#/?task=";

    private final Roadmap roadmap;
    private final StageWaivers waivers;
    private final Occasions occasions;
    private final Organisations organisations;
    private final People people;
    private final RowTasks tasks;
    private final SharedRows sharedRows;
    private final OutcomeProgress progress;

    RoadmapPresenter(
            Roadmap roadmap,
            StageWaivers waivers,
            Occasions occasions,
            Organisations organisations,
            People people,
            RowTasks tasks,
            SharedRows sharedRows,
            OutcomeProgress progress) {
        this.roadmap = roadmap;
        this.waivers = waivers;
        this.occasions = occasions;
        this.organisations = organisations;
        this.people = people;
        this.tasks = tasks;
        this.sharedRows = sharedRows;
        this.progress = progress;
    }

    /** @param others the programmes to which the person may turn */
    RoadmapView of(Programme programme, List<Programme> others, Visitor visitor) {
        boolean mayAskForWaiver = mayAskForWaiver(visitor);
        boolean opensFiles = visitor.has(Role.CURATOR, Role.DIRECTOR);
        LocalDate today = organisations.today(programme.organisationId());
        Map<Stage, List<Measure>> rows = new LinkedHashMap<>();
        roadmap.stages(programme.id()).forEach(stage -> rows.put(stage, roadmap.measures(stage.id())));
        List<Measure> all = rows.values().stream().flatMap(List::stream).toList();
        Work work = new Work(
                tasks.of(programme.id(), all),
                sharedRows.underWay(visitor, programme.id(), all),
                programme.running()
                        ? progress.of(programme.id(), roadmap.awaited(programme.id()), visitor.roles())
                        : Map.of());
        List<StageCard> stages = rows.entrySet().stream()
                .map(stage ->
                        card(programme, stage.getKey(), stage.getValue(), work, today, mayAskForWaiver, opensFiles))
                .toList();
        return new RoadmapView(
                programme.id(),
                programme.title(),
                programme.state().title(),
                programme.conclusion(),
                visitor.has(Role.DIRECTOR) && !programme.ended(),
                late(stages),
                stages,
                others.stream()
                        .filter(other -> !other.id().equals(programme.id()))
                        .map(other -> new Other(
                                other.id(),
                                other.title() + ", " + other.state().title().toLowerCase(Locale.ROOT)))
                        .toList());
    }

    /**
     * What is being done.
     *
     * @param taskIds       tasks that the person may open, by the row
     * @param namesOfOthers tasks of others, by the row, where the person answers for it too
     * @param progress      how far outcomes have come that are not reached yet
     */
    private record Work(Map<UUID, String> taskIds, Map<UUID, String> namesOfOthers, Map<Outcome, Progress> progress) {

        List<Progress> of(Measure row) {
            return row.outcomes().stream()
                    .flatMap(outcome -> Stream.ofNullable(progress.get(outcome)))
                    .toList();
        }
    }

    /** The longest overdue first. */
    private static List<LateRow> late(List<StageCard> stages) {
        return stages.stream()
                .flatMap(stage -> stage.rows().stream())
                .filter(row -> row.daysLate() > 0)
                .sorted(Comparator.comparing(Row::daysLate).reversed())
                .map(row -> new LateRow(row.id(), row.number() + ". " + row.title(), row.lateness(), row.taskUrl()))
                .toList();
    }

    private StageCard card(
            Programme programme,
            Stage stage,
            List<Measure> measures,
            Work work,
            LocalDate today,
            boolean mayAskForWaiver,
            boolean opensFiles) {
        Map<UUID, List<Evidence>> evidence = roadmap.evidenceOf(measures);
        boolean running = programme.running() && stage.state() == Stage.State.OPEN;
        boolean waiverAsked = running && waivers.requested(stage.id()).isPresent();
        List<Row> rows = measures.stream()
                .map(row ->
                        row(programme, stage, row, today, evidence.getOrDefault(row.id(), List.of()), work, opensFiles))
                .sorted(Comparator.comparing(Row::daysLate).reversed())
                .toList();
        boolean leftOff = programme.ended() && stage.state() == Stage.State.OPEN;
        return new StageCard(
                stage.id(),
                stage.number(),
                stage.title(),
                leftOff ? "Не завершён" : stage.state().title(),
                leftOff ? GREY : colour(stage.state()),
                rows,
                running
                        ? roadmap.missing(stage.id()).stream()
                                .map(Measure::shortTitle)
                                .toList()
                        : List.of(),
                running && mayAskForWaiver && !waiverAsked && stage.mayBeWaived(),
                waiverAsked);
    }

    /** What a waived stage lacks is excused. */
    private static long daysLate(Programme programme, Stage stage, Measure row, LocalDate today) {
        return stage.state() == Stage.State.WAIVED ? 0 : row.daysLate(programme, today);
    }

    private Row row(
            Programme programme,
            Stage stage,
            Measure row,
            LocalDate today,
            List<Evidence> evidence,
            Work work,
            boolean opensFiles) {
        boolean goesOn = row.continuous() && programme.running() && stage.state() == Stage.State.OPEN;
        boolean nothingToDo = programme.ended() || (programme.running() && !stage.begun()) || (row.closed() && !goesOn);
        List<Progress> done = nothingToDo || row.closed() ? List.of() : work.of(row);
        Measure.State at =
                row.state() == Measure.State.NOT_STARTED && !done.isEmpty() ? Measure.State.IN_PROGRESS : row.state();
        boolean onDemand = row.optional() && at == Measure.State.NOT_STARTED;
        String state = goesOn ? "Ведётся" : onDemand ? "По необходимости" : at.title();
        String remark = row.state() == Measure.State.NOT_REQUIRED
                ? row.reason()
                : row.state() == Measure.State.DONE && !goesOn
                        ? RussianDate.of(Objects.requireNonNull(row.doneOn(), "What is done has its day"))
                        : null;
        String openTask = nothingToDo ? null : work.taskIds().get(row.id());
        String underWay =
                nothingToDo || openTask != null ? null : work.namesOfOthers().get(row.id());
        long daysLate = daysLate(programme, stage, row, today);
        return new Row(
                row.id(),
                row.number(),
                row.title(),
                RussianDate.of(row.dueFrom()) + " – " + RussianDate.of(row.dueTo()),
                row.responsible(),
                evidence.stream()
                        .flatMap(proof ->
                                Stream.concat(Stream.of(proof(proof, opensFiles)), practices(programme, proof)))
                        .toList(),
                state,
                goesOn ? BLUE : colour(at),
                daysLate,
                Lateness.sentence(daysLate),
                remark,
                done,
                openTask == null ? null : TASK_PAGE + openTask,
                underWay);
    }

    /** Files are opened by those who lead; the name of a file may tell a person's name. */
    private static Proof proof(Evidence evidence, boolean opensFiles) {
        return switch (evidence.kind()) {
            case LINK -> new Proof("Ссылка от " + RussianDate.of(evidence.happenedOn()), evidence.reference());
            case FILE ->
                opensFiles
                        ? new Proof(
                                evidence.reference() == null ? "Файл" : evidence.reference(),
                                "/files/" + evidence.fileId())
                        : new Proof("Файл", null);
            case REFERENCE, ATTENDANCE, SYSTEM ->
                isAddress(evidence)
                        ? new Proof("Ссылка от " + RussianDate.of(evidence.happenedOn()), evidence.reference())
                        : new Proof(evidence.reference() == null ? "Записано в системе" : evidence.reference(), null);
        };
    }

    /** What the participants of a final event have found worth keeping stands with it. */
    private Stream<Proof> practices(Programme programme, Evidence evidence) {
        return evidence.kind() != EvidenceKind.ATTENDANCE
                ? Stream.empty()
                : occasions.of(programme.id()).stream()
                        .filter(held -> held.practices() != null
                                && held.heldOn().equals(evidence.happenedOn())
                                && held.reference().equals(evidence.reference()))
                        .map(held -> new Proof("Лучшие практики: " + held.practices(), null));
    }

    private static boolean isAddress(Evidence evidence) {
        return evidence.kind() == EvidenceKind.ATTENDANCE
                && evidence.reference() != null
                && evidence.reference().matches("(?i)https?://\\S+");
    }

    private static String colour(Stage.State state) {
        return switch (state) {
            case PLANNED -> GREY;
            case OPEN -> BLUE;
            case CLOSED -> "green";
            case WAIVED -> "yellow";
        };
    }

    private static String colour(Measure.State state) {
        return switch (state) {
            case NOT_STARTED, NOT_REQUIRED -> GREY;
            case IN_PROGRESS -> BLUE;
            case DONE -> "green";
        };
    }

    /** The curator; where there is none, the director stands in. */
    boolean mayAskForWaiver(Visitor visitor) {
        return visitor.has(people.standIn(visitor.organisationId(), Role.CURATOR));
    }

    /** @return programmes of the school: those that run first, then those being prepared, the newest period first */
    List<Programme> programmes(UUID organisationId) {
        return roadmap.programmes(organisationId).stream()
                .sorted(Comparator.comparing((Programme programme) -> !programme.running())
                        .thenComparing(Programme::ended)
                        .thenComparing(Programme::periodFrom, Comparator.reverseOrder()))
                .toList();
    }
}
